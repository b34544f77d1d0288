using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.ChangeSignature;

/// <summary>What a change makes of a list of parameters.</summary>
internal sealed class SignatureChange
{
    private readonly PythonScene _python;
    private readonly ChangeSignatureAsk _ask;
    private readonly FunctionModel _model;

    public SignatureChange(PythonScene python, ChangeSignatureAsk ask, FunctionModel model)
    {
        (_python, _ask, _model) = (python, ask, model);
        Before = [.. model.Parameters.Where(p => p != model.Receiver).Select(p => new SignatureItem(p.Name.Text, p.Kind, CallArguments.DefaultOf(p) is not null))];
        foreach (var name in ask.Remove.Where(r => Before.All(b => b.Name != r.TrimStart('*')))) throw Invalid($"'{model.Name}' has no parameter '{name}'.");
        After = Defaulted(Ordered([.. ask.Add.Select(a => NewParameter.Parse(a, python.Scene))]));
    }

    /// <summary>The parameters that calls fill.</summary>
    public IReadOnlyList<SignatureItem> Before { get; }

    public IReadOnlyList<SignatureItem> After { get; }

    public bool IsRemoved(string name) => _ask.Remove.Any(r => r.TrimStart('*') == name);

    /// <summary>Whether every call that fits now fits afterwards and means the same.</summary>
    public bool SuitsAllCalls => Before.Select(b => b.Name).SequenceEqual(After.Take(Before.Count).Select(a => a.Name)) && After.Skip(Before.Count).All(a => a.HasDefault)
        || After.Where(a => a.New is null).Select(a => a.Name).SequenceEqual(Before.Select(b => b.Name)) && After.Where(a => a.New is not null).All(a => a.HasDefault && (a.Kind == ParameterKind.KeywordOnly || IsLastPositional(a)));

    private bool IsLastPositional(SignatureItem item) => After.SkipWhile(a => a != item).Skip(1).All(a => !a.IsPositional && a.Kind != ParameterKind.Rest || a.New is not null);

    /// <summary>Edits of one definition that has these parameters.</summary>
    public IEnumerable<ProposedEdit> Edits(FunctionModel definition)
    {
        var list = definition.Node.Child(Fields.Parameters)!.Value;
        var items = list.Children.ToList();
        var wanted = new List<(PythonNode? Present, CodeText Code)>();
        if (definition.Receiver is { } receiver) wanted.Add(Present(items, receiver.Name));
        PythonNode? slash = items.Where(i => i.Text == "/").Select(i => (PythonNode?)i).FirstOrDefault(), star = items.Where(i => i.Text == "*").Select(i => (PythonNode?)i).FirstOrDefault();
        var isReceiverOnly = definition.Receiver is { Kind: ParameterKind.PositionalOnly };
        var (needsSlash, needsStar) = (After.Any(a => a.Kind == ParameterKind.PositionalOnly) || isReceiverOnly, true);
        foreach (var item in After)
        {
            if (needsSlash && item.Kind != ParameterKind.PositionalOnly)
            {
                wanted.Add((slash, CodeText.Of("/")));
                needsSlash = false;
            }

            if (item.Kind == ParameterKind.Rest) needsStar = false;
            if (needsStar && item.Kind == ParameterKind.KeywordOnly)
            {
                wanted.Add((star, CodeText.Of("*")));
                needsStar = false;
            }

            wanted.Add(item.New is { } added ? (null, CodeText.Of(item.HasDefault ? added.Text : added.Bare)) : Present(items, definition.Parameters.First(p => p.Name.Text == item.Name).Name));
        }

        if (needsSlash && slash is not null) wanted.Add((slash, CodeText.Of("/")));
        return ListRewriter.Rewrite(list, items, wanted);
    }

    private static (PythonNode? Present, CodeText Code) Present(List<PythonNode> items, PythonNode name)
    {
        var item = items.First(i => name.IsWithin(i));
        return (item, CodeText.From(item.File.Path, item.Start, item.End));
    }

    private List<SignatureItem> Ordered(List<NewParameter> added)
    {
        var kept = Before.Where(b => !IsRemoved(b.Name)).ToList();
        foreach (var twice in added.Where(a => kept.Exists(k => k.Name == a.Name) || _model.Receiver?.Name.Text == a.Name))
            throw _python.Refuse(ErrorTable.RefactorNameTaken, $"'{_model.Name}' has a parameter '{twice.Name}' already.", _ask, (_model.Node, "declared"));
        if (_ask.Order.Count == 0) return Appended(kept, added);
        var names = _ask.Order.Select(o => o.TrimStart('*')).Where(o => o != "" && o != "/" && o != _model.Receiver?.Name.Text).ToList();
        if (names.Count != kept.Count + added.Count || names.Distinct().Count() != names.Count || !names.All(n => kept.Exists(k => k.Name == n) || added.Exists(a => a.Name == n)))
            throw Invalid($"The order names {string.Join(", ", names)}, and the parameters would be {string.Join(", ", kept.Select(k => k.Name).Concat(added.Select(a => a.Name)))}.");
        var ordered = names.Select(n => kept.Find(k => k.Name == n) ?? new SignatureItem(n, ParameterKind.Normal, true, added.Find(a => a.Name == n))).ToList();
        return Placed(ordered);
    }

    /// <summary>New parameters come last, before <c>**kwargs</c>; behind <c>*args</c> or <c>*</c> they are given by name.</summary>
    private static List<SignatureItem> Appended(List<SignatureItem> kept, List<NewParameter> added)
    {
        var at = kept.FindIndex(k => k.Kind == ParameterKind.Keywords) is var keywords && keywords >= 0 ? keywords : kept.Count;
        kept.InsertRange(at, added.Select(a => new SignatureItem(a.Name, ParameterKind.Normal, true, a)));
        return Kinds(kept);
    }

    private static List<SignatureItem> Kinds(List<SignatureItem> items)
    {
        var result = new List<SignatureItem>();
        foreach (var (item, index) in items.Select((i, at) => (i, at)))
        {
            if (item.New is null) result.Add(item);
            else if (result.Exists(r => r.Kind is ParameterKind.Rest or ParameterKind.KeywordOnly)) result.Add(item with { Kind = ParameterKind.KeywordOnly });
            else result.Add(items.Skip(index).Any(i => i.Kind == ParameterKind.PositionalOnly) ? item with { Kind = ParameterKind.PositionalOnly } : item);
        }

        return result;
    }

    private List<SignatureItem> Placed(List<SignatureItem> ordered)
    {
        var placed = Kinds(ordered);
        for (var i = 1; i < placed.Count; i++)
        {
            if (placed[i].Kind < placed[i - 1].Kind)
                throw _python.Refuse(ErrorTable.RefactorUnsupported, $"'{placed[i].Name}' cannot stand behind '{placed[i - 1].Name}': one is given by position, the other is not.", _ask, (_model.Node, "declared"));
        }

        return placed;
    }

    /// <summary>A new parameter in front of one without a default has none either; present calls pass its value.</summary>
    private List<SignatureItem> Defaulted(List<SignatureItem> items)
    {
        var last = items.FindLastIndex(i => i.IsPositional && !i.HasDefault);
        for (var at = 0; at < last; at++)
        {
            if (!items[at].HasDefault) continue;
            if (items[at].New is null) throw _python.Refuse(ErrorTable.RefactorUnsupported, $"'{items[last].Name}' has no default and cannot stand behind '{items[at].Name}', which has one.", _ask, (_model.Node, "declared"));
            items[at] = items[at] with { HasDefault = false };
        }

        return items;
    }

    private static HeckException Invalid(string message) => ErrorTable.RequestInvalid.With(message);
}
