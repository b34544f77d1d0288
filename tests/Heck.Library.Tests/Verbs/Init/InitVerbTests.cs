using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Runtime.Configuration;
using Heck.Tests.Shared;
using Heck.Verbs.Init;

namespace Heck.Library.Tests.Verbs.Init;

public sealed class InitVerbTests : IDisposable
{
    private static readonly string[] Files = [".heck/.gitignore", ".heck/config.json", ".heck/policy.yml"];

    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_fresh_repository_gets_its_files_and_is_described()
    {
        _repository.Write("src/a.py");
        _repository.Write("pyproject.toml", "[tool.pytest.ini_options]\n");
        var envelope = await RunAsync(new InitRequest());
        Assert.Equal(Files, Paths(envelope.Payload!.Created));
        Assert.Empty(envelope.Payload.Kept);
        Assert.Equal([("python", 1)], envelope.Payload.Detected.Languages.Select(l => (l.Name, l.Files)));
        Assert.Equal([("pytest", "pyproject.toml")], envelope.Payload.Detected.TestRunners.Select(t => (t.Name, t.Evidence[0].Value)));
        Assert.Equal(new HeckConfig(), ConfigFile.Load(_repository.Layout));
    }

    [Fact]
    public async Task A_second_run_keeps_every_byte()
    {
        await RunAsync(new InitRequest());
        _repository.Write(".heck/config.json", "{ }\r\n");
        var before = Bytes();
        var second = await RunAsync(new InitRequest());
        Assert.Empty(second.Payload!.Created);
        Assert.Equal(Files, Paths(second.Payload.Kept));
        Assert.Equal(before, Bytes());
    }

    [Fact]
    public async Task Only_what_is_missing_is_written()
    {
        _repository.Write(".heck/policy.yml", "mine");
        var envelope = await RunAsync(new InitRequest());
        Assert.Equal([".heck/policy.yml"], Paths(envelope.Payload!.Kept));
        Assert.Equal("mine", File.ReadAllText(_repository.Layout.PolicyFile));
    }

    [Fact]
    public async Task A_dry_run_says_what_would_be_and_writes_nothing()
    {
        var envelope = await RunAsync(new InitRequest { DryRun = true });
        Assert.Equal(Files, Paths(envelope.Payload!.Created));
        Assert.False(Directory.Exists(_repository.Layout.StateFolder));
    }

    [Fact]
    public async Task Git_sees_the_shared_parts_and_not_the_machines_own()
    {
        await RunAsync(new InitRequest());
        foreach (var path in new[] { "index/index.db", "blobs/00", "journal/1", "runlogs/2026-01.jsonl", "lock", "lock.owner", "config.json.1.tmp", "patches/1.diff", "plans/1.json" })
            _repository.Write(".heck/" + path);
        Assert.Equal([Files[0], Files[1], ".heck/patches/1.diff", ".heck/plans/1.json", Files[2]], _repository.Git("ls-files", "-o", "--exclude-standard").Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_malformed_manifest_is_a_warning()
    {
        _repository.Write("package.json", "{");
        var envelope = await RunAsync(new InitRequest());
        Assert.Equal(["package.json was not read: it is no JSON (line 1)."], envelope.Meta.Warnings);
    }

    [Fact]
    public async Task A_state_folder_that_is_a_link_is_refused()
    {
        using var elsewhere = new TempRepository();
        Directory.CreateSymbolicLink(_repository.Layout.StateFolder, elsewhere.Root);
        var envelope = await RunAsync(new InitRequest());
        Assert.Equal("path.refused", envelope.Error!.Code);
        Assert.Equal([".git"], Directory.EnumerateFileSystemEntries(elsewhere.Root).Select(p => Path.GetFileName(p)));
    }

    [Fact]
    public async Task What_the_file_system_refuses_is_an_error_of_the_environment()
    {
        // A file stands where the folder should be.
        _repository.Write(".heck");
        var envelope = await RunAsync(new InitRequest());
        Assert.Equal(("files.io", ExitCode.Environment), (envelope.Error!.Code, envelope.Exit));
    }

    private async Task<Envelope<InitPayload>> RunAsync(InitRequest request)
    {
        var envelope = await new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root }).RunAsync(request, TestContext.Current.CancellationToken);
        await Envelopes.ValidAsync(envelope);
        return envelope;
    }

    private string Bytes() => string.Join('\n', Files.Select(f => Convert.ToHexString(File.ReadAllBytes(Path.Combine(_repository.Root, f)))));

    private static IEnumerable<string> Paths(IEnumerable<RepoPath> paths) => paths.Select(p => p.Value);
}
