using Heck.Code.Languages.CSharp.Binding.Uses;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Visibility;

/// <summary>Gives a type or member another accessibility, in all its parts; refused while something uses it that could no longer.</summary>
internal sealed class ChangeAccessibility : IRefactoring<ExportAsk>, IRefactoring<UnexportAsk>
{
    private static readonly string[] Known = ["public", "internal", "private", "protected", "protected internal", "private protected"];

    public Proposal Propose(ExportAsk ask, RefactorScene shared, CancellationToken ct) => Change(ask, ask.To ?? "public", shared, ct);

    public Proposal Propose(UnexportAsk ask, RefactorScene shared, CancellationToken ct) => Change(ask, ask.To ?? "internal", shared, ct);

    private static Proposal Change(SymbolAsk ask, string to, RefactorScene shared, CancellationToken ct)
    {
        var scene = new CSharpScene(shared, ask.Path, ask.Offset);
        if (!Known.Contains(to)) throw scene.Refuse(ErrorTable.RefactorInvalidName, $"'{to}' is no accessibility; there are {string.Join(", ", Known)}.");
        var found = scene.Symbol(ct);
        RefuseKind(scene, found, to);
        var bound = shared.Symbol(ask, ct);
        if (shared.Binder.SetOf(bound, ct) is { Refusal: null, Symbols: var family } && family.Where(s => s != bound).ToList() is [_, ..] others)
            throw scene.Refuse(ErrorTable.RefactorBreaksInterface, $"'{bound.Name}' must be as accessible as what it overrides or implements.", others.Select(o => new NameUse(o.Path, o.Offset, 0, o)), "must agree");
        var verdicts = shared.UsesOf(bound, ask, ct);
        var uses = verdicts.Changed.Where(u => !u.IsDeclaration).ToList();
        new Reach(scene, found, to, ct).RefuseUses(uses);
        var edits = found.DeclaringSyntaxReferences.Select(r => (Source: SourceOf(scene, r.SyntaxTree), Node: Member(scene, r.GetSyntax(ct)))).ToList() is var parts && parts.Exists(p => Written(p.Node).Count > 0)
            ? parts.Where(p => Written(p.Node).Count > 0).Select(p => Edit(scene, p.Source, p.Node, to)).ToList() : parts.ConvertAll(p => Edit(scene, p.Source, p.Node, to));
        return new Proposal($"Make {SymbolFacts.KindOf(found)} {bound.Name} {to}", edits, shared.LedgerOf(bound.Name, verdicts, ct)) { NewNames = [bound.Name], Concerned = [.. uses.Select(u => u.Path).Distinct()] };
    }

    private static void RefuseKind(CSharpScene scene, ISymbol symbol, string to)
    {
        if (symbol is not (INamedTypeSymbol or IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }) || symbol is IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } || symbol.ContainingType is { TypeKind: TypeKind.Interface })
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"A {SymbolFacts.KindOf(symbol)} of this kind has no accessibility of its own, or calls that are not spelled.");
        if (symbol is INamedTypeSymbol { ContainingType: null } type && (to is not ("public" or "internal") || type.IsFileLocal)) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"A type that is not nested cannot become {to} here.");
        if (Text(symbol.DeclaredAccessibility) == to) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is {to} already.");
    }

    private static string Text(Microsoft.CodeAnalysis.Accessibility accessibility) => SyntaxFacts.GetText(accessibility);

    private static CSharpSource SourceOf(CSharpScene scene, SyntaxTree tree) => scene.Program.DocumentOf(tree) is { } document ? scene.SourceOf(document.Path) : throw scene.Refuse(ErrorTable.RefactorUnsupported, "A part of it is made by a generator.");

    private static MemberDeclarationSyntax Member(CSharpScene scene, SyntaxNode node) => node switch
    {
        VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax { Variables.Count: > 1 } } => throw scene.Refuse(ErrorTable.RefactorUnsupported, "The declaration declares several."),
        _ => node.FirstAncestorOrSelf<MemberDeclarationSyntax>() ?? throw scene.Refuse(ErrorTable.RefactorUnsupported, "The declaration takes no accessibility."),
    };

    private static List<SyntaxToken> Written(MemberDeclarationSyntax member) => [.. member.Modifiers.Where(m => m.Kind() is SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.PrivateKeyword or SyntaxKind.ProtectedKeyword)];

    private static ProposedEdit Edit(CSharpScene scene, CSharpSource source, MemberDeclarationSyntax member, string to)
    {
        var written = Written(member);
        if (written is [var first, var second] && first.GetNextToken() != second) throw scene.Refuse(ErrorTable.RefactorUnsupported, "Other modifiers stand between those of the accessibility.", [(source, first.SpanStart, "in the way")]);
        if (written.Count > 0) return CSharpScene.Edit(source, TextSpan.FromBounds(written[0].SpanStart, written[^1].Span.End), CodeText.Of(to));
        var at = member.Modifiers.Count > 0 ? member.Modifiers[0].SpanStart : member.AttributeLists.Count > 0 ? member.AttributeLists.Last().GetLastToken().GetNextToken().SpanStart : member.SpanStart;
        return CSharpScene.Insert(source, at, CodeText.Of(to + " "));
    }
}
