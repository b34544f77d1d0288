using Heck.Code.Languages;
using Heck.Code.Patches.Replies;
using Heck.Code.Refactoring;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Patches.Checks;

/// <summary>Refuses changes that add syntax errors. A file may have some already; a change that adds none passes.</summary>
internal sealed class SyntaxGate(TimeProvider clock)
{
    /// <summary>Bytes of the largest file that is parsed: what is larger is data, and would take seconds.</summary>
    public const int LargestFile = 2 * 1024 * 1024;

    private const int MostPlaces = 20;

    // Parsers take time without bound, or the whole stack, for what nobody writes.
    private static readonly TimeSpan LongestParse = TimeSpan.FromSeconds(2);
    private const int DeepestNesting = 1_000;

    private readonly List<Place> _places = [];
    private readonly List<RepoPath> _unchecked = [];

    /// <summary>Files whose language is known and that were too large to be parsed.</summary>
    public IReadOnlyList<RepoPath> Unchecked => _unchecked;

    /// <summary>Looks at one file.</summary>
    /// <param name="path">Its path, by whose ending its language is known.</param>
    /// <param name="before">What it was made from; null for a new file.</param>
    /// <param name="after">What it shall be.</param>
    /// <param name="ct">Cancels.</param>
    public void Look(RepoPath path, byte[]? before, byte[] after, CancellationToken ct) => LookAtMerge(path, before is null ? [] : [before], after, ct);

    /// <summary>Looks at one file that was made from several contents, such as a merge; errors that any of them has had before are none that it adds.</summary>
    public void LookAtMerge(RepoPath path, IReadOnlyList<byte[]> sources, byte[] after, CancellationToken ct)
    {
        var language = LanguageCatalog.Of(path);
        if ((language is null && !JsonSyntax.IsJson(path)) || SourceText.TryDecode(after) is not { } text) return;
        if (after.Length > LargestFile || sources.Any(source => source.Length > LargestFile))
        {
            _unchecked.Add(path);
            return;
        }

        var olds = sources.Select(source => SourceText.TryDecode(source)).OfType<SourceText>().ToList();
        var faults = FaultsIn(text, olds.FirstOrDefault());
        if (faults.Count == 0) return;
        var (old, known) = olds.Select(source => ((SourceText?)source, FaultsIn(source, source))).DefaultIfEmpty((null, SyntaxFaults.None)).MaxBy(pair => pair.Item2.Count);
        if (faults.Count > known.Count) _places.AddRange(Added(path, text, faults, old, known));

        SyntaxFaults FaultsIn(SourceText source, SourceText? previous) => language is null
            ? JsonSyntax.FaultsIn(path, source.Utf8.Span, previous is null ? [] : previous.Utf8.Span)
            : Parse(path, language, source.Utf8, ct);
    }

    /// <exception cref="HeckException"><c>patch.breaks_syntax</c> with the places.</exception>
    public void Ensure()
    {
        if (_places.Count == 0) return;
        throw ErrorTable.PatchBreaksSyntax.With(
            $"The result would have syntax errors that were not there before, the first at {_places[0]}; nothing was changed.",
            "Mend the change at the places listed; --allow-syntax-errors lets it pass.",
            PlaceDetails.Of(_places.Take(MostPlaces)));
    }

    private SyntaxFaults Parse(RepoPath path, ILanguage language, ReadOnlyMemory<byte> utf8, CancellationToken ct)
    {
        ReplyLimits.Ensure($"Nesting of brackets in '{path}'", Nesting.DepthOf(utf8.Span), DeepestNesting);
        using var limit = new CancellationTokenSource(LongestParse, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, ct);
        try
        {
            return language.FindSyntaxFaults(utf8, either.Token);
        }
        catch (InsufficientExecutionStackException)
        {
            throw ErrorTable.PatchTooLarge.With($"'{path}' nests too deeply to be looked at for syntax errors.", "Mend the file by a smaller change; --allow-syntax-errors leaves the look out.");
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw ErrorTable.PatchTooLarge.With($"Looking for syntax errors in '{path}' takes more than {LongestParse.TotalSeconds} seconds, the most that is spent.", "Mend the file by a smaller change; --allow-syntax-errors leaves the look out.");
        }
    }

    // Which of several errors are new is told by their lines' text; where that tells nothing, all are shown.
    private static IEnumerable<Place> Added(RepoPath path, SourceText text, SyntaxFaults faults, SourceText? old, SyntaxFaults known)
    {
        var lines = old is null ? [] : known.Offsets.Select(offset => LineAt(old, offset)).ToHashSet(StringComparer.Ordinal);
        var added = faults.Offsets.Where(offset => !lines.Contains(LineAt(text, offset))).ToList();
        return (added.Count > 0 ? added : faults.Offsets).Select(offset => text.PlaceAt(path, offset, "syntax error"));
    }

    private static string LineAt(SourceText text, int offset)
    {
        var (line, _) = text.Lines.PositionAt(offset);
        return System.Text.Encoding.UTF8.GetString(text.Utf8.Span[text.Lines.LineStart(line)..text.Lines.LineEnd(line)]).Trim();
    }
}
