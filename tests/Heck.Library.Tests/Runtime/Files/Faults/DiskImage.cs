namespace Heck.Library.Tests.Runtime.Files.Faults;

/// <summary>All files and folders below a folder, held in memory.</summary>
internal sealed class DiskImage
{
    /// <summary>By path; data is null for a folder.</summary>
    public SortedDictionary<string, (byte[]? Data, UnixFileMode Mode)> Entries { get; } = new(StringComparer.Ordinal);

    public static DiskImage Read(string root)
    {
        var image = new DiskImage();
        foreach (var path in Directory.EnumerateFileSystemEntries(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
            image.Entries.Add(Path.GetRelativePath(root, path), (Directory.Exists(path) ? null : File.ReadAllBytes(path), File.GetUnixFileMode(path)));
        return image;
    }

    /// <summary>Makes a folder be this.</summary>
    public void WriteTo(string root)
    {
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        Directory.CreateDirectory(root);
        foreach (var (path, (data, mode)) in Entries)
        {
            var full = Path.Combine(root, path);
            if (data is null) Directory.CreateDirectory(full);
            else File.WriteAllBytes(full, data);
            File.SetUnixFileMode(full, data is null ? mode | UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute : mode);
        }
    }
}
