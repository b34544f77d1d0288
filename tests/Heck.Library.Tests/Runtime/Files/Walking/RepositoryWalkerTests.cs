using System.Net.Sockets;
using System.Runtime.InteropServices;
using CsCheck;
using Heck.Runtime.Files;
using Heck.Runtime.Files.Walking;
using Heck.Runtime.Files.Walking.Folders;
using Heck.Runtime.Repositories;

namespace Heck.Library.Tests.Runtime.Files.Walking;

public partial class RepositoryWalkerTests
{
    private static readonly Gen<string> Segment = Gen.OneOf("a", "b", "c", "ab", "a.c", "a-b", "B");
    private static readonly Gen<string> TreePath = Segment.Array[1, 4].Select(s => string.Join('/', s));
    private static readonly Gen<string> Rule =
        Gen.OneOf("a", "b/", "*.c", "/a", "/b/", "a/b", "a/*", "!a", "!b/", "!a/b", "!*.c", "**/c", "a/**", "!a/b/c", "*", "!*/", "a*", "[a-b]", "# a");

    private static readonly Gen<(string Folder, string Rules)> Ignores =
        Gen.Select(TreePath, Gen.Bool, Rule.Array[1, 4], (path, atRoot, rules) => (atRoot ? "" : path, string.Join('\n', rules)));

    [Fact]
    public void Random_trees_are_listed_as_git_lists_them() => Gen.Select(TreePath.Array[1, 25], Ignores.Array[0, 5], Rule.Array[0, 2]).Sample(
        (paths, ignores, excludes) =>
        {
            using var repository = new TempRepository();
            Plant(repository, paths, ignores, ".gitignore");
            repository.Write(".git/info/exclude", string.Join('\n', excludes));
            Assert.Equal(GitLists(repository, "--exclude-standard"), Paths(repository));
        },
        iter: 60,
        threads: 1);

    [Fact]
    public void A_heckignore_speaks_the_same_language() => Gen.Select(TreePath.Array[1, 25], Ignores.Array[1, 5]).Sample(
        (paths, ignores) =>
        {
            using var repository = new TempRepository();
            Plant(repository, paths, ignores, ".heckignore");
            Assert.Equal(GitLists(repository, "--exclude-per-directory=.heckignore"), Paths(repository));
        },
        iter: 25,
        threads: 1);

    [Fact]
    public void A_heckignore_overrules_git_from_any_level()
    {
        using var repository = new TempRepository();
        repository.Write(".heckignore", "!kept.log\nsecret/\n");
        repository.Write(".gitignore", "*.log\n!secret/\nout/\n");
        repository.Write("a/.gitignore", "kept.log\n");
        foreach (var path in new[] { "a/kept.log", "a/other.log", "secret/x", "out/kept.log", "out/y" }) repository.Write(path);
        Assert.Equal([".gitignore", ".heckignore", "a/.gitignore", "a/kept.log"], Paths(repository));
    }

    [Fact]
    public void This_repository_is_listed_as_git_lists_it()
    {
        var layout = RepositoryLayout.Locate(null, AppContext.BaseDirectory);
        using var oracle = new TempRepository();
        var git = oracle.Git("-C", layout.Root, "ls-files", "-co", "--exclude-standard", "--deduplicate", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var files = git.Where(path => new FileInfo(Path.Combine(layout.Root, path)) is { Exists: true, LinkTarget: null }).Order(StringComparer.Ordinal);
        Assert.Equal(files, RepositoryWalker.Walk(layout, TestContext.Current.CancellationToken).Files.Select(f => f.Path.Value));
    }

    [Fact]
    public void A_root_below_gits_top_obeys_the_ignore_files_above_it()
    {
        using var repository = new TempRepository();
        repository.Write(".gitignore", "*.log\n/part/x\n");
        repository.Write(".git/info/exclude", "*.tmp\n");
        foreach (var path in new[] { "part/x", "part/a.log", "part/a.tmp", "part/sub/x", "part/keep" }) repository.Write(path);
        var part = RepositoryLayout.Locate(Path.Combine(repository.Root, "part"), repository.Root);
        Assert.Equal(["keep", "sub/x"], Walk(part).Files.Select(f => f.Path.Value));
    }

    [Fact]
    public void A_linked_worktree_has_the_excludes_of_its_repository()
    {
        using var repository = new TempRepository();
        repository.Write("tracked");
        repository.Git("add", ".");
        repository.Git("-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-qm", "start");
        repository.Write(".git/info/exclude", "private\n");
        repository.Git("worktree", "add", "-q", "tree");
        repository.Write("tree/private");
        var tree = RepositoryLayout.Locate(Path.Combine(repository.Root, "tree"), repository.Root);
        Assert.Equal(["tracked"], Walk(tree).Files.Select(f => f.Path.Value));
        Assert.Equal([new SkippedPath("tree", SkipReason.NestedRepository)], Walk(repository.Layout).Skipped);
    }

    [Fact]
    public void Paths_come_in_ordinal_order_of_the_whole_path()
    {
        using var repository = new TempRepository();
        foreach (var path in new[] { "a/b", "a-b", "a.b", "a0", "A/z", "é/x", "a/B/c" }) repository.Write(path);
        var paths = Paths(repository);
        Assert.Equal(paths.Order(StringComparer.Ordinal), paths);
    }

    [Fact]
    public void What_is_no_plain_file_is_skipped_with_the_reason()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "links and FIFOs are made by a shell");
        using var repository = new TempRepository();
        using var outside = new TempRepository();
        outside.Write("secret");
        repository.Write("plain");
        repository.Write("nested/.git/HEAD");
        repository.Write("nested/file");
        repository.Write("module/.git", "gitdir: ../elsewhere\n");
        repository.Write(".heck/index/index.db");
        repository.Write(".GIT/odd");
        repository.Shell($"ln -s {outside.Root} out; ln -s plain alias; ln -s . loop; mkfifo pipe; : > \"$(printf 'bad\\377name')\"; mkdir \"$(printf 'dir\\300')\"");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(Path.Combine(repository.Root, "socket")));

        var walk = Walk(repository.Layout);
        Assert.Equal(["plain"], walk.Files.Select(f => f.Path.Value));
        Assert.Equal(
            [
                new("alias", SkipReason.Link), new("bad\\xffname", SkipReason.UndecodableName), new("dir\\xc0", SkipReason.UndecodableName), new("loop", SkipReason.Link),
                new("module", SkipReason.NestedRepository), new("nested", SkipReason.NestedRepository), new("out", SkipReason.Link),
                new("pipe", SkipReason.SpecialFile), new SkippedPath("socket", SkipReason.SpecialFile),
            ],
            walk.Skipped);
    }

    [Fact]
    public void Odd_names_are_names()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows forbids these names");
        using var repository = new TempRepository();
        string[] names = [" ", "\"", "'", "-rf", "\\", "a\nb", "\u202Ereversed", "😀"];
        foreach (var name in names) repository.Write(name);
        Assert.Equal(names.Order(StringComparer.Ordinal), Paths(repository));
    }

    [Fact]
    public void A_deep_tree_is_walked_to_its_end()
    {
        using var repository = new TempRepository();
        var deep = string.Concat(Enumerable.Repeat("d/", 200));
        repository.Write(deep + "end");
        Assert.Equal([deep + "end"], Paths(repository));
    }

    [Fact]
    public void A_folder_that_may_not_be_read_is_skipped_and_the_rest_is_listed()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "drops a right of one thread, as only Linux can");
        using var repository = new TempRepository();
        repository.Write("a/x");
        repository.Write("locked/y");
        repository.Write("z");
        repository.Shell("chmod 755 . && chmod 000 locked");
        var walk = AsNobody(() => Walk(repository.Layout));
        repository.Shell("chmod 755 locked");
        Assert.Equal(["a/x", "z"], walk.Files.Select(f => f.Path.Value));
        Assert.Equal([new SkippedPath("locked", SkipReason.UnreadableFolder)], walk.Skipped);
    }

    [Fact]
    public void An_ignore_file_beyond_the_bound_is_named_and_not_applied()
    {
        using var repository = new TempRepository();
        repository.Write(".gitignore", "a\n" + new string('x', 2 << 20));
        repository.Write("a");
        Assert.Equal([".gitignore", "a"], Paths(repository));
        Assert.Equal([new SkippedPath(".gitignore", SkipReason.UnreadableIgnoreFile)], Walk(repository.Layout).Skipped);
    }

    [Fact]
    public void Stamps_are_what_stat_says()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "compares with GNU stat");
        using var repository = new TempRepository();
        repository.Write("file", "12345");
        repository.Shell("chmod 640 file; touch -d '1969-12-31 23:59:58.5 UTC' file");
        var file = Assert.Single(Walk(repository.Layout).Files);
        var stat = repository.Shell("stat -c '%s %i %a' file").Split(' ', '\n');
        Assert.Equal((stat[0], stat[1], stat[2]), ($"{file.Stamp.Size}", $"{file.Stamp.Inode}", Convert.ToString(file.Mode, 8)));
        Assert.Equal(-1_500_000_000, file.Stamp.MtimeNs);
        Assert.True(FileStamp.TryRead(Path.Combine(repository.Root, "file"), out var single));
        Assert.Equal(file.Stamp, single);
    }

    [Fact]
    public void The_portable_reader_lists_the_same()
    {
        using var repository = new TempRepository();
        repository.Write(".gitignore", "*.log\n");
        foreach (var path in new[] { "a/b", "a/x.log", "c-d", "c/.git/HEAD", "ü" }) repository.Write(path, path);
        File.CreateSymbolicLink(Path.Combine(repository.Root, "link"), "a");
        var portable = RepositoryWalker.Walk(repository.Layout, PortableFolder.Open, TestContext.Current.CancellationToken);
        var native = Walk(repository.Layout);
        Assert.Equal(native.Skipped, portable.Skipped);
        Assert.Equal(native.Files.Select(f => (f.Path, f.Stamp.Size, f.Mode, f.Stamp.MtimeNs / 100)), portable.Files.Select(f => (f.Path, f.Stamp.Size, f.Mode, f.Stamp.MtimeNs / 100)));
    }

    [Fact]
    public void A_cancelled_walk_ends()
    {
        using var repository = new TempRepository();
        Assert.Throws<OperationCanceledException>(() => RepositoryWalker.Walk(repository.Layout, new CancellationToken(canceled: true)));
    }

    private static void Plant(TempRepository repository, string[] paths, (string Folder, string Rules)[] ignores, string name)
    {
        // Where a name is wanted both as a file and as a folder, the first comer has it.
        foreach (var path in paths.Concat(ignores.Select(i => i.Folder + "/x")))
        {
            var segments = path.TrimStart('/').Split('/');
            var blocked = Enumerable.Range(1, segments.Length - 1).Any(n => File.Exists(Path.Combine(repository.Root, string.Join('/', segments[..n]))));
            if (!blocked && !Directory.Exists(Path.Combine(repository.Root, path.TrimStart('/')))) repository.Write(path.TrimStart('/'));
        }

        foreach (var (folder, rules) in ignores)
        {
            if (Directory.Exists(Path.Combine(repository.Root, folder))) repository.Write(Path.Combine(folder, name), rules);
        }
    }

    private static IEnumerable<string> GitLists(TempRepository repository, string rules) =>
        repository.Git("ls-files", "-o", rules, "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Paths(TempRepository repository) => Walk(repository.Layout).Files.Select(f => f.Path.Value);

    private static WalkResult Walk(RepositoryLayout layout) => RepositoryWalker.Walk(layout, TestContext.Current.CancellationToken);

    /// <summary>Tests may run as root, whom nothing is denied; a thread can give that up for file access alone.</summary>
    private static T AsNobody<T>(Func<T> work)
    {
        T? result = default;
        Exception? failure = null;
        var thread = new Thread(() =>
        {
            _ = SetFileUser(65534);
            try
            {
                result = work();
            }
            catch (Exception e)
            {
                failure = e;
            }
        });
        thread.Start();
        thread.Join();
        return failure is null ? result! : throw failure;
    }

    [LibraryImport("libc", EntryPoint = "setfsuid")]
    private static partial int SetFileUser(uint user);
}
