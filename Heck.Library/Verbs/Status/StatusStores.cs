using System.ComponentModel;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Status;

/// <summary>Bytes on disk.</summary>
public sealed record StatusStores
{
    [Description("The index")]
    public required long IndexBytes { get; init; }

    [Description("Contents kept for rollbacks")]
    public required long BlobBytes { get; init; }

    [Description("Patches and what is known of them")]
    public required long PatchBytes { get; init; }

    [Description("The run log")]
    public required long RunLogBytes { get; init; }

    internal string Describe() => $"index {Quantity.Bytes(IndexBytes)}, blobs {Quantity.Bytes(BlobBytes)}, patches {Quantity.Bytes(PatchBytes)}, run log {Quantity.Bytes(RunLogBytes)}";
}
