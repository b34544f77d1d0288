using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>A change as a file: what lies beside its diff under <c>.heck/patches</c>. The id names the diff's content, so one change has one id.</summary>
internal sealed record Patch
{
    [Description("p and the first ten digits of the diff's SHA-256")]
    public required string Id { get; init; }

    [Description("What it is about")]
    public required string Title { get; init; }

    [Description("When it was made")]
    public required DateTimeOffset Created { get; init; }

    [Description("The run that made it")]
    public required string RunId { get; init; }

    [Description("Who had it made; absent in patches of former versions")]
    public PatchAuthor? Author { get; init; }

    [Description("The engine that worked the change out, such as the one for renames; null for anything else")]
    public PatchMaker? Engine { get; init; }

    [Description("The form in which a model wrote the change; null for anything else")]
    public string? Form { get; init; }

    [Description("SHA-256 of the diff beside this file")]
    public required ContentHash DiffHash { get; init; }

    [Description("Lines that it adds")]
    public required int Additions { get; init; }

    [Description("Lines that it takes away")]
    public required int Deletions { get; init; }

    [Description("Its files")]
    public required IReadOnlyList<PatchFile> Files { get; init; }

    [Description("What was done with it, oldest first")]
    public IReadOnlyList<PatchMove> Moves { get; init; } = [];

    [Description("Who agreed to it; nothing gives approvals yet")]
    public IReadOnlyList<PatchApproval> Approvals { get; init; } = [];

    /// <summary>Every content that the patch or one of its moves names.</summary>
    [JsonIgnore]
    public IEnumerable<ContentHash> Contents =>
        Files.SelectMany(file => file.Contents).Concat(Moves.SelectMany(move => move.Files).SelectMany(file => new[] { file.Before?.Hash, file.After?.Hash }).OfType<ContentHash>());

    [Description("Where it stands to the tree: the last move's outcome")]
    public PatchState State => Moves.Count == 0 ? PatchState.Created : Moves[^1].Kind == PatchMoveKind.Rollback ? PatchState.RolledBack : PatchState.Applied;
}
