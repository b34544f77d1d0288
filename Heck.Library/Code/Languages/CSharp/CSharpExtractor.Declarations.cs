using Heck.Code.Languages.Extraction;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp;

internal sealed partial class CSharpExtractor
{
    private void DeclareNamespace(BaseNamespaceDeclarationSyntax declaration)
    {
        _toldUntil = declaration.Name.Span.End;
        var outer = declaration.Parent is BaseNamespaceDeclarationSyntax ? _writer.Facts.Package + "." : "";
        if (outer.Length > 0 || _writer.Facts.Package is null) _writer.Facts.Package = outer + declaration.Name.ToString();
        Declare(declaration, declaration.Name.Span, SymbolKind.Namespace, new TextSpan(declaration.SpanStart, declaration.Name.Span.End - declaration.SpanStart));
    }

    private void DeclareType(BaseTypeDeclarationSyntax type)
    {
        // The block of extension members has no name; its members are the class's.
        if (type.Identifier.Span.IsEmpty) return;
        var headEnd = type.OpenBraceToken.IsKind(SyntaxKind.None) ? type.Span.End : type.OpenBraceToken.SpanStart;
        Declare(type, type.Identifier, KindOf(type), headEnd);
    }

    private static SymbolKind KindOf(BaseTypeDeclarationSyntax type) => type.Kind() switch
    {
        SyntaxKind.ClassDeclaration => SymbolKind.Class,
        SyntaxKind.StructDeclaration => SymbolKind.Struct,
        SyntaxKind.InterfaceDeclaration => SymbolKind.Interface,
        SyntaxKind.EnumDeclaration => SymbolKind.Enum,
        _ => SymbolKind.Record,
    };

    private void DeclareOperator(BaseMethodDeclarationSyntax method, SyntaxToken first, SyntaxToken last)
    {
        // Without its end there is no name yet.
        if (last.Span.End > first.Span.End) Declare(method, TextSpan.FromBounds(first.SpanStart, last.Span.End), SymbolKind.Method, HeadOf(method, BodyStart(method)));
    }

    private void DeclareField(BaseFieldDeclarationSyntax field, VariableDeclaratorSyntax variable)
    {
        var kind = field is EventFieldDeclarationSyntax ? SymbolKind.Event : field.Modifiers.Any(SyntaxKind.ConstKeyword) ? SymbolKind.Constant : SymbolKind.Field;
        var first = field.Declaration.Variables[0];
        // The value of a constant is short and says what it is.
        var end = kind == SymbolKind.Constant ? variable.Span.End : variable.Initializer?.SpanStart ?? variable.Identifier.Span.End;
        var declaration = new Declaration(field, Unescaped(variable.Identifier), kind, HeadOf(field, end))
        {
            Skipped = TextSpan.FromBounds(first.SpanStart, variable.SpanStart),
            Range = field.Declaration.Variables.Count == 1 ? field.Span : variable.Span,
            ScopeEnd = variable.Span.End,
        };
        Declare(declaration);
    }

    private bool IsPositionalProperty(ParameterSyntax parameter) =>
        parameter.Parent?.Parent is RecordDeclarationSyntax && (_positional ??= new PositionalProperties((CompilationUnitSyntax)parameter.SyntaxTree.GetRoot())).Has(parameter);

    private static int BodyStart(BaseMethodDeclarationSyntax method) => Start(method, method.Body, method.ExpressionBody);

    private static int BodyStart(LocalFunctionStatementSyntax function) => Start(function, function.Body, function.ExpressionBody);

    private static int BodyStart(BasePropertyDeclarationSyntax property) => Start(property, property.AccessorList, (property as PropertyDeclarationSyntax)?.ExpressionBody ?? (property as IndexerDeclarationSyntax)?.ExpressionBody);

    private static int Start(SyntaxNode node, SyntaxNode? body, SyntaxNode? expression) => body?.SpanStart ?? expression?.SpanStart ?? node.Span.End;

    private void Declare(SyntaxNode node, SyntaxToken name, SymbolKind kind, int headEnd)
    {
        if (!name.Span.IsEmpty) Declare(node, Unescaped(name), kind, HeadOf(node, headEnd));
    }

    private void Declare(SyntaxNode node, TextSpan name, SymbolKind kind, TextSpan head) =>
        Declare(new Declaration(node, name, kind, head) { Range = node.Span, ScopeEnd = node.Span.End });

    private void Declare(Declaration declaration)
    {
        var (node, name, kind, head) = declaration;
        if (name.IsEmpty) return;
        var start = _offsets[name.Start];
        if (!_known.TryGetValue(start, out var symbol))
        {
            if (_wanted is { } wanted && !wanted.Contain(name.Start)) return;
            var range = declaration.Range;
            symbol = _writer.Symbol(
                _writer.Name(start, _offsets[name.End]), kind, start, _offsets[range.Start], _offsets[range.End], Accessibility.IsExported(node),
                Signature(head, declaration.Skipped), XmlDoc.Of(node));
            _known.Add(start, symbol);
        }

        _writer.Open(declaration.ScopeEnd, ScopeKind.Type, symbol);
    }

    /// <summary>In <c>@event</c> the name is <c>event</c>.</summary>
    private static TextSpan Unescaped(SyntaxToken name) => name.Text.StartsWith('@') ? TextSpan.FromBounds(name.SpanStart + 1, name.Span.End) : name.Span;

    private static TextSpan HeadOf(SyntaxNode node, int end)
    {
        var attributes = node switch
        {
            MemberDeclarationSyntax member => member.AttributeLists,
            LocalFunctionStatementSyntax function => function.AttributeLists,
            ParameterSyntax parameter => parameter.AttributeLists,
            _ => default,
        };
        var start = attributes.Count == 0 ? node.SpanStart : attributes[^1].GetLastToken().GetNextToken().SpanStart;
        return TextSpan.FromBounds(Math.Min(start, end), end);
    }

    private string Signature(TextSpan head, TextSpan skipped)
    {
        var line = new HeadText(_writer.Source, _offsets[head.Start]);
        if (!skipped.IsEmpty) line.Skip(_offsets[skipped.Start], _offsets[skipped.End]);
        var text = _offsets.Text.AsSpan(0, head.End);
        for (var at = Math.Max(head.Start, skipped.End); text[at..].IndexOf('/') is >= 0 and var slash;)
        {
            at += slash;
            var comment = CommentLength(text[at..]);
            if (comment > 0) line.Skip(_offsets[at], _offsets[at + comment]);
            at += Math.Max(1, comment);
        }

        return line.Finish(_offsets[head.End]);
    }

    private static int CommentLength(ReadOnlySpan<char> text)
    {
        var end = text.StartsWith("//") ? text.IndexOf('\n') : text.StartsWith("/*") ? text.IndexOf("*/") : 0;
        return end < 0 ? text.Length : end + (text.StartsWith("/*") ? 2 : 0);
    }

    private readonly record struct Declaration(SyntaxNode Node, TextSpan Name, SymbolKind Kind, TextSpan Head)
    {
        public TextSpan Skipped { get; init; }

        public TextSpan Range { get; init; }

        public int ScopeEnd { get; init; }
    }
}
