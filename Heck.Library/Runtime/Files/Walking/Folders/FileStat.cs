namespace Heck.Runtime.Files.Walking.Folders;

/// <summary>What the system says about one name, links not followed.</summary>
internal readonly record struct FileStat(EntryKind Kind, int Mode, FileStamp Stamp)
{
    public static bool TryRead(string fullPath, out FileStat stat) =>
        LinuxFolder.IsSupported ? LinuxFolder.TryStatPath(fullPath, out stat) : PortableFolder.TryStatPath(fullPath, out stat);
}
