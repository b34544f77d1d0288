using System.Globalization;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;
using Heck.TestChild;

namespace Heck.Library.Tests.Runtime.Files;

public sealed class CommitRecoveryTests : IDisposable
{
    private static readonly int Files = IsLong ? 200 : 50;

    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_process_killed_at_any_moment_leaves_the_tree_entirely_before_or_after()
    {
        var (before, after) = FirstState();
        var random = new Random(Seed);
        for (var kill = 0; kill < Kills; kill++)
        {
            var child = await ChildProcess.StartReadyAsync("commit", _repository.Root, Files.ToString(CultureInfo.InvariantCulture));
            await Task.Delay(random.Next(250), TestContext.Current.CancellationToken);
            await child.KillAsync();
            Recover();
            var found = _repository.Snapshot();
            Assert.True(found == before || found == after, $"kill {kill} of seed {Seed} left a mixture:\n{found}");
            if (found == after) Turn(forward: false);
            Assert.Equal(before, _repository.Snapshot());
        }
    }

    [Fact]
    public void A_file_that_someone_changed_after_the_kill_keeps_that_someones_bytes()
    {
        var a = _repository.Write("a.txt", "one");
        var b = _repository.Write("b.txt", "one");
        var two = _repository.Keep("two");
        // As a process leaves it that was killed after both renames and before its commit.
        CommitJournal.Begin(_repository.Layout, "killed", new CommitJournalContent("test", [Entry("a.txt", a), Entry("b.txt", b)], [])).MarkOpen();
        foreach (var name in new[] { "a.txt", "b.txt" })
        {
            File.Move(_repository.Full(name), _repository.Full($".heck-tmp-{name}"));
            _repository.Write(name, "two");
        }

        var blobs = _repository.Blobs;
        blobs.Put("one"u8);
        blobs.Flush();
        _repository.Write("b.txt", "a user was here");

        var error = Assert.Throws<HeckException>(Recover).Error;
        Assert.Equal(ErrorTable.JournalBroken.Code, error.Code);
        Assert.Equal("b.txt", (string?)error.Details!["kept"]![0]!["path"]);
        Assert.Equal("one", File.ReadAllText((string)error.Details!["kept"]![0]!["earlier_bytes"]!));
        Assert.Equal("one", _repository.Text("a.txt"));
        Assert.Equal("a user was here", _repository.Text("b.txt"));
        Assert.Empty(CommitRecovery.Run(_repository.Layout));

        CommitJournalEntry Entry(string name, ContentHash before) =>
            new(RepoPath.Parse(name), RepoPath.Parse($".heck-tmp-{name}"), new FileState(before, null), new FileState(two, null));
    }

    // HECK_LONG=1 sweeps for minutes, with another seed each time.
    private static int Kills { get; } = IsLong ? 400 : 12;

    private static int Seed { get; } = IsLong ? Environment.TickCount : 20261124;

    private static bool IsLong => Environment.GetEnvironmentVariable("HECK_LONG") == "1";

    private (string Before, string After) FirstState()
    {
        for (var i = 0; i < Files; i++)
        {
            if (i % 5 != 0) _repository.Write((i % 5) switch { 1 => $"deleted/{i}/old.txt", 2 => $"mode/{i}.sh", _ => $"changed/{i}.txt" }, Commits.Content(i, "one"));
        }

        var before = _repository.Snapshot();
        Turn(forward: true);
        var after = _repository.Snapshot();
        Turn(forward: false);
        Assert.Equal(before, _repository.Snapshot());
        return (before, after);
    }

    private void Turn(bool forward) => _repository.Commit(Commits.Turn(_repository.Layout, Files, forward));

    private void Recover()
    {
        using var held = _repository.Hold();
        if (CommitJournal.AnyIn(_repository.Layout)) CommitRecovery.Run(_repository.Layout);
        Assert.False(CommitJournal.AnyIn(_repository.Layout));
    }
}
