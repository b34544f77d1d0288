using System.Text;
using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Locks;
using Heck.Runtime.Repositories;

namespace Heck.Library.Tests.Runtime;

/// <summary>A folder that goes away with the test, with what a test says most often.</summary>
internal sealed class TemporaryRepository : IDisposable
{
    public TemporaryRepository(string? parent = null)
    {
        Root = Path.Combine(parent ?? Path.GetTempPath(), $"heck-test-{Guid.NewGuid():N}");
        Directory.CreateDirectory(Root);
        Layout = RepositoryLayout.Locate(Root, Root);
    }

    public string Root { get; }

    public RepositoryLayout Layout { get; }

    public BlobStore Blobs => new(Layout);

    public string Full(string path) => Path.Combine(Root, path);

    public string Text(string path) => File.ReadAllText(Full(path));

    /// <summary>Writes a file, with the folders it needs.</summary>
    public ContentHash Write(string path, string text) => Write(path, Encoding.UTF8.GetBytes(text));

    public ContentHash Write(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Full(path))!);
        File.WriteAllBytes(Full(path), content);
        return ContentHash.Of(content);
    }

    /// <summary>Keeps a content for a change.</summary>
    public ContentHash Keep(string text)
    {
        var blobs = Blobs;
        var hash = blobs.Put(Encoding.UTF8.GetBytes(text));
        blobs.Flush();
        return hash;
    }

    public IReadOnlyList<FileTransition> Commit(FileChangeSet changes)
    {
        using var held = Hold();
        return new AtomicFileSystem(Layout, Blobs).Commit(held, "test", changes, TestContext.Current.CancellationToken);
    }

    public RepositoryLock Hold() =>
        RepositoryLock.AcquireAsync(Layout, "test", TimeSpan.FromMinutes(1), TimeProvider.System, null, TestContext.Current.CancellationToken).GetAwaiter().GetResult();

    /// <summary>Every file and folder outside .heck with mode and content, as one comparable text.</summary>
    public string Snapshot() => string.Join('\n',
        from entry in Entries(Root)
        let path = Path.GetRelativePath(Root, entry)
        where path != ".heck" && !path.StartsWith(".heck/", StringComparison.Ordinal) && path != ".git" && !path.StartsWith(".git/", StringComparison.Ordinal)
        orderby path
        select new FileInfo(entry).LinkTarget is { } target ? $"{path} -> {target}" : Directory.Exists(entry) ? $"{path}/" : $"{path} {File.GetUnixFileMode(entry)} {ContentHash.Of(File.ReadAllBytes(entry))}");

    // The base library would follow links to folders.
    private static IEnumerable<string> Entries(string folder) => Directory.EnumerateFileSystemEntries(folder).SelectMany(entry =>
        Directory.Exists(entry) && new FileInfo(entry).LinkTarget is null ? Entries(entry).Prepend(entry) : [entry]);

    public void Dispose()
    {
        if (Directory.Exists(Root)) Directory.Delete(Root, recursive: true);
    }
}
