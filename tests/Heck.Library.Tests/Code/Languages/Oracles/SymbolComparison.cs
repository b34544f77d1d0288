using System.Text;
using Heck.Code.Languages;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Languages.Oracles;

/// <summary>Our symbols beside a compiler's declarations: by kind, what we find and what of it is true.</summary>
internal sealed class SymbolComparison
{
    private const int DifferencesShown = 60;

    private readonly List<Declared> _missed;
    private readonly List<Declared> _invented;
    private readonly int _files;

    private SymbolComparison(IReadOnlyCollection<Declared> expected, IReadOnlyCollection<Declared> actual, int files)
    {
        _files = files;
        _missed = Minus(expected, actual);
        _invented = Minus(actual, expected);
        Kinds = [.. expected.Concat(actual).Select(d => d.Kind).Distinct().Order(StringComparer.Ordinal).Select(k => Figure(k, expected, actual))];
    }

    public IReadOnlyList<KindFigure> Kinds { get; }

    /// <param name="answer">What the compiler says of the files that it can parse; others are left out.</param>
    /// <param name="leftOut">For a file, where stand symbols of ours that the compiler cannot know.</param>
    public static SymbolComparison Of(OracleAnswer answer, IReadOnlyList<string> files, Func<string, Predicate<int>>? leftOut = null)
    {
        string[] parsed = [.. files.Where(f => !answer.Failed.Contains(f))];
        return new SymbolComparison([.. answer.Declared.Where(d => !answer.Failed.Contains(d.Path))], [.. OurSymbols(parsed, leftOut)], parsed.Length);
    }

    /// <summary>Every kind reaches the share, in what is found and in what of it is true.</summary>
    public void Reaches(double share)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(Table());
        Assert.True(Kinds.All(k => k.Recall >= share && k.Precision >= share), Table() + Differences());
    }

    private static IEnumerable<Declared> OurSymbols(IEnumerable<string> files, Func<string, Predicate<int>>? leftOut)
    {
        var extractors = LanguageCatalog.All.ToDictionary(l => l, l => l.CreateExtractor());
        var facts = new FileFacts();
        foreach (var file in files)
        {
            var text = SourceText.TryDecode(File.ReadAllBytes(file))!;
            extractors[LanguageCatalog.Of(RepoPath.Parse(Path.GetFileName(file)))!].Extract(text.Utf8, facts, TestContext.Current.CancellationToken);
            var isLeftOut = leftOut?.Invoke(file) ?? (_ => false);
            foreach (var symbol in facts.Symbols.Where(s => !isLeftOut(s.NameStart)))
            {
                var (line, column) = text.Lines.PositionAt(symbol.NameStart);
                yield return new Declared(file, line, column, KindName(symbol.Kind), facts.Names[symbol.Name]);
            }
        }

        foreach (var extractor in extractors.Values) extractor.Dispose();
    }

    public static string KindName(SymbolKind kind) => string.Concat(kind.ToString().Select((c, i) => char.IsUpper(c) && i > 0 ? $"_{char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));

    private static KindFigure Figure(string kind, IReadOnlyCollection<Declared> expected, IReadOnlyCollection<Declared> actual)
    {
        Declared[] theirs = [.. expected.Where(d => d.Kind == kind)];
        Declared[] ours = [.. actual.Where(d => d.Kind == kind)];
        return new KindFigure(kind, theirs.Length, ours.Length, theirs.Length - Minus(theirs, ours).Count);
    }

    private static List<Declared> Minus(IEnumerable<Declared> left, IEnumerable<Declared> right)
    {
        var counts = right.CountBy(d => d).ToDictionary();
        var rest = new List<Declared>();
        foreach (var declared in left)
        {
            if (counts.GetValueOrDefault(declared) > 0) counts[declared]--;
            else rest.Add(declared);
        }

        return rest;
    }

    private string Table()
    {
        var table = new StringBuilder($"{_files} files\n\n| kind | compiler | ours | recall | precision |\n|---|---|---|---|---|\n");
        foreach (var k in Kinds) table.Append($"| {k.Kind} | {k.Theirs} | {k.Ours} | {k.Recall:P2} | {k.Precision:P2} |\n");
        return table.ToString();
    }

    private string Differences() =>
        $"\n{_missed.Count} missed:\n{List(_missed)}\n{_invented.Count} invented:\n{List(_invented)}";

    private static string List(List<Declared> differences) =>
        string.Join('\n', differences.Take(DifferencesShown).Select(d => $"{Path.GetRelativePath(Corpus.Repository, d.Path)}:{d.Line}:{d.Column} {d.Kind} {d.Name}"));
}
