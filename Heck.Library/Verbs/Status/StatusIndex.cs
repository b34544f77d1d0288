using System.ComponentModel;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Status;

/// <summary>The index after its last run.</summary>
public sealed record StatusIndex
{
    [Description("Files in the index")]
    public required int Files { get; init; }

    [Description("Symbols in the index")]
    public required long Symbols { get; init; }

    [Description("References in the index")]
    public required long References { get; init; }

    [Description("When it was last brought up to the tree")]
    public required DateTimeOffset UpdatedAt { get; init; }

    [Description("Seconds since then")]
    public required long AgeSeconds { get; init; }

    internal string Describe() => $"{Quantity.Of(Files, "file")}, {Quantity.Of(Symbols, "symbol")}, {Quantity.Of(References, "reference")}; {Quantity.Ago(AgeSeconds)}";
}
