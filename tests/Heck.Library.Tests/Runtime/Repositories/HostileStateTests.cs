using System.Text;
using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;
using Heck.Verbs.Index;
using Heck.Verbs.PatchApply;
using Heck.Verbs.Status;

namespace Heck.Library.Tests.Runtime.Repositories;

/// <summary>A <c>.heck</c> that came with somebody's repository, made to harm whoever clones it.</summary>
public sealed class HostileStateTests : IDisposable
{
    private const string Secret = "not yours\n";

    private readonly TempRepository _repository = new();
    private readonly TemporaryRepository _outside = new();

    public HostileStateTests()
    {
        _outside.Write("file", Secret);
        _repository.Write("a.txt", "one\n");
    }

    public void Dispose()
    {
        _repository.Dispose();
        _outside.Dispose();
    }

    [Theory]
    [InlineData("lock")]
    [InlineData("lock.owner")]
    [InlineData("config.json")]
    [InlineData("blobs", true)]
    [InlineData("patches", true)]
    [InlineData("journal", true)]
    [InlineData("runlogs", true)]
    [InlineData("runlogs/lock")]
    [InlineData("runlogs/2999-12.jsonl")]
    [InlineData("index", true)]
    [InlineData("index/index.db")]
    [InlineData("index/note")]
    public async Task A_link_in_it_lets_nothing_be_written_elsewhere(string name, bool isFolder = false)
    {
        var link = Path.Combine(_repository.Root, ".heck", name);
        Directory.CreateDirectory(Path.GetDirectoryName(link)!);
        File.CreateSymbolicLink(link, isFolder ? _outside.Root : _outside.Full("file"));
        var before = _outside.Snapshot();
        foreach (var answer in new[] { await StatusAsync(), await ApplyAsync(), await IndexAsync() })
        {
            Assert.Equal(ErrorTable.PathRefused.Code, answer.Error?.Code);
            Assert.Contains("is a link", answer.Error!.Message, StringComparison.Ordinal);
        }

        Assert.Equal(before, _outside.Snapshot());
        Assert.Equal("one\n", await File.ReadAllTextAsync(Path.Combine(_repository.Root, "a.txt"), TestContext.Current.CancellationToken));
    }

    /// <summary>What a journal names is put back before anything is asked.</summary>
    [Theory]
    [InlineData(".git/hooks/pre-commit", ".heck/journal/.heck-tmp-evil-0")]
    [InlineData(".git/config", ".git/.heck-tmp-evil-0")]
    [InlineData(".heck/policy.yml", ".heck/journal/.heck-tmp-evil-0")]
    [InlineData("b.txt", "a.txt")]
    [InlineData("b.txt", ".git/.heck-tmp-evil-0")]
    [InlineData("deep/b.txt", "other/.heck-tmp-evil-0")]
    public async Task A_journal_that_no_commit_writes_is_not_carried_out(string path, string staged)
    {
        var content = Encoding.UTF8.GetBytes("#!/bin/sh\necho harm\n");
        _repository.Write(staged, Encoding.UTF8.GetString(content));
        var state = new FileState(ContentHash.Of(content), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        CommitJournal.Begin(_repository.Layout, "evil", new CommitJournalContent("test", [new CommitJournalEntry(RepoPath.Parse(path), RepoPath.Parse(staged), state, null)], [])).MarkOpen();
        var before = Everything();
        Assert.Equal(ErrorTable.JournalBroken.Code, (await StatusAsync()).Error?.Code);
        Assert.Equal(before, Everything());
    }

    private async Task<Envelope> StatusAsync() => await Engine().RunAsync(new StatusRequest(), TestContext.Current.CancellationToken);

    private async Task<Envelope> IndexAsync() => await Engine().RunAsync(new IndexRequest(), TestContext.Current.CancellationToken);

    private async Task<Envelope> ApplyAsync() => await Engine().RunAsync(new PatchApplyRequest { Diff = "-", Yes = true }, TestContext.Current.CancellationToken);

    private HeckEngine Engine() => new(new HeckEngineOptions
    {
        WorkingDirectory = _repository.Root,
        Input = () => new MemoryStream("--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n"u8.ToArray()),
    });

    private string Everything() => string.Join('\n', Directory.EnumerateFiles(_repository.Root, "*", SearchOption.AllDirectories)
        .Where(file => !Path.GetFileName(file).StartsWith("lock", StringComparison.Ordinal) && Path.GetFileName(file) != ".gitignore")
        .Order(StringComparer.Ordinal).Select(file => $"{file} {ContentHash.Of(File.ReadAllBytes(file))}"));
}
