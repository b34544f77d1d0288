using System.Text;
using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Locks;
using Heck.Runtime.Repositories;

namespace Heck.TestChild;

/// <summary>Turns the tree from its first state into its second and back, for ever: files rewritten, created in new folders, deleted with theirs, made executable.</summary>
internal static class Commits
{
    public static async Task<int> RunAsync(string root, int files)
    {
        var layout = RepositoryLayout.Locate(root, root);
        using var held = await RepositoryLock.AcquireAsync(layout, "commit", TimeSpan.Zero, TimeProvider.System, null, CancellationToken.None);
        Console.Out.WriteLine("ready");
        for (var first = true; ; first = !first) new AtomicFileSystem(layout, new BlobStore(layout)).Commit(held, "commit", Turn(layout, files, first), CancellationToken.None);
    }

    public static FileChangeSet Turn(RepositoryLayout layout, int files, bool forward)
    {
        var blobs = new BlobStore(layout);
        var changes = new FileChangeSet();
        for (var i = 0; i < files; i++)
        {
            var one = blobs.Put(Content(i, "one"));
            var two = blobs.Put(Content(i, "two"));
            changes.Add((i % 5) switch
            {
                0 => Change($"created/{i}/new.txt", null, two),
                1 => Change($"deleted/{i}/old.txt", one, null),
                2 => new FileChange(RepoPath.Parse($"mode/{i}.sh"), one, one, ModeChange.MakeExecutable(forward)),
                _ => Change($"changed/{i}.txt", one, two),
            });
        }

        blobs.Flush();
        return changes;

        FileChange Change(string path, ContentHash? before, ContentHash? after) =>
            new(RepoPath.Parse(path), forward ? before : after, forward ? after : before);
    }

    public static byte[] Content(int i, string word) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat($"{word} {i}\r\n", 200)));
}
