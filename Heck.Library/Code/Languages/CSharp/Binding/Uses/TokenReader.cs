using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Refactoring;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>Says what an identifier means, by the compiler's semantic model.</summary>
internal sealed class TokenReader(CSharpProgram program, SemanticModel model, CancellationToken ct)
{
    public IEnumerable<Meaning> Read(SyntaxToken token)
    {
        if (token.Parent is SimpleNameSyntax name) return OfName(name);
        return token.Parent is { } node && model.GetDeclaredSymbol(node, ct) is { } declared ? [Declared(declared)] : [];
    }

    private static Meaning Declared(ISymbol symbol) => new(SymbolFacts.Canonical(symbol), IsDeclaration: true);

    private IEnumerable<Meaning> OfName(SimpleNameSyntax name)
    {
        if (DeclaredBy(name) is { } declared) return [Declared(declared)];
        var meanings = Referred(name).ToList();
        return meanings is [{ Symbol: not null } only] && Projected(name) is { } projection ? Projection(only, name, projection) : meanings;
    }

    private ISymbol? DeclaredBy(SimpleNameSyntax name) => name.Parent switch
    {
        NameEqualsSyntax { Parent: UsingDirectiveSyntax directive } => model.GetDeclaredSymbol(directive, ct),
        NameEqualsSyntax { Parent: AnonymousObjectMemberDeclaratorSyntax member } => model.GetDeclaredSymbol(member, ct),
        NameColonSyntax { Parent: ArgumentSyntax { Parent: TupleExpressionSyntax } element } => model.GetDeclaredSymbol(element, ct),
        _ => NamespacePart(name),
    };

    /// <summary>In <c>namespace A.B.C</c> each part declares its namespace.</summary>
    private INamespaceSymbol? NamespacePart(SimpleNameSyntax name)
    {
        NameSyntax whole = name.Parent is QualifiedNameSyntax own && own.Right == name ? own : name;
        var above = 0;
        for (; whole.Parent is QualifiedNameSyntax outer; whole = outer) above++;
        if (whole.Parent is not BaseNamespaceDeclarationSyntax declaration || declaration.Name != whole) return null;
        var space = model.GetDeclaredSymbol(declaration, ct) as INamespaceSymbol;
        for (; above > 0; above--) space = space?.ContainingNamespace;
        return space;
    }

    private IEnumerable<Meaning> Referred(SimpleNameSyntax name)
    {
        if (name is IdentifierNameSyntax identifier && model.GetAliasInfo(identifier, ct) is { } alias && alias.Name == identifier.Identifier.ValueText) return [new Meaning(alias)];
        var info = model.GetSymbolInfo(name, ct);
        if (info.Symbol is { } symbol) return [new Meaning(SymbolFacts.Canonical(symbol))];
        var candidates = (info.CandidateSymbols.IsEmpty ? model.GetMemberGroup(name, ct) : info.CandidateSymbols).Select(SymbolFacts.Canonical).Distinct(SymbolEqualityComparer.Default).ToList();
        return candidates switch
        {
            [] => [new Meaning(null, Limit: LimitOf(name))],
            [var only] => [new Meaning(only)],
            // The compiler takes the first that is declared, and says so.
            _ when name.FirstAncestorOrSelf<CrefSyntax>() is not null => [new Meaning(candidates.MinBy(c => (c.Locations.FirstOrDefault()?.SourceTree?.FilePath, c.Locations.FirstOrDefault()?.SourceSpan.Start)))],
            _ when info.CandidateReason is CandidateReason.None or CandidateReason.MemberGroup or CandidateReason.LateBound or CandidateReason.Ambiguous => candidates.Select(c => new Meaning(c)),
            _ => [new Meaning(null, Candidates: candidates)],
        };
    }

    /// <summary>The node that takes its name from this one: a member of an anonymous type, or an element of a tuple.</summary>
    private static SyntaxNode? Projected(SimpleNameSyntax name)
    {
        var whole = WholeOf(name);
        return whole.Parent switch
        {
            AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } member => member,
            ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax } element => element,
            _ => null,
        };
    }

    private static ExpressionSyntax WholeOf(SimpleNameSyntax name)
    {
        ExpressionSyntax whole = name.Parent switch
        {
            MemberAccessExpressionSyntax access when access.Name == name => access,
            MemberBindingExpressionSyntax binding => binding,
            _ => name,
        };
        while (whole.Parent is ConditionalAccessExpressionSyntax conditional && conditional.WhenNotNull == whole) whole = conditional;
        return whole;
    }

    private IEnumerable<Meaning> Projection(Meaning variable, SimpleNameSyntax name, SyntaxNode projection)
    {
        var plain = name.Identifier.ValueText;
        var member = projection is AnonymousObjectMemberDeclaratorSyntax anonymous ? model.GetDeclaredSymbol(anonymous, ct) : model.GetDeclaredSymbol((ArgumentSyntax)projection, ct);
        if (member?.Name != plain) return [variable];
        var prefix = CSharpNameRule.Written(plain) + (projection is ArgumentSyntax ? ": " : " = ");
        var whole = WholeOf(name);
        var kept = whole == name ? variable with { Form = prefix + NameUse.Hole } : variable with { Insert = (whole.SpanStart, prefix) };
        return [kept, new Meaning(SymbolFacts.Canonical(member), IsDeclaration: true)];
    }

    private UseLimit LimitOf(SimpleNameSyntax name) => name.Parent switch
    {
        NameColonSyntax { Parent: ArgumentSyntax or AttributeArgumentSyntax } => UseLimit.Parameters,
        NameEqualsSyntax { Parent: AttributeArgumentSyntax } => UseLimit.None,
        MemberAccessExpressionSyntax access when access.Name == name => OfReceiver(access.Expression),
        MemberBindingExpressionSyntax binding when binding.FirstAncestorOrSelf<ConditionalAccessExpressionSyntax>(c => c.WhenNotNull.Contains(binding)) is { } conditional => OfReceiver(conditional.Expression),
        QualifiedNameSyntax qualified when qualified.Right == name => UseLimit.Types,
        AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { Parent: ExpressionSyntax created } } assignment when assignment.Left == name => OfReceiver(created),
        NameColonSyntax or ExpressionColonSyntax => UseLimit.Any,
        _ => UseLimit.Types,
    };

    /// <summary>A type that no source declares is a library's, which cannot know ours; only an extension method could be meant.</summary>
    private UseLimit OfReceiver(ExpressionSyntax receiver) =>
        model.GetTypeInfo(receiver, ct).Type is INamedTypeSymbol { TypeKind: TypeKind.Error, Name.Length: > 0, Arity: 0 } missing && !program.Declares(missing.Name) ? UseLimit.Extensions : UseLimit.Any;
}
