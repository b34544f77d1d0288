using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Code.Index;
using Heck.Code.Patches;
using Heck.Contracts;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Patches;

/// <summary>A patch as payloads speak of it.</summary>
public sealed record PatchSummary
{
    [Description("The patch's id")]
    public required string Id { get; init; }

    [Description("Its diff")]
    public required RepoPath Path { get; init; }

    [Description("What it is about")]
    public required string Title { get; init; }

    [Description("created, applied or rolled_back")]
    public required string State { get; init; }

    [Description("When it was created")]
    public required DateTimeOffset Created { get; init; }

    [Description("What made it")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Engine { get; init; }

    [Description("Its files")]
    public required IReadOnlyList<PatchedFile> Files { get; init; }

    [Description("Lines that it adds")]
    public required int Additions { get; init; }

    [Description("Lines that it takes away")]
    public required int Deletions { get; init; }

    internal static PatchSummary Of(Patch patch) => new()
    {
        Id = patch.Id,
        Path = PatchStore.DiffPath(patch.Id),
        Title = patch.Title,
        State = SnakeCase.Of(patch.State),
        Created = patch.Created,
        Engine = patch.Engine is { } engine ? $"{engine.Name} {engine.Version}" : null,
        Files = [.. patch.Files.Select(PatchedFile.Of)],
        Additions = patch.Additions,
        Deletions = patch.Deletions,
    };

    internal Fields ToFields() => new(
    [
        new Field("patch", $"{Id}  {Title}"),
        new Field("state", State.Replace('_', ' ')),
        new Field("files", $"{Files.Count}, +{Additions} -{Deletions} lines"),
        new Field("diff", Path.Value),
    ]);
}
