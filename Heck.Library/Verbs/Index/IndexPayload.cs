using System.ComponentModel;
using System.Globalization;
using System.Text.Json.Serialization;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Index;

/// <summary>What a run of the indexer did, and what the index holds after it.</summary>
public sealed record IndexPayload : IPayload
{
    private const int MostSkippedShown = 20;

    [Description("Files by what became of them")]
    public required IndexedFiles Files { get; init; }

    [Description("Declared symbols in the index")]
    public required long Symbols { get; init; }

    [Description("Uses of names in the index")]
    public required long References { get; init; }

    [Description("Bytes of the indexed files")]
    public required long Bytes { get; init; }

    [Description("Places where a parser had to recover")]
    public required long ParseErrors { get; init; }

    [Description("What was left out and why, ordered by path")]
    public required IReadOnlyList<SkippedFile> Skipped { get; init; }

    [Description("Milliseconds by stage")]
    public required IReadOnlyDictionary<string, double> DurationMs { get; init; }

    [Description("Files of which the index said something else than a new derivation; only with --verify, empty when all is well")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<RepoPath>? Differences { get; init; }

    [Description("Absolute path of the symbols written with --export, or -")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Export { get; init; }

    [Description("Absolute path of the document written with --map, or -")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Map { get; init; }

    /// <inheritdoc/>
    public bool FoundProblems() => Differences is { Count: > 0 };

    /// <inheritdoc/>
    public Report ToReport() => new(Export == "-" || Map == "-" ? [] : [.. Blocks()]);

    private IEnumerable<ReportBlock> Blocks()
    {
        yield return new Fields(
        [
            new Field("files", Text($"{Files.Total:N0} ({Files.Parsed:N0} parsed, {Files.Unchanged:N0} unchanged, {Files.Removed:N0} removed)"), Tone.Good),
            new Field("symbols", Text($"{Symbols:N0}")),
            new Field("references", Text($"{References:N0}")),
            new Field("source", Text($"{Bytes / 1e6:F1} MB")),
            new Field("parse errors", Text($"{ParseErrors:N0}"), ParseErrors > 0 ? Tone.Warning : Tone.Plain),
            new Field("time", string.Join(", ", DurationMs.Select(d => Text($"{d.Key} {d.Value:N0} ms")))),
        ]);
        if (Differences is not null) yield return Verdict(Differences);
        if (Export is not null) yield return new Line($"Symbols are in {Export}");
        if (Map is not null) yield return new Line($"The map is in {Map}");
        if (Skipped.Count > 0) yield return new Heading(Text($"Left out ({Skipped.Count:N0})"));
        if (Skipped.Count > 0) yield return new Table(["path", "reason"], [.. Skipped.Take(MostSkippedShown).Select(s => (IReadOnlyList<string>)[s.Path, s.Reason])]);
        if (Skipped.Count > MostSkippedShown) yield return new Line(Text($"… and {Skipped.Count - MostSkippedShown:N0} more; --json lists them all"), Tone.Muted);
    }

    private static Line Verdict(IReadOnlyList<RepoPath> differences) => differences.Count == 0
        ? new Line("The index says what the files say.", Tone.Good)
        : new Line($"The index is wrong about {string.Join(", ", differences.Take(5))}; run `heck index --full`.", Tone.Bad);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
