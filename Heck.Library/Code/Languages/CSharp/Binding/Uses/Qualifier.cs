using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>How a new name must be written at one place: behind <c>this.</c> or its type where something nearer has the name, without the attribute's suffix where the old one had none.</summary>
internal sealed class Qualifier(CSharpProgram program, CancellationToken ct)
{
    public NameUse Fit(NameUse use, string oldName, string newName)
    {
        if (program.Document(use.Path) is not { } document) return use;
        var (oldPlain, newPlain) = (CSharpNameRule.Plain(oldName), CSharpNameRule.Plain(newName));
        var position = document.PositionOf(use.Start);
        var spelled = document.Text.Substring(position, document.PositionOf(use.Start + use.Length) - position);
        if (spelled == UseCollector.ShortName(oldPlain) && UseCollector.ShortName(newPlain) is { } brief) return use with { Form = brief };
        if (position > 0 && document.Text[position - 1] == '@' && newName != newPlain) use = use with { Also = new TextEdit(use.Start - 1, 1, "") };
        return use.IsDeclaration || use.Form != NameUse.Plain ? use : use with { Form = Prefix(document, position, newPlain) + NameUse.Hole };
    }

    /// <summary>What keeps a member's simple name meaning it when a variable of the same name comes nearer: <c>this.</c> or its type; null when nothing does.</summary>
    public IReadOnlyList<HeldUse> Hold(IReadOnlyList<NameUse> newUses, IReadOnlySet<BoundSymbol> renamed) =>
        [.. newUses.Where(u => u is { IsDeclaration: false, Symbol.ByDot: true }).Select(u => (Use: u, Prefix: HoldAt(u, renamed))).Where(h => h.Prefix is not null).Select(h => new HeldUse(h.Use, h.Prefix!))];

    private string? HoldAt(NameUse use, IReadOnlySet<BoundSymbol> renamed)
    {
        var files = renamed.Select(s => s.Path).ToHashSet();
        if (!files.Contains(use.Path) || program.Document(use.Path) is not { } document || SimpleName(document, document.PositionOf(use.Start)) is not { } found) return null;
        var inScope = renamed.Select(s => CSharpNameRule.Plain(s.Name)).Distinct().SelectMany(n => found.Model.LookupSymbols(found.Name.SpanStart, name: n));
        return inScope.Any(s => s is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction } && IsAny(s, document, renamed))
            ? MemberPrefix(found.Name, found.Model) : null;
    }

    private static bool IsAny(ISymbol symbol, CSharpDocument document, IReadOnlySet<BoundSymbol> renamed) => symbol.Locations.Any(l => l.IsInSource
        && NamePlace.At(document, l.SourceSpan.Start, symbol.Name) is { } place && renamed.Any(r => r.Path == document.Path && r.Offset == place.Start));

    private string Prefix(CSharpDocument document, int position, string newName)
    {
        if (SimpleName(document, position) is not { } found) return "";
        var nearer = found.Model.LookupSymbols(position, name: newName);
        return nearer.Any(s => s is ILocalSymbol or IParameterSymbol or IRangeVariableSymbol or IMethodSymbol { MethodKind: MethodKind.LocalFunction }) ? MemberPrefix(found.Name, found.Model) ?? "" : "";
    }

    private (SimpleNameSyntax Name, SemanticModel Model)? SimpleName(CSharpDocument document, int position)
    {
        if (program.UnitsOf(document).FirstOrDefault() is not { } unit) return null;
        var token = document.Tree(unit.Parsing).GetRoot(ct).FindToken(position);
        return token.Parent is SimpleNameSyntax name && IsLookedUp(name) ? (name, unit.Model(document)) : null;
    }

    private string? MemberPrefix(SimpleNameSyntax name, SemanticModel model)
    {
        if (model.GetSymbolInfo(name, ct).Symbol is not { } member || member is not (IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary })) return null;
        if (!member.IsStatic) return model.GetEnclosingSymbol(name.SpanStart, ct) is { IsStatic: false } ? "this." : null;
        return member.ContainingType is { Arity: 0 } type ? type.ToMinimalDisplayString(model, name.SpanStart) + "." : null;
    }

    private static bool IsLookedUp(SimpleNameSyntax name) => name.Parent switch
    {
        MemberAccessExpressionSyntax access => access.Expression == name,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression or (int)SyntaxKind.WithInitializerExpression } } assignment => assignment.Left != name,
        MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax or ExpressionColonSyntax or AliasQualifiedNameSyntax or CrefSyntax or XmlNameAttributeSyntax => false,
        _ => true,
    };
}
