using Heck.Runtime.Files;

namespace Heck.Library.Tests.Runtime.Files.Faults;

/// <summary>All files, links and folders below a folder, held in memory.</summary>
internal sealed class DiskImage
{
    /// <summary>By path.</summary>
    public SortedDictionary<string, DiskEntry> Entries { get; } = new(StringComparer.Ordinal);

    public static DiskImage Read(string root)
    {
        var image = new DiskImage();
        image.ReadFolder(root, "");
        return image;
    }

    /// <summary>Makes a folder be this.</summary>
    public void WriteTo(string root)
    {
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        Directory.CreateDirectory(root);
        foreach (var (path, entry) in Entries) entry.Write(Path.Combine(root, path));
    }

    // The base library would follow links to folders.
    private void ReadFolder(string root, string folder)
    {
        foreach (var path in Directory.EnumerateFileSystemEntries(Path.Combine(root, folder)))
        {
            var (name, link) = (Path.GetRelativePath(root, path), SymbolicLink.Read(path));
            var isFolder = link is null && Directory.Exists(path);
            Entries.Add(name, link is not null ? new DiskEntry(link, default, IsLink: true) : new DiskEntry(isFolder ? null : File.ReadAllBytes(path), File.GetUnixFileMode(path)));
            if (isFolder) ReadFolder(root, name);
        }
    }
}
