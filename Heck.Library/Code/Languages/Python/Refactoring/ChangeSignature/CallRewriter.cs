using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.ChangeSignature;

/// <summary>Gives a call the arguments that a changed signature asks for.</summary>
internal sealed class CallRewriter(PythonScene python, ChangeSignatureAsk ask, SignatureChange change)
{
    private readonly EffectReader _effects = new(python);

    /// <param name="call">The call.</param>
    /// <param name="shift">How many arguments come before those of the signature: the object, when a method is called on its class.</param>
    public IEnumerable<ProposedEdit> Edits(PythonNode call, int shift)
    {
        var arguments = CallArguments.Of(call);
        if (change.SuitsAllCalls) return [];
        var list = call.Child(Fields.Arguments)!.Value;
        var (positional, rest) = Split(call, arguments, shift);
        var wanted = Wanted(call, arguments, positional, rest, shift);
        RefuseEffects(arguments, wanted);
        if (wanted.Select(w => w.Present).SequenceEqual(arguments.Select(a => (PythonNode?)a)) && wanted.All(w => !w.IsNamed)) return [];
        if (!list.Is(Kinds.ArgumentList)) throw python.Refuse(ErrorTable.RefactorUnsupported, "The call's only argument is a generator without parentheses of its own.", ask, (call, "call"));
        return ListRewriter.Rewrite(list, arguments, [.. wanted.Select(w => (w.IsNamed ? null : w.Present, w.Code))]);
    }

    private (Dictionary<string, PythonNode> Positional, List<PythonNode> Extra) Split(PythonNode call, IReadOnlyList<PythonNode> arguments, int shift)
    {
        var names = change.Before.Where(b => b.IsPositional).Select(b => b.Name).ToList();
        var given = arguments.Skip(shift).Where(a => !a.Is(Kinds.KeywordArgument) && !a.Is(Kinds.DictionarySplat)).ToList();
        var isMoved = !change.Before.Where(b => b.IsPositional).Select(b => b.Name).SequenceEqual(change.After.Where(a => a.IsPositional).Select(a => a.Name).Take(names.Count));
        if (arguments.Take(shift).Any(CallArguments.IsSpread) || given.Exists(g => g.Is(Kinds.ListSplat)) && isMoved)
            throw python.Refuse(ErrorTable.RefactorUnsupported, "The call spreads a list over parameters whose places change.", ask, (call, "call"));
        if (arguments.Any(a => a.Is(Kinds.DictionarySplat)) && change.Before.Any(b => change.IsRemoved(b.Name) && b.Kind is ParameterKind.Normal or ParameterKind.KeywordOnly))
            throw python.Refuse(ErrorTable.RefactorUnsupported, "The call spreads a dictionary that may hold the parameter which is removed.", ask, (call, "call"));
        var plain = given.TakeWhile(g => !g.Is(Kinds.ListSplat)).Take(names.Count).ToList();
        return (plain.Select((g, i) => (names[i], g)).ToDictionary(p => p.Item1, p => p.g), [.. given.Skip(plain.Count)]);
    }

    private List<Argument> Wanted(PythonNode call, IReadOnlyList<PythonNode> arguments, Dictionary<string, PythonNode> positional, List<PythonNode> extra, int shift)
    {
        var wanted = arguments.Take(shift).Select(Argument.Same).ToList();
        var named = new List<Argument>();
        var given = arguments.Where(a => a.Is(Kinds.KeywordArgument)).Select(a => a.Child(Fields.Name)!.Value.Text).ToHashSet();
        var isOpen = true;
        var items = change.After.Where(a => a.IsPositional).ToList();
        foreach (var (item, index) in items.Select((i, at) => (i, at)))
        {
            var hasLater = items.Skip(index + 1).Any(i => positional.ContainsKey(i.Name)) || extra.Count > 0;
            if (positional.TryGetValue(item.Name, out var argument)) (isOpen ? wanted : named).Add(isOpen ? Argument.Same(argument) : ByName(call, item, argument));
            else if (item.New is { } added && (!item.HasDefault || hasLater) && !arguments.Any(a => a.Is(Kinds.ListSplat))) (isOpen ? wanted : named).Add(NewValue(call, item, added, !isOpen));
            else isOpen = false;
        }

        if (extra.Count > 0 && !isOpen) throw python.Refuse(ErrorTable.RefactorUnsupported, "The call gives more arguments than parameters have places.", ask, (call, "call"));
        wanted.AddRange(extra.Select(Argument.Same));
        wanted.AddRange(named);
        wanted.AddRange(arguments.Where(a => a.Is(Kinds.DictionarySplat) || a.Is(Kinds.KeywordArgument) && !change.IsRemoved(a.Child(Fields.Name)!.Value.Text)).Select(Argument.Same));
        foreach (var item in change.After.Where(a => a is { New: not null, HasDefault: false, IsPositional: false } && !given.Contains(a.Name))) wanted.Add(NewValue(call, item, item.New!, true));
        return wanted;
    }

    private Argument ByName(PythonNode call, SignatureItem item, PythonNode argument) => item.Kind == ParameterKind.PositionalOnly
        ? throw python.Refuse(ErrorTable.RefactorUnsupported, $"The call leaves out an argument before that for '{item.Name}', which can only be given by its place.", ask, (call, "call"))
        : new Argument(argument, new CodeText().Write(item.Name + "=").Copy(argument.File.Path, argument.Start, argument.End), IsNamed: true);

    private Argument NewValue(PythonNode call, SignatureItem item, NewParameter added, bool byName)
    {
        if (!added.IsConstant) throw python.Refuse(ErrorTable.RefactorUnsupported, $"Calls must pass '{added.Value}' for '{item.Name}', which may mean something else there.", ask, (call, "call"));
        return new Argument(null, CodeText.Of(byName ? $"{item.Name}={added.Value}" : added.Value), IsNamed: true);
    }

    /// <summary>Arguments are computed in the order in which they are written.</summary>
    private void RefuseEffects(IReadOnlyList<PythonNode> before, List<Argument> after)
    {
        var order = after.Select(a => a.Present).OfType<PythonNode>().ToList();
        foreach (var gone in before.Where(b => !order.Contains(b) && (_effects.Of(CallArguments.ValueOf(b)) & (Effects.Writes | Effects.Prints)) != 0))
            throw python.Refuse(ErrorTable.RefactorSideEffects, "The argument that would go does something when it is computed.", ask, (gone, "argument"));
        for (var first = 0; first < order.Count; first++)
        {
            for (var second = first + 1; second < order.Count; second++)
            {
                if (order[first].Start < order[second].Start) continue;
                var (one, other) = (_effects.Of(CallArguments.ValueOf(order[first])), _effects.Of(CallArguments.ValueOf(order[second])));
                var (does, did) = ((one & (Effects.Writes | Effects.Prints)) != 0, (other & (Effects.Writes | Effects.Prints)) != 0);
                if (does && (other & ~Effects.Creates) != 0 || did && (one & ~Effects.Creates) != 0)
                    throw python.Refuse(ErrorTable.RefactorSideEffects, "Arguments would be computed in another order, and one does something when it is computed.", ask, (order[first], "argument"), (order[second], "argument"));
            }
        }
    }

    private sealed record Argument(PythonNode? Present, CodeText Code, bool IsNamed)
    {
        public static Argument Same(PythonNode node) => new(node, CodeText.From(node.File.Path, node.Start, node.End), IsNamed: false);
    }
}
