using Heck.Code.Languages.CSharp.Refactoring.Effects;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Heck.Code.Languages.CSharp.Refactoring.Signatures;

/// <summary>Gives a call the arguments of the new signature. What is evaluated in an order that could be noticed keeps it, by names.</summary>
internal sealed class CallRewriter(CSharpScene scene, SignaturePlan plan, CancellationToken ct)
{
    public ListRewrite Rewrite(CSharpSource source, SyntaxNode call, ArgumentListSyntax list)
    {
        var given = Map(source, call, list);
        RefuseLostEffects(source, given.Where(g => plan.Removed.Contains(g.Ordinal)).Select(g => g.Argument));
        var rest = given.Where(g => g.IsRest).Select(g => g.Argument).ToList();
        var byOrdinal = given.Where(g => !g.IsRest).ToDictionary(g => g.Ordinal, g => g.Argument);
        var receiver = source.Model.GetSymbolInfo(call, ct).Symbol is IMethodSymbol { ReducedFrom: not null };
        var items = InOrder(byOrdinal, rest, receiver, source, call);
        if (OrderMatters(source, byOrdinal, [.. items.Select(i => i.Code).OfType<ArgumentSyntax>()])) items = Named(byOrdinal, rest, source, call);
        var rewrite = new ListRewrite(source, list.OpenParenToken, list.CloseParenToken, [.. list.Arguments], items);
        if (rewrite.ChangesSomething) rewrite.RefuseComments(scene);
        return rewrite;
    }

    private List<(int Ordinal, ArgumentSyntax Argument, bool IsRest)> Map(CSharpSource source, SyntaxNode call, ArgumentListSyntax list)
    {
        var operation = source.Model.GetOperation(call, ct);
        var arguments = operation switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            IExpressionStatementOperation { Operation: IInvocationOperation initializer } => initializer.Arguments,
            _ => throw scene.Refuse(ErrorTable.RefactorUnknownOccurrences, "How this call fits the parameters cannot be decided.", [(source, call.SpanStart, "call")]),
        };
        var mapped = arguments.Where(a => a.Syntax is ArgumentSyntax && a.ArgumentKind == ArgumentKind.Explicit).Select(a => (a.Parameter!.Ordinal, (ArgumentSyntax)a.Syntax, false)).ToList();
        var array = arguments.FirstOrDefault(a => a.ArgumentKind is ArgumentKind.ParamArray or ArgumentKind.ParamCollection)?.Parameter?.Ordinal ?? -1;
        mapped.AddRange(list.Arguments.Where(a => !mapped.Exists(m => m.Item2 == a)).Select(a => (array, a, true)));
        return mapped.Exists(m => m.Item1 < 0) ? throw scene.Refuse(ErrorTable.RefactorUnknownOccurrences, "How this call fits the parameters cannot be decided.", [(source, call.SpanStart, "call")]) : mapped;
    }

    private List<(string Before, SyntaxNode? Code)> InOrder(Dictionary<int, ArgumentSyntax> given, List<ArgumentSyntax> rest, bool hasReceiver, CSharpSource source, SyntaxNode call)
    {
        var items = new List<(string, SyntaxNode?)>();
        var isNamed = false;
        foreach (var slot in plan.Slots.Skip(hasReceiver ? 1 : 0))
        {
            var name = Binding.CSharpNameRule.Written(plan.NameOf(slot));
            if (slot.Added is { IsOptional: false } added) items.Add(((isNamed ? $"{name}: " : "") + added.Value, null));
            else if (slot.Ordinal >= 0 && given.TryGetValue(slot.Ordinal, out var argument)) items.Add((isNamed && argument.NameColon is null ? $"{name}: " : "", argument));
            else if (slot.Ordinal >= 0 && rest.Count > 0 && plan.Slots[^1] == slot && IsRest(slot, source, call)) items.AddRange(Rest(rest, isNamed, source, call));
            else isNamed = true;
        }

        return items;
    }

    private bool IsRest(ParameterSlot slot, CSharpSource source, SyntaxNode call) => source.Model.GetSymbolInfo(call, ct).Symbol is IMethodSymbol method && (method.ReducedFrom ?? method).Parameters[slot.Ordinal].IsParams;

    private IEnumerable<(string, SyntaxNode?)> Rest(List<ArgumentSyntax> rest, bool isNamed, CSharpSource source, SyntaxNode call) => isNamed
        ? throw scene.Refuse(ErrorTable.RefactorUnsupported, "The call gives the last parameter several values behind one that it would have to leave out.", [(source, call.SpanStart, "call")])
        : rest.Select(r => ("", (SyntaxNode?)r));

    /// <summary>All by name, in the order in which they are evaluated now.</summary>
    private List<(string Before, SyntaxNode? Code)> Named(Dictionary<int, ArgumentSyntax> given, List<ArgumentSyntax> rest, CSharpSource source, SyntaxNode call)
    {
        if (rest.Count > 0) throw scene.Refuse(ErrorTable.RefactorSideEffects, "The arguments would be evaluated in another order.", [(source, call.SpanStart, "call")]);
        var slots = plan.Slots.Where(s => s.Ordinal >= 0 && given.ContainsKey(s.Ordinal)).OrderBy(s => given[s.Ordinal].SpanStart);
        return
        [
            .. slots.Select(s => (given[s.Ordinal].NameColon is null ? $"{Binding.CSharpNameRule.Written(plan.NameOf(s))}: " : "", (SyntaxNode?)given[s.Ordinal])),
            .. plan.Slots.Where(s => s.Added is { IsOptional: false }).Select(s => ($"{s.Added!.Name}: {s.Added.Value}", (SyntaxNode?)null)),
        ];
    }

    private bool OrderMatters(CSharpSource source, Dictionary<int, ArgumentSyntax> given, List<ArgumentSyntax> now)
    {
        var effects = new EffectReader(source.Model, ct);
        var before = given.Values.Where(now.Contains).OrderBy(a => a.SpanStart).ToList();
        var after = now.Where(before.Contains).ToList();
        if (before.SequenceEqual(after)) return false;
        var levels = before.Select(a => effects.Of(a.Expression)).ToList();
        return levels.Contains(Effect.Acts) && levels.Count(l => l > Effect.None) > 1;
    }

    private void RefuseLostEffects(CSharpSource source, IEnumerable<ArgumentSyntax> lost)
    {
        var effects = new EffectReader(source.Model, ct);
        if (lost.FirstOrDefault(a => effects.Of(a.Expression) == Effect.Acts || a.RefKindKeyword.RawKind != 0 || a.Expression is DeclarationExpressionSyntax) is { } argument)
            throw scene.Refuse(ErrorTable.RefactorSideEffects, "An argument that goes may do something.", [(source, argument.SpanStart, "effect")]);
    }
}
