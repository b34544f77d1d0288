using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Moving;

/// <summary>The text of a new file for moved types.</summary>
internal sealed class NewFile(CSharpScene scene, MovedPart part, UsingChoice choice)
{
    private CSharpSource Source => scene.Source;

    public CodeText Code()
    {
        var code = new CodeText();
        if (HeaderEnd() is var end and > 0) code.Append(CSharpScene.Copy(Source, TextSpan.FromBounds(0, end)));
        foreach (var line in Nullability()) code.Write(line + "\n\n");
        AddUsings(code, Source.Root.Usings.Where(u => u.GlobalKeyword.RawKind == 0), "");
        var containers = part.Types.GroupBy(t => t.Parent!).ToList();
        if (containers.Count > 1 && Source.Root.Members.Any(m => m is FileScopedNamespaceDeclarationSyntax) && containers.Exists(c => c.Key is not BaseNamespaceDeclarationSyntax and not CompilationUnitSyntax)) throw scene.Refuse(ErrorTable.RefactorUnsupported, "Types of several surroundings cannot go to one new file.");
        foreach (var (container, index) in containers.Select((c, i) => (c, i))) Add(code.Write(index > 0 ? "\n" : ""), container.Key, [.. container]);
        return code;
    }

    /// <summary>Comments at the very beginning that are not those of the first declaration, such as a licence.</summary>
    private int HeaderEnd()
    {
        var first = Source.Root.GetFirstToken(includeZeroWidth: true);
        var comments = first.LeadingTrivia.TakeWhile(t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia or SyntaxKind.EndOfLineTrivia or SyntaxKind.WhitespaceTrivia).Where(t => t.Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia).ToList();
        if (comments.Count == 0) return 0;
        var isType = Source.Root.Usings.Count == 0 && Source.Root.Members.FirstOrDefault() is BaseTypeDeclarationSyntax or DelegateDeclarationSyntax;
        var end = Source.NextLine(comments[^1].Span.End);
        if (isType && (end >= Source.Text.Length || !Source.IsBlank(end, Source.NextLine(end)))) return 0;
        while (end < first.SpanStart && Source.IsBlank(end, Source.NextLine(end))) end = Source.NextLine(end);
        return end;
    }

    /// <summary>What the file says about null before its types.</summary>
    private IEnumerable<string> Nullability()
    {
        string? last = null;
        for (var directive = Source.Root.GetFirstDirective(); directive is not null && directive.SpanStart < part.Types[0].SpanStart; directive = directive.GetNextDirective())
        {
            if (directive is NullableDirectiveTriviaSyntax nullable) last = nullable.SettingToken.IsKind(SyntaxKind.RestoreKeyword) ? null : directive.ToString().Trim();
        }

        return last is null ? [] : [last];
    }

    private void AddUsings(CodeText code, IEnumerable<UsingDirectiveSyntax> usings, string indent)
    {
        var needed = usings.Where(u => choice.IsNeeded(part.To, u)).ToList();
        foreach (var directive in needed) code.Write(indent).Append(CSharpScene.Copy(Source, directive.Span)).Write("\n");
        code.Write(needed.Count > 0 ? "\n" : "");
    }

    private void Add(CodeText code, SyntaxNode container, IReadOnlyList<MemberDeclarationSyntax> types)
    {
        var around = container.AncestorsAndSelf().Where(a => a is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).Reverse().ToList();
        foreach (var outer in around) Open(code, outer);
        new MovedTypes(Source).Add(code, types, Source.IndentAt(types[0].SpanStart));
        foreach (var outer in Enumerable.Reverse(around)) code.Write(outer is FileScopedNamespaceDeclarationSyntax ? "" : $"{Source.IndentAt(outer.SpanStart)}}}\n");
    }

    private void Open(CodeText code, SyntaxNode outer)
    {
        var indent = Source.IndentAt(outer.SpanStart);
        if (outer is BaseNamespaceDeclarationSyntax space)
        {
            code.Write($"{indent}namespace ").Append(CSharpScene.Copy(Source, space.Name.Span)).Write(space is FileScopedNamespaceDeclarationSyntax ? ";\n\n" : Brace(indent, ((NamespaceDeclarationSyntax)space).OpenBraceToken) + "\n");
            AddUsings(code, space.Usings.Where(u => u.GlobalKeyword.RawKind == 0), space is FileScopedNamespaceDeclarationSyntax ? "" : indent + Indentation.UnitOf(Source.Document.Source));
            return;
        }

        var type = (TypeDeclarationSyntax)outer;
        var modifiers = string.Concat(type.Modifiers.Where(m => !m.IsKind(SyntaxKind.PartialKeyword)).Select(m => m.Text + " "));
        var keyword = type is RecordDeclarationSyntax record && record.ClassOrStructKeyword.RawKind != 0 ? $"record {record.ClassOrStructKeyword.Text}" : type.Keyword.Text;
        code.Write($"{indent}{modifiers}partial {keyword} ").Declare(type.Identifier.Text, scene.Bound(Source.Model.GetDeclaredSymbol(type)!));
        if (type.TypeParameterList is { } list) code.Append(CSharpScene.Copy(Source, list.Span));
        code.Write(Brace(indent, type.OpenBraceToken) + "\n");
    }

    private string Brace(string indent, SyntaxToken open) => Source.IsBlank(Source.LineStart(open.SpanStart), open.SpanStart) ? $"\n{indent}{{" : " {";
}
