using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Signature;

/// <summary>Which parameters there will be: each an old one by its place, or a new one.</summary>
internal sealed class SignaturePlan
{
    private SignaturePlan(IReadOnlyList<string> before, IReadOnlyList<(int Old, AddedParameter? New)> after) => (Before, After) = (before, after);

    /// <summary>The names of the function that was asked about.</summary>
    public IReadOnlyList<string> Before { get; }

    public IReadOnlyList<(int Old, AddedParameter? New)> After { get; }

    public IEnumerable<AddedParameter> Added => After.Select(a => a.New).OfType<AddedParameter>();

    public IEnumerable<int> Removed => Enumerable.Range(0, Before.Count).Except(After.Select(a => a.Old));

    public bool IsReordered => After.Where(a => a.New is null).Select(a => a.Old) is var kept && !kept.SequenceEqual(kept.Order());

    /// <summary>How many leading parameters stay as they are.</summary>
    public int Unchanged => After.TakeWhile((a, i) => a.New is null && a.Old == i).Count();

    public static SignaturePlan Of(TsScene ts, TsNode asked, TsNode function, ChangeSignatureAsk ask)
    {
        var before = ParameterNodes(function).Select(NameOf).ToList();
        var unknown = ask.Remove.Except(before).ToList();
        if (unknown.Count > 0) throw ts.Refuse(ErrorTable.RefactorUnsupported, asked, $"There is no parameter '{unknown[0]}'; there are: {string.Join(", ", before)}.");
        var added = ask.Add.Select(a => AddedParameter.Parse(a) ?? throw ts.Refuse(ErrorTable.RefactorUnsupported, asked, $"'{a}' is no parameter with a value for present calls.", "Write it as \"limit: number = 10\".")).ToList();
        var kept = before.Except(ask.Remove).ToList();
        foreach (var parameter in added)
        {
            _ = ts.Shared.NewName(parameter.Name, "parameter");
            if (kept.Contains(parameter.Name)) throw ts.Refuse(ErrorTable.RefactorNameTaken, asked, $"There is a parameter '{parameter.Name}' already.");
        }

        var order = ask.Order.Count > 0 ? ask.Order : [.. kept, .. added.Select(a => a.Name)];
        if (ask.Order.Count == 0 && ParameterNodes(function) is [.., { Exists: true } last] && IsRest(last) && !ask.Remove.Contains(NameOf(last)))
            order = [.. kept.SkipLast(1), .. added.Select(a => a.Name), kept[^1]];
        if (!order.Order(StringComparer.Ordinal).SequenceEqual(kept.Concat(added.Select(a => a.Name)).Order(StringComparer.Ordinal)))
            throw ts.Refuse(ErrorTable.RefactorUnsupported, asked, $"The order must name each of these once: {string.Join(", ", kept.Concat(added.Select(a => a.Name)))}.");
        return new SignaturePlan(before, [.. order.Select(name => added.Find(a => a.Name == name) is { } parameter ? (-1, parameter) : (before.IndexOf(name), (AddedParameter?)null))]);
    }

    /// <summary>Parameters but for the <c>this</c> of TypeScript, which no call passes.</summary>
    public static IReadOnlyList<TsNode> ParameterNodes(TsNode function) => function.Get(F.Parameter) is { Exists: true } single
        ? [single]
        : [.. function.Get(F.Parameters).Named.Where(p => p.Get(F.Pattern).Kind != K.This)];

    public static string NameOf(TsNode parameter)
    {
        var pattern = parameter.Get(F.Pattern) is { Exists: true } given ? given : parameter.Kind == K.AssignmentPattern ? parameter.Get(F.Left) : parameter;
        return pattern.Kind == K.RestPattern ? pattern.FirstNamed.Text : pattern.Text;
    }

    public static bool IsRest(TsNode parameter) => parameter.Kind == K.RestPattern || parameter.Get(F.Pattern).Kind == K.RestPattern;
}
