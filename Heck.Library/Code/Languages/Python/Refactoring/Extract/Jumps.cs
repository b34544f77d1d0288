using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>How control leaves selected code: at its end, or by <c>return</c>.</summary>
internal sealed class Jumps
{
    private Jumps(bool returns, bool awaits) => (Returns, Awaits) = (returns, awaits);

    /// <summary>Whether each way through the code ends in <c>return</c>, so that the call is returned.</summary>
    public bool Returns { get; }

    public bool Awaits { get; }

    public static Jumps Of(PythonScene python, ExtractAsk ask, SelectedCode code, bool completes, bool leaves)
    {
        var own = code.Roots.SelectMany(OwnCode).ToList();
        if (own.Find(n => n.Is(Kinds.Yield)) is { Unit: not null } yields)
            throw python.Refuse(ErrorTable.RefactorControlFlow, "A yield hands a value to the caller of the generator.", ask, (yields, "yield"));
        if (leaves) throw python.Refuse(ErrorTable.RefactorControlFlow, "A break or continue leaves the code for a loop around it.", ask, own.Where(n => n.Is(Kinds.BreakStatement) || n.Is(Kinds.ContinueStatement)).Select(n => (n, "jump")));
        var returns = own.Where(n => n.Is(Kinds.ReturnStatement)).ToList();
        var isTail = code.Statements.Count > 0 && code.Last.NextStatement is null && code.Last.Parent!.Value.Parent is { } holder && holder.Is(Kinds.FunctionDefinition);
        if (returns.Count > 0 && completes && !isTail)
            throw python.Refuse(ErrorTable.RefactorControlFlow, "A return leaves the code on some ways, and others go on after it.", ask, returns.Select(r => (r, "return")));
        return new Jumps(returns.Count > 0 && (!completes || returns.Exists(r => r.FirstChild is not null)), own.Exists(n => n.Is(Kinds.Await) || IsAsync(n)));
    }

    private static IEnumerable<PythonNode> OwnCode(PythonNode root) => root.OwnNodes.Where(n => n == root || !n.Ancestors.TakeWhile(a => a != root).Any(a => a.Is(Kinds.FunctionDefinition) || a.Is(Kinds.ClassDefinition) || a.Is(Kinds.Lambda)));

    private static bool IsAsync(PythonNode node) => (node.Is(Kinds.ForStatement) || node.Is(Kinds.WithStatement) || node.Is(Kinds.ForInClause)) && node.Text.StartsWith("async", StringComparison.Ordinal);
}
