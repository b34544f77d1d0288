using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Languages.CSharp.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Binding;

/// <summary>Says what names mean in C#, by the compiler.</summary>
internal sealed class CSharpBinder(CSharpProgram program) : IBinder
{
    private readonly Dictionary<string, NameAnalysis> _analyses = [];

    public CSharpProgram Program => program;

    public CSharpBinder Edited(IWorkspace after) => new(program.Edited(after));

    public BoundSymbol? SymbolAt(RepoPath path, int offset, CancellationToken ct)
    {
        if (program.Document(path) is not { } document || WordAt(document, document.PositionOf(offset)) is not { } word) return null;
        return At(word) ?? At(word + "Attribute");

        BoundSymbol? At(string name)
        {
            var here = Analyse(name, ct).Uses.Where(u => u.Path == path && offset >= u.Start && offset <= u.Start + u.Length).ToList();
            return here.FirstOrDefault()?.Symbol;
        }
    }

    public IReadOnlyList<NameUse> UsesOf(string name, CancellationToken ct) => Analyse(CSharpNameRule.Plain(name), ct).Uses;

    public IReadOnlyList<NameUse> UsesIn(RepoPath path, CancellationToken ct) =>
        program.Document(path) is { } document ? [.. new FileUses(program, document, ct).Read().OrderBy(u => u.Start)] : [];

    public RenameSet SetOf(BoundSymbol symbol, CancellationToken ct) =>
        new RenameSets(program, CSharpNameRule.Plain(symbol.Name), ct).Of(symbol, Analyse(CSharpNameRule.Plain(symbol.Name), ct));

    public IReadOnlyList<BoundSymbol> OverloadsOf(BoundSymbol symbol, CancellationToken ct) =>
        new RenameSets(program, CSharpNameRule.Plain(symbol.Name), ct).OverloadsOf(symbol, Analyse(CSharpNameRule.Plain(symbol.Name), ct));

    public NameUse Fit(NameUse use, string newName, CancellationToken ct) => use.Symbol is { } symbol ? new Qualifier(program, ct).Fit(use, symbol.Name, newName) : use;

    public IReadOnlyList<HeldUse> Hold(IReadOnlyList<NameUse> newUses, IReadOnlySet<BoundSymbol> renamed, CancellationToken ct) =>
        renamed.Any(s => s.ByDot) ? [] : new Qualifier(program, ct).Hold(newUses, renamed);

    public (int Start, int End)? ExtentOf(BoundSymbol symbol)
    {
        if (symbol.ByDot || symbol.Kind is "parameter" || program.Document(symbol.Path) is not { } document || program.UnitsOf(document).FirstOrDefault() is not { } unit) return null;
        var member = document.Tree(unit.Parsing).GetRoot().FindToken(document.PositionOf(symbol.Offset)).Parent?.FirstAncestorOrSelf<MemberDeclarationSyntax>();
        return member is null or GlobalStatementSyntax or TypeDeclarationSyntax ? null : (document.OffsetOf(member.FullSpan.Start), document.OffsetOf(member.FullSpan.End));
    }

    public IReadOnlyList<int> SyntaxErrorsIn(RepoPath path)
    {
        if (program.Document(path) is not { } document) return [];
        return [.. program.UnitsOf(document).SelectMany(u => document.Tree(u.Parsing).GetDiagnostics()).Where(d => d.Severity == DiagnosticSeverity.Error)
            .Select(d => document.OffsetOf(d.Location.SourceSpan.Start)).Distinct().Order()];
    }

    public TextKind TextAt(RepoPath path, int offset)
    {
        if (program.Document(path) is not { } document || program.UnitsOf(document).FirstOrDefault() is not { } unit) return TextKind.Other;
        var (root, position) = (document.Tree(unit.Parsing).GetRoot(), document.PositionOf(offset));
        if (root.FindToken(position, findInsideTrivia: true) is var token && token.Span.Contains(position))
        {
            return token.Kind() switch
            {
                SyntaxKind.XmlTextLiteralToken => TextKind.Comment,
                SyntaxKind.StringLiteralToken or SyntaxKind.InterpolatedStringTextToken or SyntaxKind.Utf8StringLiteralToken or SyntaxKind.SingleLineRawStringLiteralToken
                    or SyntaxKind.MultiLineRawStringLiteralToken or SyntaxKind.Utf8SingleLineRawStringLiteralToken or SyntaxKind.Utf8MultiLineRawStringLiteralToken => TextKind.String,
                _ => TextKind.Other,
            };
        }

        return root.FindTrivia(position).Kind() is SyntaxKind.SingleLineCommentTrivia or SyntaxKind.MultiLineCommentTrivia ? TextKind.Comment : TextKind.Other;
    }

    public IReadOnlyList<CompilerFinding> FindingsIn(IReadOnlyCollection<RepoPath> files, CancellationToken ct) => new Diagnosis(program, ct).Of(files);

    private NameAnalysis Analyse(string name, CancellationToken ct) => _analyses.TryGetValue(name, out var known) ? known : _analyses[name] = new NameAnalysis(program, name, ct);

    private static string? WordAt(CSharpDocument document, int position)
    {
        var text = document.Text;
        var (start, end) = (position, position);
        while (start > 0 && SyntaxFacts.IsIdentifierPartCharacter(text[start - 1])) start--;
        while (end < text.Length && SyntaxFacts.IsIdentifierPartCharacter(text[end])) end++;
        return start < end ? text[start..end] : position < text.Length && text[position] == '@' ? WordAt(document, position + 1) : null;
    }
}
