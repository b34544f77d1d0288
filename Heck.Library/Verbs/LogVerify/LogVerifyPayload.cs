using System.ComponentModel;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.LogVerify;

/// <summary>What can be said about the run log.</summary>
public sealed record LogVerifyPayload : IPayload
{
    [Description("Number of the last record")]
    public required long Count { get; init; }

    [Description("Hash of the last record; 64 zeros where there is none")]
    public required ContentHash Head { get; init; }

    [Description("The verdicts")]
    public required LogVerdicts Verdicts { get; init; }

    [Description("Lines that a kill tore; the chain goes on over them")]
    public required IReadOnlyList<string> Torn { get; init; }

    [Description("What these verdicts do not prove")]
    public required IReadOnlyList<string> NotProven { get; init; }

    /// <inheritdoc/>
    public bool FoundProblems() => Verdicts is not { Integrity.Ok: true, Completeness.Ok: true, Anchored.Ok: not false };

    /// <inheritdoc/>
    public Report ToReport() => new(
    [
        new Fields([Field("integrity", Verdicts.Integrity), Field("completeness", Verdicts.Completeness), Field("anchored", Verdicts.Anchored), new Field("head", Head.ToString())]),
        .. Torn.Select(place => new Line($"Torn line at {place}", Tone.Warning)),
        new Line("Not proven:", Tone.Muted),
        .. NotProven.Select(sentence => new Line($"  {sentence}", Tone.Muted)),
    ]);

    private static Field Field(string label, RunLogVerdict verdict) => new(
        label,
        (verdict.Ok switch { true => "holds. ", false => "FAILS. ", null => "" }) + verdict.Reason + (verdict.Place is { } place ? $" ({place})" : ""),
        verdict.Ok switch { true => Tone.Good, false => Tone.Bad, null => Tone.Muted });
}
