using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>How control leaves selected statements.</summary>
internal static class ControlFlow
{
    /// <summary>Whether the statements end the function around in every case, so that their call is returned.</summary>
    /// <exception cref="HeckException"><c>refactor.control_flow</c>: they leave in a way that a call cannot.</exception>
    public static bool Returns(TsScene ts, Selection selection)
    {
        var own = selection.Subtree.Where(n => !IsNested(n, selection)).ToList();
        var jumps = own.Where(n => n.Kind is K.BreakStatement or K.ContinueStatement && !IsInside(n, selection)).ToList();
        if (jumps.Count > 0) throw ts.Refuse(ErrorTable.RefactorControlFlow, selection.First, $"'{jumps[0].Text}' leads out of the code.", jumps, "jump");
        if (own.Find(n => n.Kind == K.YieldExpression) is { Exists: true } yield) throw ts.Refuse(ErrorTable.RefactorControlFlow, selection.First, "'yield' belongs to the generator around.", [yield], "jump");
        var returns = own.Where(n => n.Kind == K.ReturnStatement).ToList();
        if (returns.Count == 0) return false;
        if (!Ends(selection.Last)) throw ts.Refuse(ErrorTable.RefactorControlFlow, selection.First, "Some ways through the code return and others go on.", returns, "jump");
        return true;
    }

    public static bool Waits(Selection selection) =>
        selection.Subtree.Any(n => (n.Kind == K.AwaitExpression || (n.Kind == K.ForInStatement && n.Has(T.Await))) && !IsNested(n, selection));

    public static bool Ends(TsNode statement) => statement.Kind switch
    {
        K.ReturnStatement or K.ThrowStatement => true,
        K.StatementBlock => statement.LastNamed is { Exists: true } last && Ends(last),
        K.IfStatement => Ends(statement.Get(F.Consequence)) && statement.Get(F.Alternative) is { Exists: true } other && Ends(other.LastNamed),
        K.TryStatement => statement.Get(K.FinallyClause) is { Exists: true } always && Ends(always.Get(F.Body)) || (Ends(statement.Get(F.Body)) && (statement.Get(K.CatchClause) is not { Exists: true } caught || Ends(caught.Get(F.Body)))),
        K.SwitchStatement => EndsSwitch(statement.Get(F.Body)),
        _ => false,
    };

    private static bool EndsSwitch(TsNode body)
    {
        var cases = body.Named.ToList();
        return cases.Exists(c => c.Kind == K.SwitchDefault) && !body.Subtree.Any(n => n.Kind == K.BreakStatement)
            && cases.TrueForAll(c => c.LastNamed is var last && (last.Field == F.Value || !last.Exists ? c != cases[^1] : Ends(last)));
    }

    private static bool IsNested(TsNode node, Selection selection)
    {
        for (var at = node.Parent; at.Exists && selection.Contains(at); at = at.Parent)
        {
            if (at.Kind.IsFunctionLike() || at.Kind is K.ClassStaticBlock or K.PublicFieldDefinition) return true;
        }

        return false;
    }

    /// <summary>Whether what a jump leads to lies in the code.</summary>
    private static bool IsInside(TsNode jump, Selection selection)
    {
        var label = jump.Get(F.Label);
        var target = label.Exists
            ? jump.Ancestor(a => a.Kind == K.LabeledStatement && a.Get(F.Label).Text == label.Text)
            : jump.Ancestor(a => Containers.IsLoop(a.Kind) || (a.Kind == K.SwitchStatement && jump.Kind == K.BreakStatement));
        return selection.Contains(target);
    }
}
