using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files.Walking.Folders;
using Heck.Runtime.Locks;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>Writes a file that the user asked for by name: inside the repository by the atomic file system and its gate, elsewhere as a whole or not at all.</summary>
internal sealed class UserFile(RepositoryLayout layout, string workingDirectory, TimeProvider clock)
{
    private static readonly TimeSpan LockWait = TimeSpan.FromSeconds(10);

    /// <param name="file">As the user gave it, relative to the working directory.</param>
    /// <param name="content">All of it.</param>
    /// <param name="verb">Who writes, for the lock.</param>
    /// <param name="ct">Cancels before anything is written.</param>
    /// <returns>The absolute path.</returns>
    /// <exception cref="HeckException"><c>request.invalid</c>: a folder is there. <c>path.refused</c>, <c>files.io</c>.</exception>
    public async Task<string> WriteAsync(string file, byte[] content, string verb, CancellationToken ct)
    {
        var full = Path.GetFullPath(file, workingDirectory);
        if (Directory.Exists(full)) throw ErrorTable.RequestInvalid.With($"'{full}' is a folder; a file is to be written there.", "Give the name of a file.");
        var relative = Path.GetRelativePath(layout.Root, full).Replace(Path.DirectorySeparatorChar, '/');
        if (RepoPath.TryParse(relative, out var path)) await WriteInside(path, content, verb, ct).ConfigureAwait(false);
        else WriteOutside(full, content);
        return full;
    }

    private async Task WriteInside(RepoPath path, byte[] content, string verb, CancellationToken ct)
    {
        using var held = await RepositoryLock.AcquireAsync(layout, verb, LockWait, clock, progress: null, ct).ConfigureAwait(false);
        var blobs = new BlobStore(layout);
        var changes = new FileChangeSet().Add(new FileChange(path, FileState.Of(layout.FullPath(path))?.Hash, blobs.Put(content)));
        new AtomicFileSystem(layout, blobs).Commit(held, verb, changes, ct);
    }

    private static void WriteOutside(string full, byte[] content)
    {
        try
        {
            // A pipe, a device or a link is written through, as a shell does; only a plain file may be replaced.
            if (!FileStat.TryRead(full, out var there) || there.Kind == EntryKind.File) StateFile.Write(full, content);
            else File.WriteAllBytes(full, content);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw ErrorTable.FilesIo.With($"'{full}' cannot be written: {fault.Message}", inner: fault);
        }
    }
}
