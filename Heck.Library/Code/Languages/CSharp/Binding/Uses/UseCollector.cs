using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Languages.CSharp.Binding.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>Finds the identifiers of a name in all files and projects, code that the projects' symbols disable included.</summary>
internal sealed class UseCollector(CSharpProgram program, string name, CancellationToken ct)
{
    private const string Suffix = "Attribute";

    // A file with more symbols than this is a table of platforms; what then is left is reported.
    private const int MostSets = 12;

    private readonly List<RawUse> _found = [];
    private readonly Dictionary<CSharpProject, List<(CSharpDocument Document, int Position)>> _disabled = [];

    /// <summary>Identifiers in code that no set of symbols enables.</summary>
    public List<(CSharpDocument Document, int Position)> Unread { get; } = [];

    public IReadOnlyList<RawUse> Collect()
    {
        foreach (var document in program.DocumentsWith(name)) Read(document, name);
        if (ShortName(name) is { } brief)
        {
            foreach (var document in program.DocumentsWith(brief)) Read(document, brief);
        }

        foreach (var (project, places) in _disabled) ReadVariants(project, places);
        return _found;
    }

    /// <summary>How an attribute of this name may be written.</summary>
    public static string? ShortName(string name) => name.Length > Suffix.Length && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : null;

    private void Read(CSharpDocument document, string spelled)
    {
        var units = program.UnitsOf(document).ToList();
        foreach (var position in document.PositionsOf(spelled))
        {
            ct.ThrowIfCancellationRequested();
            var isRead = false;
            foreach (var unit in units) isRead |= ReadAt(document, unit, position, spelled);
            if (isRead || spelled != name || units.Find(u => IsDisabled(document.Tree(u.Parsing), position)) is not { } unread) continue;
            if (!_disabled.TryGetValue(unread.Project, out var places)) _disabled[unread.Project] = places = [];
            places.Add((document, position));
        }
    }

    private bool ReadAt(CSharpDocument document, CSharpUnit unit, int position, string spelled)
    {
        var token = document.Tree(unit.Parsing).GetRoot(ct).FindToken(position, findInsideTrivia: true);
        if (!token.IsKind(SyntaxKind.IdentifierToken) || token.ValueText != spelled || token.SpanStart + (token.Text[0] == '@' ? 1 : 0) != position) return false;
        if (NamePlace.At(document, token.SpanStart, spelled) is not { } place) return false;
        foreach (var meaning in new TokenReader(program, unit.Model(document), ct).Read(token))
        {
            var isOurs = meaning.Symbol is { } symbol ? SymbolFacts.NameOf(symbol) == name : spelled == name;
            if (isOurs) _found.Add(new RawUse(document, place.Start, place.Length, unit, meaning));
        }

        return true;
    }

    private void ReadVariants(CSharpProject project, List<(CSharpDocument Document, int Position)> places)
    {
        var names = places.Select(p => p.Document).Distinct().SelectMany(d => ConditionalCode.Names((CompilationUnitSyntax)d.Tree(project.Parsing).GetRoot(ct))).Distinct().Order(StringComparer.Ordinal).ToList();
        var present = project.Parsing.PreprocessorSymbolNames.ToList();
        var sets = names.Take(MostSets).Select(n => present.Contains(n) ? present.Where(p => p != n) : present.Append(n)).Append(present.Union(names)).Append([]);
        var left = places;
        foreach (var set in sets)
        {
            if (left.Count == 0) return;
            var symbols = set.ToList();
            var parsing = project.Parsing.WithPreprocessorSymbols(symbols);
            var enabled = left.Where(p => !IsDisabled(p.Document.Tree(parsing), p.Position)).ToList();
            if (enabled.Count == 0) continue;
            var unit = program.Variant(project, symbols);
            foreach (var (document, position) in enabled) ReadAt(document, unit, position, name);
            left = [.. left.Except(enabled)];
        }

        Unread.AddRange(left.Where(p => !IsNeverCode(p.Document.Tree(project.Parsing), p.Position)));
    }

    private static bool IsDisabled(SyntaxTree tree, int position) =>
        tree.GetRoot() is var root && root.ContainsDirectives && root.FindTrivia(position).IsKind(SyntaxKind.DisabledTextTrivia);

    /// <summary>What stands under <c>#if false</c> is a comment.</summary>
    private static bool IsNeverCode(SyntaxTree tree, int position)
    {
        DirectiveTriviaSyntax? last = null;
        for (var directive = tree.GetRoot().GetFirstDirective(); directive is not null && directive.SpanStart < position; directive = directive.GetNextDirective()) last = directive;
        return last is ConditionalDirectiveTriviaSyntax { Condition.RawKind: (int)SyntaxKind.FalseLiteralExpression };
    }
}
