using System.ComponentModel;
using System.Globalization;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Search;

/// <summary>What a search found.</summary>
public sealed record SearchPayload : IPayload
{
    [Description("Hits, best first")]
    public required IReadOnlyList<FoundPlace> Hits { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new(Hits.Count == 0
        ? [new Line("Nothing found.", Tone.Muted)]
        : [new Table(["place", "what", "score", "why"], [.. Hits.Select(Row)])]);

    private static IReadOnlyList<string> Row(FoundPlace hit) =>
    [
        $"{hit.Path}:{hit.Line}",
        hit.Symbol is null ? hit.Snippet ?? "" : $"{hit.Kind} {hit.Symbol}",
        hit.Score.ToString("0.00", CultureInfo.InvariantCulture),
        string.Join(", ", hit.Reasons),
    ];
}
