using System.Text.Json.Serialization;
using Heck.Contracts;
using Heck.Runtime.Files.Trees;

namespace Heck.Runtime.Files;

/// <summary>What a path holds: content and mode bits (none on Windows, none for links). Absence is null.</summary>
internal sealed record FileState(ContentHash Hash, UnixFileMode? Mode, bool IsLink = false)
{
    [JsonIgnore]
    public FileBody Body => new(Hash, IsLink);

    /// <summary>Null where there is neither a regular file nor a symbolic link, which is not followed. Memory does not grow with the file.</summary>
    public static FileState? Of(string fullPath)
    {
        using var file = OpenedFile.Open(fullPath);
        return Of(file) ?? OfLink(SymbolicLink.Read(fullPath));
    }

    public static FileState? Of(OpenedFile? file) => file is null ? null : new FileState(file.Hash(), file.Mode);

    public static FileState? OfLink(byte[]? target) => target is null ? null : new FileState(ContentHash.Of(target), null, IsLink: true);

    public static (FileState State, byte[] Content)? Read(string fullPath)
    {
        using var file = OpenedFile.Open(fullPath);
        if (file is null) return SymbolicLink.Read(fullPath) is { } target ? (OfLink(target)!, target) : null;
        var content = file.ReadAll();
        return (new FileState(ContentHash.Of(content), file.Mode), content);
    }
}
