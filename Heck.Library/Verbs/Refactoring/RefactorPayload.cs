using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Refactoring;

/// <summary>What every refactoring answers: the change as a patch and what became of every occurrence.</summary>
public sealed record RefactorPayload : IPayload
{
    private const int MostPlacesShown = 10;

    [Description("The patch that holds the change; absent with --dry-run")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RefactorPatch? Patch { get; init; }

    [Description("The change as a unified diff")]
    public required string Diff { get; init; }

    [Description("What decided the change")]
    public required RefactorEngine Engine { get; init; }

    [Description("Every whole-word occurrence of the old name, by verdict")]
    public required RefactorOccurrences Occurrences { get; init; }

    [Description("True when the patch was applied in the same call")]
    public required bool Applied { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new([.. Blocks()]);

    private IEnumerable<ReportBlock> Blocks()
    {
        yield return new DiffBlock(Diff);
        yield return new Fields(
        [
            new Field("changed", Quantity.Of(Occurrences.Changed.Count, "occurrence")),
            new Field("other symbols", Quantity.Of(Occurrences.OtherSymbol.Count, "occurrence"), Tone.Muted),
            new Field("text only", Quantity.Of(Occurrences.TextOnly.Count, "occurrence"), Tone.Muted),
            new Field("undecided", Quantity.Of(Occurrences.Unknown.Count, "occurrence"), Occurrences.Unknown.Count > 0 ? Tone.Warning : Tone.Muted),
        ]);
        foreach (var place in Occurrences.Unknown.Take(MostPlacesShown)) yield return new Line($"  {place}  {place.Role}", Tone.Warning);
        if (Occurrences.Unknown.Count > MostPlacesShown) yield return new Line($"  and {Occurrences.Unknown.Count - MostPlacesShown} more; --json lists them all", Tone.Muted);
        if (Engine.Second is { } second)
        {
            yield return new Line($"{string.Join(" ", second.Name, second.Version)} decided {Quantity.Of(second.Decided, "occurrence")} that {Engine.Name} could not.");
            foreach (var place in second.Differences) yield return new Line($"  {place}  {place.Role}", Tone.Warning);
        }

        yield return RefactorPatch.WhatNext(Patch, Applied);
    }
}
