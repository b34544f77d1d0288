using Heck.Code.Languages;
using Heck.Code.Refactoring.Structural.Rewriting;
using Heck.Code.Refactoring.Structural.Rules;
using Heck.Code.Syntax;
using Heck.Code.Text;
using Heck.Runtime.Files.Walking;
using Heck.Runtime.Repositories;

namespace Heck.Code.Refactoring.Structural;

/// <summary>One worker of a scan.</summary>
internal sealed class FileScanner(RepositoryLayout layout, RuleSet rules) : IDisposable
{
    private readonly Dictionary<ILanguage, ISourceParser> _parsers = [];
    private readonly List<UnreadFile> _skipped = [];

    public int Parsed { get; private set; }

    public IReadOnlyList<UnreadFile> Skipped => _skipped;

    /// <summary>The file's matches and what becomes of them; null when there is none.</summary>
    public ScannedFile? Scan(WalkedFile file, CancellationToken ct)
    {
        if (Read(file) is not { } text) return null;
        var language = LanguageCatalog.Of(file.Path)!;
        var possible = rules.For(language).Where(r => r.Pattern.MayOccurIn(text.Utf8.Span)).ToList();
        if (possible.Count == 0) return null;
        try
        {
            Parsed++;
            using var tree = ParserOf(language).Parse(text.Utf8, ct);
            if (LeavesOut(language, possible, tree)) _skipped.Add(new UnreadFile(file.Path, "conditional_code"));
            var matches = Found(possible, tree, ct);
            return matches.Count == 0 ? null : new ScannedFile(file.Path, text, matches, Edits(file, text, tree, matches, ct));
        }
        catch (InsufficientExecutionStackException)
        {
            return Skip(file, "nested_too_deeply");
        }
    }

    public void Dispose()
    {
        foreach (var parser in _parsers.Values) parser.Dispose();
    }

    /// <summary>Whether code that the parser leaves out may hold a match.</summary>
    private static bool LeavesOut(ILanguage language, List<Rule> possible, SyntaxTree tree)
    {
        if (language.Patterns!.LeftOutCode is not { } kind) return false;
        for (var node = 0; node < tree.Count; node++)
            if (tree.Nodes[node].Kind == kind && possible.Exists(r => r.Pattern.MayOccurIn(tree.Text(node))))
                return true;
        return false;
    }

    private SourceText? Read(WalkedFile file)
    {
        if (file.Stamp.Size > ContentClassifier.MaxBytes) return Unread(file, "oversized");
        try
        {
            var bytes = File.ReadAllBytes(layout.FullPath(file.Path));
            if (ContentClassifier.Classify(file.Path, bytes) is ContentKind.Binary) return Unread(file, "binary");
            return SourceText.TryDecode(bytes) ?? Unread(file, "undecodable");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return Unread(file, "unreadable");
        }
    }

    /// <summary>All matches; where two overlap, the outer one, or the one of the earlier rule, is rewritten.</summary>
    private static List<FoundMatch> Found(List<Rule> possible, SyntaxTree tree, CancellationToken ct)
    {
        var taken = new SortedSet<(int Start, int End)>();
        var found = new List<FoundMatch>();
        foreach (var rule in possible)
        {
            foreach (var match in rule.MatchesIn(tree, ct).OrderBy(m => m.Start).ThenByDescending(m => m.End))
            {
                var overlaps = taken.GetViewBetween((0, 0), (match.End, 0)).Reverse().TakeWhile(t => t.End > match.Start).Any(t => t.Start < match.End);
                var whole = overlaps || rule.Rewrite is null ? match : CommentKeeper.Keep(match, rule.Rewrite, tree);
                var fate = rule.Rewrite is null ? MatchFate.Found : overlaps ? MatchFate.Nested : whole is null ? MatchFate.Comment : MatchFate.Changed;
                if (fate == MatchFate.Changed) taken.Add((match.Start, match.End));
                found.Add(new FoundMatch(rule, whole ?? match, fate));
            }
        }

        return [.. found.OrderBy(f => f.Match.Start).ThenByDescending(f => f.Match.End)];
    }

    private IReadOnlyList<Edits.TextEdit> Edits(WalkedFile file, SourceText text, SyntaxTree tree, List<FoundMatch> matches, CancellationToken ct)
    {
        var planned = matches.Where(m => m.Fate == MatchFate.Changed)
            .Select(m => new PlannedRewrite(m.Match, m.Rule.Rewrite!, m.Rule.Pattern.Source.TrimEnd().EndsWith(';'), m.Rule.IsOneForOne)).ToList();
        if (planned.Count == 0) return [];
        var language = LanguageCatalog.Of(file.Path)!;
        return new FileRewriter(language.Patterns!, file.Path, text, tree, ParserOf(language)).Rewrite(planned, ct);
    }

    private ISourceParser ParserOf(ILanguage language) =>
        _parsers.TryGetValue(language, out var parser) ? parser : _parsers[language] = language.Patterns!.NewParser();

    private SourceText? Unread(WalkedFile file, string reason)
    {
        _skipped.Add(new UnreadFile(file.Path, reason));
        return null;
    }

    private ScannedFile? Skip(WalkedFile file, string reason)
    {
        Unread(file, reason);
        return null;
    }
}
