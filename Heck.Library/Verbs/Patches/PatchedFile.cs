using System.ComponentModel;
using System.Text.Json.Serialization;
using Heck.Code.Patches;
using Heck.Contracts;
using Heck.Runtime.Files;

namespace Heck.Verbs.Patches;

/// <summary>What a patch does to one file.</summary>
public sealed record PatchedFile
{
    [Description("The file")]
    public required RepoPath Path { get; init; }

    [Description("create, rename, copy, modify, delete or mode; a renamed file's old path is a delete of its own")]
    public required string Action { get; init; }

    [Description("SHA-256 of the content before; null where there is no file")]
    public required ContentHash? Pre { get; init; }

    [Description("SHA-256 of the content after; null where there is no file")]
    public required ContentHash? Post { get; init; }

    [Description("Mode after, as git writes it, such as 100644; null where there is no file or the system has no modes")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Mode { get; init; }

    [Description("Mode before, as git writes it; null where there is no file or it is not known")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? ModeBefore { get; init; }

    [Description("The file that it was renamed or copied from")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public RepoPath? From { get; init; }

    [Description("How its bytes are text, such as utf-8; bytes when they are none that we know of")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Encoding { get; init; }

    internal static PatchedFile Of(PatchFile file) => new()
    {
        Path = file.Path,
        Action = file.Action,
        Pre = file.Pre,
        Post = file.Post,
        Mode = file.PostMode,
        ModeBefore = file.PreMode,
        Encoding = file.Encoding,
        From = file.From?.Path,
    };

    internal static PatchedFile Of(FileTransition file) => new()
    {
        Path = file.Path,
        Action = file switch
        {
            { Before: null } => "create",
            { After: null } => "delete",
            _ when file.Before.Body == file.After.Body => "mode",
            _ => "modify",
        },
        Pre = file.Before?.Hash,
        Post = file.After?.Hash,
        Mode = file.After is { IsLink: true } ? GitFileMode.Link.Digits() : file.After?.Mode is { } mode ? "100" + Convert.ToString((int)mode & 0b111_111_111, 8).PadLeft(3, '0') : null,
    };
}
