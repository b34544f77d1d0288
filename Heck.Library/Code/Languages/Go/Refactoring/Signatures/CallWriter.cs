using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Signatures;

/// <summary>Writes the arguments of calls as a changed signature wants them. Calls may stand in the arguments of calls.</summary>
internal sealed class CallWriter(GoScene scene, ChangeSignatureAsk ask, SignatureChange change, HashSet<GoNode> calls)
{
    private readonly Effects _effects = new(scene, new Locals(scene));

    /// <summary>The edits below a node.</summary>
    public IEnumerable<(int Start, int End, CodeText Text)> EditsIn(GoNode node)
    {
        if (calls.Contains(node)) return OfCall(node);
        return node.Named.SelectMany(EditsIn);
    }

    private IEnumerable<(int, int, CodeText)> OfCall(GoNode call)
    {
        foreach (var edit in call.Get(F.Function).Named.SelectMany(EditsIn)) yield return edit;
        var slots = call.Get(F.Arguments).Named.ToList();
        var items = Arguments(call, slots);
        for (var i = 0; i < Math.Min(slots.Count, items.Count); i++)
        {
            if (items[i].Old == slots[i]) foreach (var edit in EditsIn(slots[i])) yield return edit;
            else yield return (slots[i].Start, slots[i].End, Write(call, items[i]));
        }

        if (items.Count > slots.Count)
        {
            var text = new CodeText();
            for (var i = slots.Count; i < items.Count; i++) text.Write(i == 0 ? "" : ", ").Append(Write(call, items[i]));
            var at = slots.Count == 0 ? call.Get(F.Arguments).Start + 1 : slots[^1].End;
            yield return (at, at, text);
        }
        else if (items.Count < slots.Count)
        {
            var start = items.Count == 0 ? slots[0].Start : slots[items.Count - 1].End;
            var end = items.Count == 0 ? call.Get(F.Arguments).End - 1 : slots[^1].End;
            yield return (start, end, new CodeText());
        }
    }

    private CodeText Write(GoNode call, (GoNode Old, AddedParameter? Added) item) =>
        item.Added is { } added ? added.Value(call.File, change.ImportsOf(call.File)) : Composed(item.Old);

    /// <summary>Code that goes elsewhere, with the calls in it changed.</summary>
    private CodeText Composed(GoNode node)
    {
        var text = new CodeText();
        var at = node.Start;
        foreach (var (start, end, code) in EditsIn(node).OrderBy(e => e.Start))
        {
            text.Copy(node.File.Path, at, start).Append(code);
            at = end;
        }

        return text.Copy(node.File.Path, at, node.End);
    }

    private List<(GoNode Old, AddedParameter? Added)> Arguments(GoNode call, List<GoNode> slots)
    {
        var rest = change.Present.ToList().FindIndex(p => p.IsVariadic);
        var needed = rest >= 0 ? rest : change.Present.Count;
        if (slots.Count < needed || (rest < 0 && slots.Count != needed)) throw Refuse(call, ErrorTable.RefactorUnsupported, "gets the several results of another call");
        var items = new List<(GoNode, AddedParameter?)>();
        foreach (var item in change.Items)
        {
            if (item.Added is { } added) items.Add((default, added));
            else if (item.IsVariadic) items.AddRange(slots.Skip(item.Old).Select(s => (s, (AddedParameter?)null)));
            else items.Add((slots[item.Old], null));
        }

        var kept = items.Where(i => i.Item1.Exists).Select(i => i.Item1).ToList();
        if (slots.Except(kept).FirstOrDefault(_effects.Acts) is { Exists: true } lost) throw Refuse(call, ErrorTable.RefactorSideEffects, "would lose an argument that does something", lost);
        if (call.Get(F.Arguments).Named.Any(n => n.Kind == K.Comment)) throw Refuse(call, ErrorTable.RefactorUnsupported, "has comments between its arguments");
        var moved = kept.Where((k, i) => kept.Take(i).Any(before => before.Start > k.Start) || kept.Skip(i + 1).Any(after => after.Start < k.Start)).ToList();
        if (moved.Exists(_effects.Acts) && moved.Count(m => (_effects.Of(m) & (Effect.Acts | Effect.ReadsShared | Effect.MayPanic)) != 0) > 1) throw Refuse(call, ErrorTable.RefactorSideEffects, "would do what its arguments do in another order", moved[0]);
        return items;
    }

    private HeckException Refuse(GoNode call, ErrorCode code, string why, GoNode also = default) =>
        scene.Refuse(code, $"The call at {scene.PlaceOf(call)} {why}.", ask.Path, ask.Offset, (call, "call"), (also, "argument"));
}
