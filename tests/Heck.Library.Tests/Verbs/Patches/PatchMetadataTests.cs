using System.Text;
using System.Text.Json;
using Heck.Library.Tests.Runtime;
using Heck.Tests.Shared;
using Heck.Verbs.PatchApply;
using Heck.Verbs.PatchCreate;
using NJsonSchema;

namespace Heck.Library.Tests.Verbs.Patches;

/// <summary>What stands beside a patch's diff.</summary>
public sealed class PatchMetadataTests : IDisposable
{
    private const string Diff = "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n";

    private readonly TempRepository _repository = new();

    public PatchMetadataTests() => _repository.Write("a.txt", "one\n");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Whom_git_knows_is_the_author_and_what_was_judged_and_agreed_to_is_kept_by_the_schema()
    {
        _repository.Git("init", "-q");
        _repository.Git("config", "user.name", "Zoë Example");
        _repository.Git("config", "user.email", "zoe@example.invalid");
        var patch = (await RunAsync(new PatchApplyRequest { Diff = "-", Yes = true })).Patch;
        Assert.Equal(("Zoë Example <zoe@example.invalid>", "allowed"), (patch.Author, patch.Policy));
        var json = await File.ReadAllTextAsync(Path.Combine(_repository.Root, ".heck/patches", patch.Id + ".json"), TestContext.Current.CancellationToken);
        var schema = await JsonSchema.FromFileAsync(Path.Combine(Checkout.Root, "schemas", "patch.json"), TestContext.Current.CancellationToken);
        Assert.Empty(schema.Validate(json).Select(fault => fault.ToString()));
        var root = JsonDocument.Parse(json).RootElement;
        Assert.Equal(("git", 0, patch.RunId), (root.GetProperty("author").GetProperty("source").GetString(), root.GetProperty("approvals").GetArrayLength(), root.GetProperty("run_id").GetString()));
        Assert.Equal(("100644", "100644", "utf-8"), (patch.Files[0].ModeBefore, patch.Files[0].Mode, patch.Files[0].Encoding));
    }

    [Fact]
    public async Task Whom_git_does_not_know_is_the_account_and_a_model_s_form_stands_beside()
    {
        _repository.Git("init", "-q");
        _repository.Git("config", "user.name", "");
        var patch = (await RunAsync(new PatchCreateRequest { File = "-" }, "```diff\n" + Diff + "```\n")).Patch;
        Assert.Equal((Environment.UserName, "unified", null), (patch.Author, patch.Form, patch.Policy));
    }

    [Fact]
    public async Task Only_the_owner_may_read_a_diff_and_what_is_known_of_it()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "no mode bits");
        File.SetUnixFileMode(Path.Combine(_repository.Root, "a.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        await RunAsync(new PatchApplyRequest { Diff = "-", Yes = true });
        var files = new DirectoryInfo(Path.Combine(_repository.Root, ".heck/patches")).GetFiles();
        Assert.Equal(2, files.Length);
        Assert.All(files, file => Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, file.UnixFileMode));
    }

    private async Task<TPayload> RunAsync<TPayload>(Heck.Contracts.Requests.VerbRequest<TPayload> request, string input = Diff)
        where TPayload : class, Heck.Contracts.IPayload
    {
        var engine = new HeckEngine(new Heck.Contracts.HeckEngineOptions { WorkingDirectory = _repository.Root, Input = () => new MemoryStream(Encoding.UTF8.GetBytes(input)) });
        var envelope = await engine.RunAsync(request, TestContext.Current.CancellationToken);
        await Envelopes.ValidAsync(envelope);
        Assert.True(envelope.Ok, envelope.Error?.Message);
        return envelope.Payload!;
    }
}
