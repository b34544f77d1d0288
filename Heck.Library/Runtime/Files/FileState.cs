using Heck.Contracts;

namespace Heck.Runtime.Files;

/// <summary>What a path holds: content and mode bits (none on Windows). Absence is null.</summary>
internal sealed record FileState(ContentHash Hash, UnixFileMode? Mode)
{
    /// <summary>Null where there is no regular file; a link is not followed.</summary>
    public static FileState? Of(string fullPath) => Read(fullPath)?.State;

    public static (FileState State, byte[] Content)? Read(string fullPath)
    {
        if (!FileStamp.TryRead(fullPath, out _)) return null;
        var content = File.ReadAllBytes(fullPath);
        return (new FileState(ContentHash.Of(content), ModeOf(fullPath)), content);
    }

    private static UnixFileMode? ModeOf(string fullPath) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(fullPath);
}
