using System.ComponentModel;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.LogHead;

/// <summary>The head of the run log.</summary>
public sealed record LogHeadPayload : IPayload
{
    [Description("Records in the log")]
    public required long Count { get; init; }

    [Description("Hash of the last record; 64 zeros where there is none")]
    public required ContentHash Head { get; init; }

    /// <inheritdoc/>
    public Report ToReport() => new([new Verbatim(Head.ToString())]);
}
