using System.Text;
using Heck.Contracts;
using Heck.Contracts.Reports;
using Heck.Runtime.Locks;
using Heck.Runtime.RunLogs;
using Heck.Tests.Shared;
using Heck.Verbs.Index;
using Heck.Verbs.Init;
using Heck.Verbs.PatchApply;
using Heck.Verbs.PatchCreate;
using Heck.Verbs.PatchReapply;
using Heck.Verbs.PatchRollback;
using Heck.Verbs.Status;

namespace Heck.Library.Tests.Verbs.Status;

public sealed class StatusVerbTests : IDisposable
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    private readonly TempRepository _repository = new();
    private readonly HeckEngine _engine;

    public StatusVerbTests() => _engine = new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root });

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_fresh_repository_has_nothing_and_gets_nothing()
    {
        var status = await StatusAsync();
        Assert.False(status.Initialised);
        Assert.Null(status.Index);
        Assert.Equal((0, null, null), (status.RunLog.Count, status.RunLog.Head, status.RunLog.Last));
        Assert.Equal(new StatusStores { IndexBytes = 0, BlobBytes = 0, PatchBytes = 0, RunLogBytes = 0 }, status.Stores);
        Assert.False(Directory.Exists(_repository.Layout.StateFolder));
    }

    [Fact]
    public async Task What_init_and_index_left_is_told()
    {
        _repository.Write("a.py", "def f():\n    return f\n");
        var init = await _engine.RunAsync(new InitRequest(), Ct);
        var index = await _engine.RunAsync(new IndexRequest(), Ct);
        var status = await StatusAsync();
        Assert.True(status.Initialised);
        Assert.Equal((index.Payload!.Files.Total, index.Payload.Symbols, index.Payload.References), (status.Index!.Files, status.Index.Symbols, status.Index.References));
        Assert.InRange(status.Index.AgeSeconds, 0, 600);
        Assert.Equal((2, index.Meta.RunId, "index", true), (status.RunLog.Count, status.RunLog.Last!.RunId, status.RunLog.Last.Cmd, status.RunLog.Last.Ok));
        Assert.Equal(new RunLog(_repository.Layout).ReadLines().Last().Record!.Hash.ToString(), status.RunLog.Head);
        Assert.True(status.Stores is { IndexBytes: > 0, RunLogBytes: > 0, BlobBytes: 0 });
        Assert.NotEqual(init.Meta.RunId, status.RunLog.Last.RunId);
    }

    [Fact]
    public async Task An_index_that_is_gone_is_not_told_of()
    {
        await _engine.RunAsync(new IndexRequest(), Ct);
        File.Delete(_repository.Layout.IndexFile);
        Assert.Null((await StatusAsync()).Index);
    }

    [Fact]
    public async Task A_log_with_a_torn_end_still_has_its_head()
    {
        await _engine.RunAsync(new InitRequest(), Ct);
        var file = Directory.GetFiles(_repository.Layout.RunLogFolder, "*.jsonl").Single();
        await File.AppendAllTextAsync(file, "{\"torn", Ct);
        var log = (await StatusAsync()).RunLog;
        Assert.Equal((1, null), (log.Count, log.Last));
    }

    [Fact]
    public async Task A_long_log_is_told_of_from_its_end()
    {
        await _engine.RunAsync(new InitRequest(), Ct);
        var file = Directory.GetFiles(_repository.Layout.RunLogFolder, "*.jsonl").Single();
        var line = await File.ReadAllBytesAsync(file, Ct);
        await File.WriteAllBytesAsync(file, [.. Encoding.UTF8.GetBytes(new string('x', 200_000) + "\n"), .. line], Ct);
        Assert.Equal("init", (await StatusAsync()).RunLog.Last!.Cmd);
    }

    [Fact]
    public async Task The_owner_of_the_lock_is_told_only_while_it_holds_it()
    {
        await _engine.RunAsync(new InitRequest(), Ct);
        using (await RepositoryLock.AcquireAsync(_repository.Layout, "patch apply", TimeSpan.Zero, TimeProvider.System, null, Ct))
            Assert.Equal((Environment.ProcessId, "patch apply"), ((await StatusAsync()).Lock!.Pid, (await StatusAsync()).Lock!.Verb));
        Assert.Null((await StatusAsync()).Lock);

        // As a killed process leaves it.
        _repository.Write(".heck/lock.owner", """{"pid": 1, "host": "gone", "since": "2026-01-01T00:00:00+00:00", "verb": "patch apply"}""");
        Assert.Null((await StatusAsync()).Lock);
    }

    [Fact]
    public async Task Patches_are_told_by_state()
    {
        _repository.Write("a.txt", "one\n");
        _repository.Write("change.diff", "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n");
        var created = await _engine.RunAsync(new PatchCreateRequest { File = "change.diff" }, Ct);
        Assert.Equal(new StatusPatches { Total = 1, Created = 1, Applied = 0, RolledBack = 0 }, (await StatusAsync()).Patches);
        await _engine.RunAsync(new PatchApplyRequest { Id = created.Payload!.Patch.Id, Yes = true }, Ct);
        Assert.Equal(new StatusPatches { Total = 1, Created = 0, Applied = 1, RolledBack = 0 }, (await StatusAsync()).Patches);
        await _engine.RunAsync(new PatchRollbackRequest { Id = created.Payload.Patch.Id, Yes = true }, Ct);
        Assert.Equal(new StatusPatches { Total = 1, Created = 0, Applied = 0, RolledBack = 1 }, (await StatusAsync()).Patches);
        await _engine.RunAsync(new PatchReapplyRequest { Id = created.Payload.Patch.Id, Yes = true }, Ct);
        Assert.Equal(new StatusPatches { Total = 1, Created = 0, Applied = 1, RolledBack = 0 }, (await StatusAsync()).Patches);
        _repository.Write($".heck/patches/{created.Payload.Patch.Id}.json", "{");
        Assert.Equal(1, (await StatusAsync()).Patches.Total);
    }

    private async Task<StatusPayload> StatusAsync()
    {
        var envelope = await _engine.RunAsync(new StatusRequest(), Ct);
        await Envelopes.ValidAsync(envelope);
        Assert.Equal(9, Assert.IsType<Fields>(Assert.Single(envelope.Payload!.ToReport().Blocks)).Items.Count);
        return envelope.Payload;
    }
}
