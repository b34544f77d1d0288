using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Code.Refactoring.Structural;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Refactoring;

/// <summary>What a structural search found and changed.</summary>
public sealed record StructuralPayload : IPayload
{
    private const int MostMatchesShown = 20;

    [Description("The patch that holds the change; absent with --dry-run and when nothing changes")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RefactorPatch? Patch { get; init; }

    [Description("The change as a unified diff")]
    public required string Diff { get; init; }

    [Description("What decided the change")]
    public required RefactorEngine Engine { get; init; }

    [Description("The matches: changed; under unknown those that were left, with the reason as role; under other_symbol those of rules without a rewrite")]
    public required RefactorOccurrences Occurrences { get; init; }

    [Description("Every match, ordered by path and place")]
    public required IReadOnlyList<StructuralMatch> Matches { get; init; }

    [Description("What was looked at")]
    public required StructuralFiles Files { get; init; }

    [Description("True when the patch was applied in the same call")]
    public required bool Applied { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new([.. Blocks()]);

    private IEnumerable<ReportBlock> Blocks()
    {
        if (Diff.Length > 0) yield return new DiffBlock(Diff);
        var kept = Matches.Where(m => m.Fate != MatchFate.Changed).ToList();
        foreach (var match in kept.Take(MostMatchesShown)) yield return new Line($"  {match.Path}:{match.Line}:{match.Column}  {Label(match)}{FirstLine(match.Text)}");
        if (kept.Count > MostMatchesShown) yield return new Line($"  and {kept.Count - MostMatchesShown} more; --json lists them all", Tone.Muted);
        yield return new Fields(
        [
            new Field("found", Quantity.Of(Matches.Count, "place")),
            new Field("changed", Quantity.Of(Matches.Count - kept.Count, "place")),
            new Field("files", $"{Files.Scanned} looked at, {Files.Parsed} parsed, {Files.Matched} with matches", Tone.Muted),
        ]);
        foreach (var skipped in Files.Skipped.Take(MostMatchesShown)) yield return new Line($"  not looked at: {skipped.Path} ({skipped.Reason})", Tone.Warning);
        if (kept.Exists(m => m.Fate == MatchFate.Comment)) yield return new Line("Places marked 'comment' were left, since a comment or directive in them would be lost.", Tone.Warning);
        if (kept.Exists(m => m.Fate == MatchFate.Nested)) yield return new Line("Matches inside changed ones were left; run again for them once the patch is applied.", Tone.Warning);
        yield return Diff.Length == 0 ? new Line("Nothing changes.", Tone.Muted) : RefactorPatch.WhatNext(Patch, Applied);
    }

    private static string Label(StructuralMatch match) => (match.Rule.Length == 0 ? "" : $"{match.Rule}: ") + (match.Fate == MatchFate.Found ? "" : match.Fate.ToString().ToLowerInvariant() + ": ");

    private static string FirstLine(string text) => text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0 ? text[..end].TrimEnd() + " …" : text;
}
