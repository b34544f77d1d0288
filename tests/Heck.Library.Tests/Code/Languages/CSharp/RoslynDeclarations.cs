using System.Text;
using Heck.Library.Tests.Code.Languages.Oracles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;
using SymbolKind = Heck.Code.Languages.SymbolKind;

namespace Heck.Library.Tests.Code.Languages.CSharp;

/// <summary>What Roslyn declares for a file compiled alone, told by its symbols and not by its syntax.</summary>
internal static class RoslynDeclarations
{
    private static readonly CSharpParseOptions Options = new(LanguageVersion.Preview);
    private static readonly MetadataReference[] References = [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)];

    public static IEnumerable<Declared> Of(string file)
    {
        var tree = CSharpSyntaxTree.ParseText(File.ReadAllText(file), Options, file);
        var compilation = CSharpCompilation.Create("oracle", [tree], References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true));
        var model = compilation.GetSemanticModel(tree);
        var namespaces = tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>().Select(n => (n.Name.Span, SymbolKind.Namespace));
        var functions = tree.GetRoot().DescendantNodes().OfType<LocalFunctionStatementSyntax>().SelectMany(f => Places(model.GetDeclaredSymbol(f)!, SymbolKind.Function));
        return namespaces.Concat(functions).Concat(Members(compilation.Assembly.GlobalNamespace)).Distinct().Select(d => Declare(tree, d.Item1, d.Item2));
    }

    /// <summary>Whether an offset lies in code that the preprocessor leaves out, which the compiler does not see.</summary>
    public static Predicate<int> Disabled(string file)
    {
        var text = SourceText.From(File.ReadAllText(file));
        var root = CSharpSyntaxTree.ParseText(text, Options).GetRoot();
        TextSpan[] spans = [.. root.DescendantTrivia().Where(t => t.IsKind(SyntaxKind.DisabledTextTrivia)).Select(t => t.Span)];
        if (spans.Length == 0) return _ => false;
        var utf8 = Encoding.UTF8.GetBytes(text.ToString());
        return offset => spans.Any(s => s.Contains(Encoding.UTF8.GetCharCount(utf8, 0, offset)));
    }

    private static IEnumerable<(TextSpan, SymbolKind)> Members(INamespaceOrTypeSymbol owner) => owner.GetMembers().SelectMany(Declarations);

    private static IEnumerable<(TextSpan, SymbolKind)> Declarations(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol inner => Members(inner),
        INamedTypeSymbol type => [.. type.IsExtension ? [] : Places(type, KindOf(type)), .. Members(type)],
        IMethodSymbol { MethodKind: MethodKind.Constructor or MethodKind.StaticConstructor } method => Places(method, SymbolKind.Constructor),
        IMethodSymbol { AssociatedSymbol: null } method => [.. Places(method, SymbolKind.Method), .. Parts(method)],
        IFieldSymbol { AssociatedSymbol: null } field => Places(field, KindOf(field)),
        IPropertySymbol property => Places(property, SymbolKind.Property),
        IEventSymbol declared => Places(declared, SymbolKind.Event),
        _ => [],
    };

    private static IEnumerable<(TextSpan, SymbolKind)> Parts(IMethodSymbol method) =>
        method.PartialImplementationPart is { } part ? Places(part, SymbolKind.Method) : [];

    private static SymbolKind KindOf(INamedTypeSymbol type) => type switch
    {
        { IsRecord: true } => SymbolKind.Record,
        { TypeKind: TypeKind.Struct } => SymbolKind.Struct,
        { TypeKind: TypeKind.Interface } => SymbolKind.Interface,
        { TypeKind: TypeKind.Enum } => SymbolKind.Enum,
        { TypeKind: TypeKind.Delegate } => SymbolKind.Delegate,
        _ => SymbolKind.Class,
    };

    private static SymbolKind KindOf(IFieldSymbol field) =>
        field.ContainingType.TypeKind == TypeKind.Enum ? SymbolKind.EnumMember : field.IsConst ? SymbolKind.Constant : SymbolKind.Field;

    private static IEnumerable<(TextSpan, SymbolKind)> Places(ISymbol symbol, SymbolKind kind)
    {
        if (symbol.IsImplicitlyDeclared) yield break;
        foreach (var reference in symbol.DeclaringSyntaxReferences)
        {
            var node = reference.GetSyntax();
            // A primary constructor is declared by its type, a program's class by its statements.
            if (node is CompilationUnitSyntax || (symbol is IMethodSymbol && node is TypeDeclarationSyntax)) continue;
            yield return (NameOf(symbol, node), kind);
        }
    }

    private static TextSpan NameOf(ISymbol symbol, SyntaxNode node) => node switch
    {
        OperatorDeclarationSyntax method => TextSpan.FromBounds(method.OperatorKeyword.SpanStart, method.OperatorToken.Span.End),
        ConversionOperatorDeclarationSyntax method => TextSpan.FromBounds(method.ImplicitOrExplicitKeyword.SpanStart, method.Type.Span.End),
        _ => symbol.Locations.Single(l => node.Span.Contains(l.SourceSpan)).SourceSpan,
    };

    private static Declared Declare(SyntaxTree tree, TextSpan span, SymbolKind kind)
    {
        var text = tree.GetText();
        if (text[span.Start] == '@') span = TextSpan.FromBounds(span.Start + 1, span.End);
        var place = text.Lines.GetLinePosition(span.Start);
        return new Declared(tree.FilePath, place.Line + 1, place.Character + 1, SymbolComparison.KindName(kind), text.ToString(span));
    }
}
