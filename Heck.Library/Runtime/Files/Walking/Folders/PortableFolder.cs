using System.IO.Enumeration;
using System.Text;

namespace Heck.Runtime.Files.Walking.Folders;

/// <summary>Any system, by the base library alone: size and mtime are true, the creation time stands for ctime, there is no inode.</summary>
internal sealed class PortableFolder : Folder
{
    private static readonly EnumerationOptions Everything = new() { AttributesToSkip = 0, IgnoreInaccessible = false };

    private readonly string _path;

    private PortableFolder(string path) => _path = path;

    public static new PortableFolder? Open(string fullPath) =>
        TryStatPath(fullPath, out var stat) && stat.Kind == EntryKind.Folder ? new PortableFolder(fullPath) : null;

    public static bool TryStatPath(string fullPath, out FileStat stat)
    {
        var file = new FileInfo(fullPath);
        stat = default;

        // Attributes of what does not exist are -1.
        if (file.Attributes == (FileAttributes)(-1)) return false;
        var kind = KindOf(file.Attributes);
        var mode = OperatingSystem.IsWindows() ? 0 : (int)file.UnixFileMode;
        stat = new FileStat(kind, mode, new FileStamp(kind == EntryKind.File ? file.Length : 0, Nanoseconds(file.LastWriteTimeUtc), Nanoseconds(file.CreationTimeUtc), 0));
        return true;
    }

    public override Folder? OpenChild(FolderEntry entry) => Open(Path.Combine(_path, entry.Name!));

    public override List<FolderEntry>? List()
    {
        try
        {
            return [.. new FileSystemEnumerable<FolderEntry>(_path, static (ref FileSystemEntry entry) => Entry(entry.FileName, entry.Attributes), Everything)];
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    public override bool TryStat(FolderEntry entry, out FileStat stat) => TryStatPath(Path.Combine(_path, entry.Name!), out stat);

    private static FolderEntry Entry(ReadOnlySpan<char> name, FileAttributes attributes) =>
        new(Encoding.UTF8.GetBytes(name.ToString()), name.ToString(), KindOf(attributes));

    private static EntryKind KindOf(FileAttributes attributes) =>
        attributes.HasFlag(FileAttributes.ReparsePoint) ? EntryKind.Link
        : attributes.HasFlag(FileAttributes.Directory) ? EntryKind.Folder
        : attributes.HasFlag(FileAttributes.Device) ? EntryKind.Special
        : EntryKind.File;

    private static long Nanoseconds(DateTime utc) => (utc - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
}
