using System.Text.RegularExpressions;
using Heck.Tests.Shared;

namespace Heck.Tool.Tests;

/// <summary>What the program does to the terminal, file or pipe that it writes to.</summary>
public sealed partial class TerminalTests : IDisposable
{
    private const string LongFolder = "a/rather/deep/folder/whose/path/alone/is/wider/than/any/narrow/terminal/that/people/use";

    private readonly HeckProcess _heck = new();

    public TerminalTests() => Assert.SkipWhen(OperatingSystem.IsWindows(), "makes terminals and pipes by Unix tools");

    public void Dispose() => _heck.Dispose();

    [Fact]
    public async Task Redirected_output_is_plain_and_never_folded()
    {
        _heck.Write(LongFolder + "/package.json", """{"devDependencies": {"jest": "1"}}""");
        var outcome = await _heck.RunAsync("init", "--dry-run");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Stderr));
        Assert.Contains($"jest ({LongFolder}/package.json)", outcome.Stdout, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', outcome.Stdout);
    }

    [Fact]
    public async Task A_terminal_gets_colours()
    {
        var outcome = await _heck.OnTerminalAsync(100, [], "status");
        Assert.Matches(Colour(), outcome.Stdout);
    }

    [Fact]
    public async Task NO_COLOR_is_obeyed()
    {
        var outcome = await _heck.OnTerminalAsync(100, [("NO_COLOR", "1")], "status");
        Assert.Contains("initialised", outcome.Stdout, StringComparison.Ordinal);
        Assert.DoesNotMatch(Colour(), outcome.Stdout);
    }

    [Fact]
    public async Task A_dumb_terminal_gets_no_sequences()
    {
        var outcome = await _heck.OnTerminalAsync(100, [("TERM", "dumb")], "status");
        Assert.Contains("initialised", outcome.Stdout, StringComparison.Ordinal);
        Assert.DoesNotContain('\e', outcome.Stdout);
    }

    [Theory]
    [InlineData(40)]
    [InlineData(200)]
    public async Task Lines_fit_the_terminal(int columns)
    {
        _heck.Write(LongFolder + "/package.json", """{"devDependencies": {"jest": "1", "eslint": "1"}}""");
        var outcome = await _heck.OnTerminalAsync(columns, [], "init --dry-run");
        var widest = Lines(outcome).Max(line => line.Length);
        Assert.InRange(widest, columns == 200 ? 100 : 20, columns);
    }

    [Fact]
    public async Task A_name_cannot_send_sequences_to_the_terminal()
    {
        File.CreateSymbolicLink(Path.Combine(_heck.Folder, "evil\e]0;title\a\e[2Jname"), "nowhere");
        var outcome = await _heck.OnTerminalAsync(100, [("NO_COLOR", "1")], "index");
        Assert.Contains(@"evil\x1b]0;title\x07\x1b[2Jname", outcome.Stdout, StringComparison.Ordinal);
        Assert.DoesNotContain("\e]0;", outcome.Stdout, StringComparison.Ordinal);
        Assert.DoesNotContain("\e[2J", outcome.Stdout, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("schema index --json")]
    [InlineData("log list")]
    [InlineData("status")]
    [InlineData("--help")]
    [InlineData("--version")]
    public async Task A_reader_that_leaves_is_no_error(string arguments)
    {
        var outcome = await _heck.ShellAsync($"$HECK {arguments} | true");
        Assert.Equal((0, ""), (outcome.ExitCode, outcome.Stderr));
    }

    [Fact]
    public async Task A_full_disk_behind_stdout_is_told_and_is_no_success()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux has /dev/full");
        var outcome = await _heck.ShellAsync("$HECK schema index --json > /dev/full");
        Assert.NotEqual(0, outcome.ExitCode);
        Assert.NotEmpty(outcome.Stderr);
    }

    [Fact]
    public async Task An_export_to_a_dash_is_all_that_stdout_gets()
    {
        _heck.Write("a.py", "x = 1\n");
        Assert.Equal((0, "{\"path\":\"a.py\",\"line\":1,\"column\":1,\"end_line\":1,\"kind\":\"variable\",\"name\":\"x\",\"exported\":true}\n"), await StdoutOf("$HECK index --export -"));
        Assert.Equal((0, ""), await StdoutOf("$HECK index --export - | true"));
        Assert.Equal(2, (await StdoutOf("$HECK index --export - --json")).ExitCode);
        Assert.False(File.Exists(Path.Combine(_heck.Folder, "-")));

        async Task<(int ExitCode, string Stdout)> StdoutOf(string line) => await _heck.ShellAsync(line) is var outcome ? (outcome.ExitCode, outcome.Stdout) : default;
    }

    [Fact]
    public async Task Progress_keeps_out_of_an_envelope_on_a_terminal()
    {
        _heck.Write("a.py", "x = 1\n");
        var outcome = await _heck.OnTerminalAsync(60, [], "index --json 2>/dev/null");

        // The runtime itself greets every terminal with its keypad sequence.
        await Envelopes.ValidAsync(Sequence().Replace(outcome.Stdout, ""));
    }

    [Fact]
    public async Task Stdin_that_is_closed_or_no_terminal_holds_nothing_up()
    {
        var outcome = await _heck.ShellAsync("$HECK status --json <&-");
        Assert.Equal(0, outcome.ExitCode);
    }

    private static IEnumerable<string> Lines(Outcome outcome) => Sequence().Replace(outcome.Stdout, "").Split('\n').Select(line => line.TrimEnd('\r'));

    [GeneratedRegex(@"\e\[[0-9;]*3[0-9][0-9;]*m|\e\[[0-9;]*9[0-7]m")]
    private static partial Regex Colour();

    [GeneratedRegex(@"\e\[[0-9;?]*[A-Za-z]|\e=")]
    private static partial Regex Sequence();
}
