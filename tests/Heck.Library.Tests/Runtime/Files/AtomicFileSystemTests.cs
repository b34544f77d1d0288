using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Runtime.Files;

public sealed class AtomicFileSystemTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public unsafe void A_replaced_file_keeps_its_extended_attributes()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "by Linux's calls");
        var before = _repository.Write("a.txt", "old");
        using (var file = File.OpenHandle(_repository.Full("a.txt")))
        {
            fixed (byte* name = "user.origin\0"u8, value = "here"u8)
                Assert.SkipWhen(PosixCalls.SetAttribute((int)file.DangerousGetHandle(), name, value, 4, 0) < 0, "this file system has none");
        }

        _repository.Commit(new FileChangeSet().Replace(RepoPath.Parse("a.txt"), before, _repository.Keep("new")));
        Assert.Equal("new", _repository.Text("a.txt"));
        using var replaced = File.OpenHandle(_repository.Full("a.txt"));
        var kept = new byte[4];
        fixed (byte* name = "user.origin\0"u8, value = kept) Assert.Equal(4, PosixCalls.GetAttribute((int)replaced.DangerousGetHandle(), name, value, kept.Length));
        Assert.Equal("here"u8.ToArray(), kept);
    }

    [Fact]
    public void Files_are_created_replaced_and_deleted_together()
    {
        var changed = _repository.Write("src/changed.txt", "one");
        var deleted = _repository.Write("gone/deep/deleted.txt", "two");

        var done = _repository.Commit(new FileChangeSet()
            .Create(RepoPath.Parse("new/deep/created.txt"), _repository.Keep("three"))
            .Replace(RepoPath.Parse("src/changed.txt"), changed, _repository.Keep("four"))
            .Delete(RepoPath.Parse("gone/deep/deleted.txt"), deleted));

        Assert.Equal("three", _repository.Text("new/deep/created.txt"));
        Assert.Equal("four", _repository.Text("src/changed.txt"));
        Assert.False(Directory.Exists(_repository.Full("gone")));
        Assert.Equal(["gone/deep/deleted.txt", "new/deep/created.txt", "src/changed.txt"], done.Select(file => file.Path.Value));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_repository.Layout.JournalFolder));
        Assert.DoesNotContain(AtomicFileSystem.StagedPrefix, _repository.Snapshot(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_goes_with_its_last_file_and_stays_with_any_other()
    {
        var changes = new FileChangeSet();
        foreach (var name in new[] { "a/b/one", "a/b/two", "a/c/three", "d/four" }) changes.Delete(RepoPath.Parse(name), _repository.Write(name, name));
        _repository.Write("d/stays", "x");
        _repository.Commit(changes);
        Assert.Equal(["d/", "d/stays"], _repository.Snapshot().Split('\n').Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void What_was_there_before_is_kept_as_a_blob()
    {
        var before = _repository.Write("a.txt", "old");
        _repository.Commit(new FileChangeSet().Replace(RepoPath.Parse("a.txt"), before, _repository.Keep("new")));
        Assert.Equal("old"u8.ToArray(), _repository.Blobs.Read(before));
    }

    [Fact]
    public void Mode_bits_survive_a_rewrite()
    {
        const UnixFileMode odd = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherExecute;
        var before = _repository.Write("run.sh", "one");
        File.SetUnixFileMode(_repository.Full("run.sh"), odd);
        _repository.Commit(new FileChangeSet().Replace(RepoPath.Parse("run.sh"), before, _repository.Keep("two")));
        Assert.Equal(odd, File.GetUnixFileMode(_repository.Full("run.sh")));
    }

    [Fact]
    public void A_new_executable_can_be_run_by_whoever_can_read_it()
    {
        _repository.Commit(new FileChangeSet().Create(RepoPath.Parse("run.sh"), _repository.Keep("x"), ModeChange.MakeExecutable(true)));
        var mode = (int)File.GetUnixFileMode(_repository.Full("run.sh"));
        Assert.Equal((mode & 0b100_100_100) >> 2, mode & 0b001_001_001);
        Assert.NotEqual(0, mode & 0b001_000_000);
    }

    [Fact]
    public void A_change_of_mode_alone_leaves_the_content()
    {
        var hash = _repository.Write("run.sh", "one");
        var done = _repository.Commit(new FileChangeSet().Replace(RepoPath.Parse("run.sh"), hash, hash, ModeChange.MakeExecutable(true)));
        Assert.True(File.GetUnixFileMode(_repository.Full("run.sh")).HasFlag(UnixFileMode.UserExecute));
        Assert.False(done[0].Before!.Mode!.Value.HasFlag(UnixFileMode.UserExecute));
    }

    [Fact]
    public void A_file_that_changed_since_stops_everything()
    {
        var first = _repository.Write("a.txt", "one");
        var second = _repository.Write("b.txt", "one");
        _repository.Write("b.txt", "a user was here");
        var changes = new FileChangeSet()
            .Replace(RepoPath.Parse("a.txt"), first, _repository.Keep("two"))
            .Replace(RepoPath.Parse("b.txt"), second, _repository.Keep("two"));
        AssertRefused(ErrorTable.FilesStale, changes, "'b.txt'");
    }

    [Fact]
    public void A_file_that_should_not_be_there_stops_everything()
    {
        _repository.Write("b.txt", "a user was here");
        AssertRefused(ErrorTable.FilesStale, new FileChangeSet().Create(RepoPath.Parse("b.txt"), _repository.Keep("two")), "'b.txt'");
    }

    [Fact]
    public void A_file_becomes_a_folder_and_a_folder_a_file()
    {
        var file = _repository.Write("a", "one");
        _repository.Commit(new FileChangeSet().Delete(RepoPath.Parse("a"), file).Create(RepoPath.Parse("a/b"), _repository.Keep("two")));
        Assert.Equal("two", _repository.Text("a/b"));

        _repository.Commit(new FileChangeSet().Delete(RepoPath.Parse("a/b"), _repository.Keep("two")).Create(RepoPath.Parse("a"), file));
        Assert.Equal("one", _repository.Text("a"));
    }

    [Fact]
    public void A_failure_in_the_middle_puts_everything_back_in_the_same_run()
    {
        var first = _repository.Write("a.txt", "one");
        var last = _repository.Write("z/z.txt", "one");
        _repository.Write("z/untracked", "keeps the folder z");
        var before = _repository.Snapshot();
        // z cannot become a file, since something that the change does not know of lies in it. By then all else is done.
        var changes = new FileChangeSet()
            .Replace(RepoPath.Parse("a.txt"), first, _repository.Keep("two"))
            .Create(RepoPath.Parse("new/file"), _repository.Keep("new"))
            .Delete(RepoPath.Parse("z/z.txt"), last)
            .Create(RepoPath.Parse("z"), _repository.Keep("two"));
        Assert.Contains(Assert.Throws<HeckException>(() => _repository.Commit(changes)).Error.Code, new[] { "files.io", "files.stale" });
        Assert.Equal(before, _repository.Snapshot());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_repository.Layout.JournalFolder));
    }

    [Fact]
    public void A_disk_that_fills_up_while_files_are_staged_is_put_back_in_the_same_run()
    {
        using var disk = SmallDisk.TryMount(_repository.Root);
        Assert.SkipWhen(disk is null, "only root may mount a small file system");
        var changes = new FileChangeSet();
        for (var i = 0; i < 20; i++) changes.Replace(RepoPath.Parse($"{i}.txt"), _repository.Write($"{i}.txt", "one"), _repository.Keep(new string((char)('a' + i), 20_000)));
        _repository.Keep("one");
        _repository.Write("reserve", new byte[100_000]);
        disk.Fill();
        File.Delete(_repository.Full("reserve"));
        var before = _repository.Snapshot();
        Assert.Equal(ErrorTable.FilesIo.Code, Assert.Throws<HeckException>(() => _repository.Commit(changes)).Error.Code);
        Assert.Equal(before, _repository.Snapshot());
        Assert.Empty(Directory.EnumerateFileSystemEntries(_repository.Layout.JournalFolder));
        disk.Free();
        _repository.Commit(changes);
        Assert.StartsWith("aaa", _repository.Text("0.txt"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.txt", "rewritten")]
    [InlineData("a.txt", "emptied")]
    [InlineData("a.txt", "deleted")]
    [InlineData("a.txt", "linked")]
    [InlineData("made/new.txt", "rewritten")]
    [InlineData("made/new.txt", "linked")]
    [InlineData("gone.txt", "rewritten")]
    [InlineData("gone.txt", "emptied")]
    [InlineData("gone.txt", "deleted")]
    [InlineData("gone.txt", "linked")]
    [InlineData("run.sh", "rewritten")]
    [InlineData("folder", "removed")]
    [InlineData("folder", "renamed")]
    [InlineData("folder", "linked")]
    public void What_someone_does_between_the_last_look_and_the_rename_stops_everything_and_stays(string path, string deed)
    {
        var (a, gone, run, deep) = (_repository.Write("a.txt", "one"), _repository.Write("gone.txt", "one"), _repository.Write("run.sh", "one"), _repository.Write("folder/z.txt", "one"));
        var files = new AtomicFileSystem(_repository.Layout, _repository.Blobs);
        using var held = _repository.Hold();
        // Kept, so that the commit itself does not look again before it renames.
        _repository.Keep("one");
        var plan = files.Plan(new FileChangeSet()
            .Replace(RepoPath.Parse("a.txt"), a, _repository.Keep("two"))
            .Create(RepoPath.Parse("made/new.txt"), _repository.Keep("two"))
            .Delete(RepoPath.Parse("gone.txt"), gone)
            .Replace(RepoPath.Parse("run.sh"), run, run, ModeChange.MakeExecutable(true))
            .Replace(RepoPath.Parse("folder/z.txt"), deep, _repository.Keep("two")));
        using var elsewhere = new TemporaryRepository();
        var full = _repository.Full(path);
        if (path.Contains("made", StringComparison.Ordinal)) Directory.CreateDirectory(_repository.Full("made"));
        if (deed is "deleted" or "linked" && File.Exists(full)) File.Delete(full);
        if (deed == "removed") Directory.Delete(full, recursive: true);
        if (path == "folder" && deed is "renamed" or "linked") Directory.Move(full, full + ".moved");
        if (deed == "linked") File.CreateSymbolicLink(full, elsewhere.Root);
        if (deed is "rewritten" or "emptied") File.WriteAllText(full, deed == "emptied" ? "" : "a user was here");
        var before = Names();

        Assert.Contains(Assert.Throws<HeckException>(() => files.Commit(held, "test", plan, TestContext.Current.CancellationToken)).Error.Code, new[] { "files.stale", "files.io", "path.refused" });
        Assert.Equal(before, Names());
        Assert.False(CommitJournal.AnyIn(_repository.Layout));
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Root));

        string Names() => string.Join('\n', Directory.EnumerateFileSystemEntries(_repository.Root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 })
            .Where(entry => !entry.Contains(".heck/", StringComparison.Ordinal)).Order(StringComparer.Ordinal)
            .Select(entry => $"{entry} {new FileInfo(entry).LinkTarget} {(Directory.Exists(entry) || new FileInfo(entry).LinkTarget is not null ? "" : File.ReadAllText(entry) + File.GetUnixFileMode(entry))}"));
    }

    [Fact]
    public async Task A_folder_that_a_thread_keeps_exchanging_for_a_link_lets_nothing_out_and_no_mixture_behind()
    {
        using var elsewhere = new TemporaryRepository();
        for (var i = 0; i < 20; i++) _repository.Write($"src/{i}.txt", $"one {i}");
        for (var i = 0; i < 20; i++) elsewhere.Write($"{i}.txt", $"one {i}");
        var (outside, before) = (elsewhere.Snapshot(), _repository.Snapshot());
        var forward = Turn("one", "two");
        _repository.Commit(forward);
        var after = _repository.Snapshot();
        _repository.Commit(Turn("two", "one"));

        using var over = new CancellationTokenSource();
        var swapper = Task.Run(() => Swap(over.Token), TestContext.Current.CancellationToken);
        var (done, refused) = (0, 0);
        for (var round = 0; round < 150; round++)
        {
            try
            {
                _repository.Commit(done % 2 == 0 ? forward : Turn("two", "one"));
                done++;
            }
            catch (HeckException e)
            {
                Assert.True(e.Error.Code is "path.refused" or "files.stale" or "files.io", e.Error.Message);
                refused++;
            }
        }

        await over.CancelAsync();
        await swapper;
        Assert.Equal(outside, elsewhere.Snapshot());
        Assert.Equal(done % 2 == 0 ? before : after, _repository.Snapshot());
        Assert.True(refused > 0, $"the thread never got in the way of {done} commits");

        FileChangeSet Turn(string from, string to)
        {
            var changes = new FileChangeSet();
            for (var i = 0; i < 20; i++) changes.Replace(RepoPath.Parse($"src/{i}.txt"), _repository.Keep($"{from} {i}"), _repository.Keep($"{to} {i}"));
            return changes;
        }

        void Swap(CancellationToken ct)
        {
            var (real, moved) = (_repository.Full("src"), _repository.Full("src.real"));
            while (!ct.IsCancellationRequested)
            {
                Directory.Move(real, moved);
                File.CreateSymbolicLink(real, elsewhere.Root);
                Thread.Yield();
                File.Delete(real);
                Directory.Move(moved, real);
                Thread.Yield();
            }
        }
    }

    [Fact]
    public void Nothing_is_written_by_a_check()
    {
        var before = _repository.Write("a.txt", "one");
        var snapshot = _repository.Snapshot();
        var changes = new FileChangeSet().Replace(RepoPath.Parse("a.txt"), before, _repository.Keep("two"));
        Assert.Single(new AtomicFileSystem(_repository.Layout, _repository.Blobs).Check(changes));
        Assert.Equal(snapshot, _repository.Snapshot());
    }

    private void AssertRefused(ErrorCode code, FileChangeSet changes, string named)
    {
        var before = _repository.Snapshot();
        var error = Assert.Throws<HeckException>(() => _repository.Commit(changes)).Error;
        Assert.Equal(code.Code, error.Code);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, _repository.Snapshot());
    }
}
