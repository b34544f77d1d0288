using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Contracts;
using Heck.Runtime.Files;

namespace Heck.Code.Patches;

/// <summary>One file of a patch: its contents before and after, null where there is none, and git's modes.</summary>
internal sealed record PatchFile(
    [property: Description("The file")] RepoPath Path,
    [property: Description("SHA-256 of the content before; null where there is no file")] ContentHash? Pre,
    [property: Description("SHA-256 of the content after; null where there is no file")] ContentHash? Post,
    [property: Description("Git's mode before, such as 100644; null where there is no file")] string? PreMode,
    [property: Description("Git's mode after; null where there is no file")] string? PostMode)
{
    [Description("How its bytes are text, by the later content where there is one; bytes when they are none that we know of")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Encoding { get; init; }

    [JsonIgnore]
    public FileBody? Before => Body(Pre, PreMode);

    [JsonIgnore]
    public FileBody? After => Body(Post, PostMode);

    [Description("What the diff makes a new file from; absent where that is nothing")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PatchOrigin? From { get; init; }

    [JsonIgnore]
    public IEnumerable<ContentHash> Contents => new[] { Pre, Post, From?.Hash }.OfType<ContentHash>();

    [Description("create, rename, copy, modify, delete or mode")]
    public string Action => (Pre, Post) switch
    {
        (null, _) when From is { } from => from.IsCopy ? "copy" : "rename",
        (null, _) => "create",
        (_, null) => "delete",
        _ when Before == After => "mode",
        _ => "modify",
    };

    private static FileBody? Body(ContentHash? content, string? mode) => content is { } hash ? new FileBody(hash, mode == GitFileMode.Link.Digits()) : null;
}
