using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Signatures;

/// <summary>The parameters that there will be, in their order.</summary>
internal sealed class SignaturePlan
{
    private readonly CSharpScene _scene;
    private readonly IMethodSymbol _method;

    public SignaturePlan(CSharpScene scene, IMethodSymbol method, ChangeSignatureAsk ask, SyntaxNode declaration)
    {
        (_scene, _method) = (scene, method);
        var removed = ask.Remove.Select(Existing).ToHashSet();
        var kept = method.Parameters.Where(p => !removed.Contains(p.Ordinal)).Select(p => new ParameterSlot(p.Ordinal)).ToList();
        var added = ask.Add.Select(Parse).ToList();
        if (added.Find(a => method.Parameters.Any(p => p.Name == a.Identifier.ValueText)) is { } twice) throw scene.Refuse(ErrorTable.RefactorNameTaken, $"'{twice.Identifier}' is a parameter already.");
        Slots = Order(kept, [.. added.Select(a => new ParameterSlot(-1, new AddedParameter(a, IsOptional: false)))], ask.Order);
        Slots = [.. Slots.Select((s, i) => s.Added is { } a && IsConstant(a.Syntax.Default!.Value, declaration) && Slots.Skip(i + 1).All(MayFollowOptional) ? s with { Added = a with { IsOptional = true } } : s)];
        Removed = removed;
        RefuseShape();
    }

    public IReadOnlyList<ParameterSlot> Slots { get; }

    /// <summary>Places of the parameters that go.</summary>
    public IReadOnlySet<int> Removed { get; }

    public string NameOf(ParameterSlot slot) => slot.Added?.Name ?? _method.Parameters[slot.Ordinal].Name;

    private int Existing(string name) => _method.Parameters.FirstOrDefault(p => p.Name == Binding.CSharpNameRule.Plain(name)) is { } found
        ? found.Ordinal : throw _scene.Refuse(ErrorTable.TargetNotFound, $"'{_method.Name}' has no parameter '{name}'.");

    private ParameterSyntax Parse(string text)
    {
        var list = SyntaxFactory.ParseParameterList($"({text})");
        if (list.ContainsDiagnostics || list.Parameters is not [{ Type: not null, Identifier.ValueText.Length: > 0, Modifiers.Count: 0 } parameter]) throw _scene.Refuse(ErrorTable.RefactorInvalidName, $"'{text}' is no parameter such as 'int limit = 10'.");
        return parameter.Default is not null ? parameter : throw _scene.Refuse(ErrorTable.RefactorInvalidName, $"'{text}' says no value that present calls pass, as in 'int limit = 10'.");
    }

    private List<ParameterSlot> Order(List<ParameterSlot> kept, List<ParameterSlot> added, IReadOnlyList<string> order)
    {
        if (order.Count == 0)
        {
            var last = kept.FindIndex(k => _method.Parameters[k.Ordinal].IsParams);
            kept.InsertRange(last < 0 ? kept.Count : last, added);
            return kept;
        }

        var all = kept.Concat(added).ToDictionary(NameOf);
        var names = order.Select(Binding.CSharpNameRule.Plain).ToList();
        if (names.Count != all.Count || names.Distinct().Count() != names.Count || names.Find(n => !all.ContainsKey(n)) is not null)
            throw _scene.Refuse(ErrorTable.TargetNotFound, $"The order must name each of {string.Join(", ", all.Keys)} once.");
        return [.. names.Select(n => all[n])];
    }

    private bool MayFollowOptional(ParameterSlot slot) => slot.Added is not null || _method.Parameters[slot.Ordinal].IsOptional;

    private bool IsConstant(ExpressionSyntax value, SyntaxNode declaration) => value switch
    {
        LiteralExpressionSyntax or DefaultExpressionSyntax => true,
        PrefixUnaryExpressionSyntax { Operand: LiteralExpressionSyntax } => true,
        SimpleNameSyntax or MemberAccessExpressionSyntax => _scene.SourceOf(_scene.Program.DocumentOf(declaration.SyntaxTree)!.Path).Model.GetSpeculativeSymbolInfo(declaration.SpanStart, value, SpeculativeBindingOption.BindAsExpression).Symbol is IFieldSymbol { HasConstantValue: true },
        _ => false,
    };

    private void RefuseShape()
    {
        var array = Slots.ToList().FindIndex(s => s.Ordinal >= 0 && _method.Parameters[s.Ordinal].IsParams);
        if (array >= 0 && array != Slots.Count - 1) throw _scene.Refuse(ErrorTable.RefactorUnsupported, "The parameter that takes the rest must stay the last.");
        if (_method.IsExtensionMethod && Slots is not [{ Ordinal: 0 }, ..]) throw _scene.Refuse(ErrorTable.RefactorUnsupported, "An extension method keeps what it extends in front.");
    }
}
