using System.Diagnostics;
using System.Text.Json;
using Heck.Tests.Shared;

namespace Heck.Tool.Tests;

/// <summary>Each class of ending as a script sees it: the exit code, and with <c>--json</c> exactly one envelope that says the same.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly HeckProcess _heck = new();

    public void Dispose() => _heck.Dispose();

    [Fact]
    public async Task Done_is_0() => await EndsAsync(0, null, "status");

    [Fact]
    public async Task Done_with_problems_found_is_1()
    {
        await EndsAsync(0, null, "init");
        var log = Directory.GetFiles(Path.Combine(_heck.Folder, ".heck", "runlogs"), "*.jsonl").Single();
        await File.WriteAllTextAsync(log, (await File.ReadAllTextAsync(log, TestContext.Current.CancellationToken)).Replace("\"ok\":true", "\"ok\":false", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        await EndsAsync(1, null, "log", "verify");
    }

    [Theory]
    [InlineData("request.invalid", "nope")]
    [InlineData("request.invalid", "status --nope")]
    [InlineData("request.invalid", "status --wait soon")]
    [InlineData("repo.not_found", "status --repo no/such/folder")]
    public async Task A_bad_request_is_2(string code, string line) => await EndsAsync(2, code, line.Split(' '));

    [Theory]
    [InlineData("help", "See `heck --help`.", "'help'")]
    [InlineData("patch", "See `heck patch --help`.", "Known: create, apply")]
    [InlineData("search", "See `heck search --help` or `heck schema search`.", "`search` takes QUERY")]
    [InlineData("refactor rename apple", "See `heck refactor rename --help` or `heck schema refactor rename`.", "`rename` takes TARGET NEW.")]
    [InlineData("search x --kind foo", "See `heck search --help` or `heck schema search`.", "--kind: Argument 'foo' not recognized. Must be one of: 'file' 'symbol' 'text'")]
    [InlineData("patch create .", "Give the name of a file, or - for standard input.", "'.' is a folder")]
    public async Task A_bad_command_line_is_told_what_it_lacks_and_where_help_is(string line, string hint, string message)
    {
        var error = await EndsAsync(2, "request.invalid", line.Split(' '));
        Assert.Equal(hint, error.GetProperty("hint").GetString());
        Assert.Contains(message, error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_query_is_2_and_not_everything() => await EndsAsync(2, "request.invalid", "search", " ");

    [Fact]
    public async Task A_bad_configuration_is_2_and_names_key_and_place()
    {
        _heck.Write(".heck/config.json", "{\n  \"indx\": {}\n}");
        var error = await EndsAsync(2, "config.invalid", "index");
        Assert.Contains("line 2, column 3: there is no key 'indx'. Known: $schema, version, index, patches.", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_system_that_refuses_is_3()
    {
        _heck.Write(".heck");
        await EndsAsync(3, "files.io", "init");
    }

    [Fact]
    public async Task A_refusal_is_4()
    {
        _heck.Write("elsewhere/x");
        Directory.CreateSymbolicLink(Path.Combine(_heck.Folder, ".heck"), "elsewhere");
        await EndsAsync(4, "path.refused", "status");
    }

    [Fact]
    public async Task A_confirmation_that_nobody_can_give_is_4_at_once_and_changes_nothing()
    {
        _heck.Write("a.txt", "one\n");
        _heck.Write("change.diff", "--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n");
        await EndsAsync(4, "request.unconfirmed", "patch", "apply", "--diff", "change.diff");
        Assert.Equal("one\n", await File.ReadAllTextAsync(Path.Combine(_heck.Folder, "a.txt"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_lock_that_another_holds_is_5()
    {
        using var held = Hold();
        await EndsAsync(5, "lock.held", "init", "--wait", "0");
    }

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_signal_is_130_with_an_envelope(string signal)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "sends signals by kill");
        using var held = Hold();
        using var process = _heck.Start("init", "--json", "--wait", "2m");

        // It waits as soon as the handler is long in place: the folder of the lock is the last thing that it makes before.
        SpinWait.SpinUntil(() => File.Exists(Path.Combine(_heck.Folder, ".heck", ".gitignore")), TimeSpan.FromSeconds(60));
        // The shell's own kill: a small machine has no program of that name.
        using (var kill = Process.Start("bash", ["-c", $"kill -{signal} {process.Id}"])) await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        var outcome = await HeckProcess.FinishAsync(process);
        Assert.Equal(130, outcome.ExitCode);
        var envelope = await Envelopes.ValidAsync(outcome.Stdout);
        Assert.Equal("cancelled", envelope.GetProperty("payload").GetProperty("error").GetProperty("code").GetString());
    }

    [Fact]
    public async Task An_error_is_told_to_people_on_stderr_alone()
    {
        var outcome = await _heck.RunAsync("status", "--repo", "no/such/folder");
        Assert.Equal((2, ""), (outcome.ExitCode, outcome.Stdout));
        Assert.Contains("error: There is no folder", outcome.Stderr, StringComparison.Ordinal);
        Assert.Contains("hint: ", outcome.Stderr, StringComparison.Ordinal);
        Assert.Contains("code: repo.not_found", outcome.Stderr, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_and_version_are_0_and_go_to_stdout()
    {
        foreach (var line in new[] { "--help", "", "status --help" })
        {
            var help = await _heck.RunAsync(line.Split(' ', StringSplitOptions.RemoveEmptyEntries));
            Assert.Equal((0, ""), (help.ExitCode, help.Stderr));
            Assert.Contains("--json", help.Stdout, StringComparison.Ordinal);
        }

        foreach (var line in new[] { "--version", "--version --json", "status --version" })
        {
            var version = await _heck.RunAsync(line.Split(' '));
            Assert.Equal((0, HeckEngine.Version + "\n", ""), (version.ExitCode, version.Stdout.ReplaceLineEndings("\n"), version.Stderr));
        }
    }

    private async Task<JsonElement> EndsAsync(int exit, string? code, params string[] arguments)
    {
        var outcome = await _heck.RunAsync([.. arguments, "--json"]);
        Assert.True(exit == outcome.ExitCode, $"exit {outcome.ExitCode}: {outcome.Stdout}{outcome.Stderr}");
        var envelope = await Envelopes.ValidAsync(outcome.Stdout);
        Assert.Equal(code is null, envelope.GetProperty("ok").GetBoolean());
        if (code is null) return default;
        var error = envelope.GetProperty("payload").GetProperty("error");
        Assert.Equal(code, error.GetProperty("code").GetString());
        return error;
    }

    // As the library holds it: the system's own lock on an open file.
    private FileStream Hold()
    {
        Directory.CreateDirectory(Path.Combine(_heck.Folder, ".heck"));
        return new FileStream(Path.Combine(_heck.Folder, ".heck", "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
    }
}
