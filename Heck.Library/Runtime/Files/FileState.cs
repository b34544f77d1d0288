using Heck.Contracts;
using Heck.Runtime.Files.Trees;

namespace Heck.Runtime.Files;

/// <summary>What a path holds: content and mode bits (none on Windows). Absence is null.</summary>
internal sealed record FileState(ContentHash Hash, UnixFileMode? Mode)
{
    /// <summary>Null where there is no regular file; a link is not followed. Memory does not grow with the file.</summary>
    public static FileState? Of(string fullPath)
    {
        using var file = OpenedFile.Open(fullPath);
        return Of(file);
    }

    public static FileState? Of(OpenedFile? file) => file is null ? null : new FileState(file.Hash(), file.Mode);

    public static (FileState State, byte[] Content)? Read(string fullPath)
    {
        using var file = OpenedFile.Open(fullPath);
        if (file is null) return null;
        var content = file.ReadAll();
        return (new FileState(ContentHash.Of(content), file.Mode), content);
    }
}
