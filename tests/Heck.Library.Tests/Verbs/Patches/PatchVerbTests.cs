using System.Text;
using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Contracts.Requests;
using Heck.Library.Tests.Runtime;
using Heck.Tests.Shared;
using Heck.Verbs.LogList;
using Heck.Verbs.LogVerify;
using Heck.Verbs.PatchApply;
using Heck.Verbs.PatchCreate;
using Heck.Verbs.PatchList;
using Heck.Verbs.PatchReapply;
using Heck.Verbs.PatchRollback;
using Heck.Verbs.PatchShow;
using Heck.Verbs.Status;
using Heck.Verbs.Undo;

namespace Heck.Library.Tests.Verbs.Patches;

public sealed class PatchVerbTests : IDisposable
{
    private const string Diff = "--- a/a.txt\n+++ b/a.txt\n@@ -1,3 +1,3 @@\n one\r\n-two\r\n+2\r\n three\r\n";
    private const string Before = "one\r\ntwo\r\nthree\r\n";
    private const string After = "one\r\n2\r\nthree\r\n";

    private readonly TempRepository _repository = new();

    public PatchVerbTests() => _repository.Write("a.txt", Before);

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_diff_goes_all_the_way_and_back()
    {
        var created = await Run(new PatchCreateRequest { File = "-", Title = "Say 2" }, Diff);
        var id = created.Payload!.Patch.Id;
        Assert.Equal((1, 1, "created"), (created.Payload.Patch.Additions, created.Payload.Patch.Deletions, created.Payload.Patch.State));
        Assert.Equal(Before, Text);

        var applied = await Run(new PatchApplyRequest { Id = id, Yes = true });
        Assert.True(applied.Payload!.UntouchedBytesIdentical);
        Assert.Equal("modify", Assert.Single(applied.Payload.Files).Action);
        Assert.Equal(After, Text);

        Assert.Equal("rolled_back", (await Run(new PatchRollbackRequest { Last = true })).Payload!.Patch.State);
        Assert.Equal(Before, Text);
        Assert.Equal("applied", (await Run(new PatchReapplyRequest { Id = id })).Payload!.Patch.State);
        Assert.Equal(After, Text);
        Assert.Equal("rolled_back", (await Run(new UndoRequest())).Payload!.Patch.State);
        Assert.Equal(Before, Text);

        Assert.Equal(id, Assert.Single((await Run(new PatchListRequest())).Payload!.Patches).Id);
        Assert.Contains("+2\r\n", (await Run(new PatchShowRequest { Id = id })).Payload!.Diff, StringComparison.Ordinal);
        Assert.Equal(["undo", "patch reapply", "patch rollback", "patch apply", "patch create"], (await Run(new LogListRequest())).Payload!.Runs.Select(run => run.Cmd));
    }

    [Fact]
    public async Task A_diff_can_be_created_and_applied_in_one()
    {
        await Run(new PatchApplyRequest { Diff = "-", Yes = true }, Diff);
        Assert.Equal(After, Text);
        _repository.Write("their.diff", "--- /dev/null\n+++ b/new.txt\n@@ -0,0 +1 @@\n+new\n");
        Assert.Equal("create", Assert.Single((await Run(new PatchApplyRequest { Diff = "their.diff", Yes = true })).Payload!.Files).Action);
    }

    [Fact]
    public async Task Without_a_yes_nothing_is_applied()
    {
        Assert.Equal(ErrorTable.RequestUnconfirmed.Code, (await Run(new PatchApplyRequest { Diff = "-" }, Diff)).Error!.Code);
        Assert.Equal(Before, Text);
    }

    [Fact]
    public async Task The_user_sees_the_diff_before_answering()
    {
        Confirmation? asked = null;
        var engine = new HeckEngine(new HeckEngineOptions
        {
            WorkingDirectory = _repository.Root,
            Input = () => new MemoryStream(Encoding.UTF8.GetBytes(Diff)),
            Confirm = (question, _) => { asked = question; return ValueTask.FromResult(true); },
        });
        Assert.True((await engine.RunAsync(new PatchApplyRequest { Diff = "-" }, TestContext.Current.CancellationToken)).Ok);
        Assert.Contains(asked!.Preview.Blocks, block => block is Heck.Contracts.Reports.DiffBlock diff && diff.Unified.Contains("+2", StringComparison.Ordinal));
        Assert.Equal(After, Text);
    }

    [Fact]
    public async Task A_check_and_a_dry_run_change_and_keep_nothing()
    {
        Directory.CreateDirectory(_repository.Layout.StateFolder);
        Assert.False((await Run(new PatchApplyRequest { Diff = "-", Check = true }, Diff)).Payload!.Done);
        Assert.False((await Run(new PatchApplyRequest { Diff = "-", DryRun = true }, Diff)).Payload!.Done);
        Assert.True((await Run(new PatchCreateRequest { File = "-", DryRun = true }, Diff)).Ok);
        Assert.Equal(Before, Text);
        Assert.Empty((await Run(new PatchListRequest())).Payload!.Patches);
        Assert.Empty(new Heck.Runtime.RunLogs.RunLog(_repository.Layout).ReadLines());
    }

    [Fact]
    public async Task A_diff_that_does_not_fit_is_a_conflict_with_the_place()
    {
        _repository.Write("a.txt", "other\n");
        var failed = await Run(new PatchApplyRequest { Diff = "-", Yes = true }, Diff);
        Assert.Equal((ErrorTable.PatchStale.Code, ExitCode.Conflict), (failed.Error!.Code, failed.Exit));
        Assert.Equal("a.txt", (string?)failed.Error.Details!["places"]![0]!["path"]);
        Assert.Equal("other\n", Text);
    }

    [Fact]
    public async Task A_content_that_is_expected_of_a_file_is_asked_for_in_every_form()
    {
        var wrong = await Run(new PatchApplyRequest { Diff = "-", Yes = true, Expect = ["a.txt=" + new string('0', 64)] }, "diff --git a/a.txt b/a.txt\n" + Diff);
        Assert.Equal(ErrorTable.PatchStale.Code, wrong.Error!.Code);
        Assert.Contains(new string('0', 64), wrong.Error.Message, StringComparison.Ordinal);
        Assert.Equal(Before, Text);
        Assert.Equal(ErrorTable.RequestInvalid.Code, (await Run(new PatchApplyRequest { Id = "p0123456789", Expect = ["a.txt=0"] })).Error!.Code);
        Assert.Equal(ErrorTable.RequestInvalid.Code, (await Run(new PatchCreateRequest { Worktree = true, Format = "v4a" })).Error!.Code);
    }

    [Fact]
    public async Task A_refused_merge_leaves_no_content_behind()
    {
        _repository.Write("b.txt", Before);
        var id = (await Run(new PatchCreateRequest { File = "-" }, Diff + Diff.Replace("a.txt", "b.txt", StringComparison.Ordinal))).Payload!.Patch.Id;
        _repository.Write("a.txt", "zero\r\n" + Before);
        _repository.Write("b.txt", "one\r\n3\r\nthree\r\n");
        var kept = Directory.GetFiles(_repository.Layout.BlobFolder, "*", SearchOption.AllDirectories).Order().ToList();
        Assert.Equal(ErrorTable.PatchStale.Code, (await Run(new PatchApplyRequest { Id = id, ThreeWay = true, Yes = true })).Error!.Code);
        Assert.Equal(kept, Directory.GetFiles(_repository.Layout.BlobFolder, "*", SearchOption.AllDirectories).Order());
    }

    // Two comments, each fine alone, do not nest.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_merge_that_adds_syntax_errors_is_refused_with_the_place(bool isRollback)
    {
        const string plain = "a();\nb();\nc();\nd();\ne();\n", commented = "a();\nb();\n/*\nc();\n*/\nd();\ne();\n";
        var diff = isRollback ? "--- a/a.ts\n+++ b/a.ts\n@@ -2,5 +2,3 @@\n b();\n-/*\n c();\n-*/\n d();\n" : "--- a/a.ts\n+++ b/a.ts\n@@ -2,3 +2,5 @@\n b();\n+/*\n c();\n+*/\n d();\n";
        _repository.Write("a.ts", isRollback ? commented : plain);
        var id = (await Run(new PatchCreateRequest { File = "-" }, diff)).Payload!.Patch.Id;
        if (isRollback) await Run(new PatchApplyRequest { Id = id, Yes = true });
        _repository.Write("a.ts", $"/*\n{plain}*/\n");
        var refused = isRollback ? (await Run(new PatchRollbackRequest { Id = id })).Error! : (await Run(new PatchApplyRequest { Id = id, ThreeWay = true, Yes = true })).Error!;
        Assert.Equal((ErrorTable.PatchBreaksSyntax.Code, "a.ts", 8), (refused.Code, refused.Details!["places"]![0]!["path"]!.GetValue<string>(), refused.Details["places"]![0]!["line"]!.GetValue<int>()));
        Assert.Equal($"/*\n{plain}*/\n", await File.ReadAllTextAsync(Path.Combine(_repository.Root, "a.ts"), TestContext.Current.CancellationToken));
        Assert.True(isRollback ? (await Run(new PatchRollbackRequest { Id = id, AllowSyntaxErrors = true })).Ok : (await Run(new PatchApplyRequest { Id = id, ThreeWay = true, Yes = true, AllowSyntaxErrors = true })).Ok);
        Assert.Equal($"/*\n{commented}*/\n", await File.ReadAllTextAsync(Path.Combine(_repository.Root, "a.ts"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Above_the_cap_contents_go_and_it_is_told_which_patches_are_the_poorer_for_it()
    {
        _repository.Write(".heck/config.json", "{\"patches\": {\"max_blob_bytes\": 1048576}}");
        var ids = new List<string>();
        for (var i = 0; i < 10; i++)
        {
            var applied = await Run(new PatchApplyRequest { Diff = "-", Yes = true }, Large(i, 90_000));
            Assert.Empty(applied.Meta.Warnings);
            ids.Add(applied.Payload!.Patch.Id);
            await Run(new PatchRollbackRequest { Last = true });
        }

        var last = await Run(new PatchApplyRequest { Diff = "-", Yes = true }, Large(10, 250_000));
        Assert.EndsWith($"what reapplies {ids[0]}, {ids[1]}, rolled back longest ago.", Assert.Single(last.Meta.Warnings), StringComparison.Ordinal);
        Assert.InRange((await Run(new StatusRequest())).Payload!.Stores.BlobBytes, 900_000, 1_048_576);
        Assert.Equal("patch.contents_gone", (await Run(new PatchReapplyRequest { Id = ids[0] })).Error!.Code);
        await Run(new PatchReapplyRequest { Id = ids[2] });
        Assert.True(File.Exists(Path.Combine(_repository.Root, "large-2.txt")));

        static string Large(int i, int size) => $"--- /dev/null\n+++ b/large-{i}.txt\n@@ -0,0 +1 @@\n+{new string((char)('a' + i), size)}\n";
    }

    [Fact]
    public async Task Many_processes_apply_and_roll_back_at_once_and_every_run_is_in_the_log()
    {
        // Thirty-two with HECK_LONG.
        var processes = Environment.GetEnvironmentVariable("HECK_LONG") is null ? 6 : 32;
        var children = Enumerable.Range(0, processes).Select(_ => ChildProcess.Start("patch", _repository.Root, "2")).ToList();
        foreach (var child in children)
        {
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, child.ExitCode);
            child.Dispose();
        }

        Assert.False(Directory.Exists(Path.Combine(_repository.Root, "made")));
        Assert.All((await Run(new PatchListRequest())).Payload!.Patches, patch => Assert.Equal("rolled_back", patch.State));
        var verified = (await Run(new LogVerifyRequest())).Payload!;
        Assert.Equal((4 * processes, false), (verified.Count, verified.FoundProblems()));
    }

    [Fact]
    public async Task A_full_disk_is_an_error_of_the_file_system_and_changes_nothing()
    {
        using var disk = SmallDisk.TryMount(_repository.Root);
        Assert.SkipWhen(disk is null, "only root may mount a small file system");
        _repository.Write("a.txt", Before);
        disk.Fill();
        var failed = await Run(new PatchApplyRequest { Diff = "-", Yes = true }, Diff);
        Assert.Equal((ErrorTable.FilesIo.Code, ExitCode.Environment), (failed.Error!.Code, failed.Exit));
        Assert.Equal(Before, Text);
        disk.Free();
        var again = await Run(new PatchApplyRequest { Diff = "-", Yes = true }, Diff);
        Assert.True(again.Ok, again.Error?.Message);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData("p0123456789", "-")]
    public async Task Apply_takes_an_id_or_a_diff(string? id, string? diff) =>
        Assert.Equal(ErrorTable.RequestInvalid.Code, (await Run(new PatchApplyRequest { Id = id, Diff = diff, Yes = true }, Diff)).Error!.Code);

    [Fact]
    public async Task What_is_not_there_is_named()
    {
        Assert.Equal(ErrorTable.PatchNotFound.Code, (await Run(new PatchShowRequest { Id = "../../etc/passwd" })).Error!.Code);
        Assert.Equal(ErrorTable.PatchNotFound.Code, (await Run(new PatchRollbackRequest { Last = true })).Error!.Code);
        Assert.Equal(ErrorTable.PatchNotFound.Code, (await Run(new UndoRequest())).Error!.Code);
        Assert.Contains("'nowhere.diff'", (await Run(new PatchCreateRequest { File = "nowhere.diff" })).Error!.Message, StringComparison.Ordinal);
    }

    private string Text => File.ReadAllText(Path.Combine(_repository.Root, "a.txt"));

    private async Task<Envelope<TPayload>> Run<TPayload>(VerbRequest<TPayload> request, string input = "")
        where TPayload : class, IPayload
    {
        var engine = new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root, Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)) });
        var envelope = await engine.RunAsync(request, TestContext.Current.CancellationToken);
        await Envelopes.ValidAsync(envelope);
        return envelope;
    }
}
