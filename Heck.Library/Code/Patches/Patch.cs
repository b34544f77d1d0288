using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Patches;

/// <summary>A change as a file: what lies beside its diff under <c>.heck/patches</c>. The id names the diff's content, so one change has one id.</summary>
internal sealed record Patch
{
    public required string Id { get; init; }

    public required string Title { get; init; }

    public required DateTimeOffset Created { get; init; }

    public required string RunId { get; init; }

    public PatchAuthor? Engine { get; init; }

    /// <summary>The form in which a model wrote the change; null for anything else.</summary>
    public string? Form { get; init; }

    public required ContentHash DiffHash { get; init; }

    public required int Additions { get; init; }

    public required int Deletions { get; init; }

    public required IReadOnlyList<PatchFile> Files { get; init; }

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<PatchMove> Moves { get; init; } = [];

    /// <summary>Every content that the patch or one of its moves names.</summary>
    [JsonIgnore]
    public IEnumerable<ContentHash> Contents =>
        Files.SelectMany(file => file.Contents).Concat(Moves.SelectMany(move => move.Files).SelectMany(file => new[] { file.Before?.Hash, file.After?.Hash }).OfType<ContentHash>());

    public PatchState State => Moves.Count == 0 ? PatchState.Created : Moves[^1].Kind == PatchMoveKind.Rollback ? PatchState.RolledBack : PatchState.Applied;
}
