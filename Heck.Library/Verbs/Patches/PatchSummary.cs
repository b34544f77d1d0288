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

    [Description("The form in which a model wrote it")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Form { get; init; }

    [Description("Who had it made: git's user.name and user.email, else the account; null in patches of former versions")]
    public required string? Author { get; init; }

    [Description("The run that made it")]
    public required string RunId { get; init; }

    [Description("What the policy said to its last move; null when there was none")]
    public required string? Policy { get; init; }

    [Description("Who agreed to it; nothing gives approvals yet")]
    public required IReadOnlyList<string> Approvals { get; init; }

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
        Form = patch.Form,
        Author = patch.Author?.ToString(),
        RunId = patch.RunId,
        Policy = patch.Moves is [.., var last] ? SnakeCase.Of(last.Policy) : null,
        Approvals = [.. patch.Approvals.Select(approval => approval.By)],
        Files = [.. patch.Files.Select(PatchedFile.Of)],
        Additions = patch.Additions,
        Deletions = patch.Deletions,
    };

    internal Fields ToFields() => new(
    [
        new Field("patch", $"{Id}  {Title}"),
        new Field("state", State.Replace('_', ' ')),
        .. Author is null ? Array.Empty<Field>() : [new Field("author", Author)],
        .. (Engine ?? Form) is { } maker ? [new Field("made by", maker)] : Array.Empty<Field>(),
        new Field("files", $"{Files.Count}, +{Additions} -{Deletions} lines"),
        new Field("diff", Path.Value),
    ]);
}
