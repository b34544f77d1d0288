using System.Diagnostics;
using System.Globalization;
using System.Text;
using Heck.Contracts.Errors;
using Heck.Runtime.Processes;

namespace Heck.Library.Tests.Runtime.Processes;

public sealed class ProcessRunnerTests
{
    [Fact]
    public async Task Arguments_reach_the_program_as_they_are()
    {
        string[] odd = ["", "a b", "$HOME", "`id`", "*", "\"", "'", "a\\", ";", "--"];
        var outcome = await Run(new() { Program = "printf", Arguments = ["%s\\n", .. odd], WorkingDirectory = "/" });
        Assert.Equal(string.Concat(odd.Select(argument => argument + "\n")), outcome.Output.Text);
    }

    [Fact]
    public async Task An_exit_code_is_a_value() => Assert.Equal(7, (await Shell("exit 7")).ExitCode);

    [Fact]
    public async Task A_missing_program_is_named_with_how_to_install_it()
    {
        var error = (await Assert.ThrowsAsync<HeckException>(() => Run(new() { Program = "no-such-program", WorkingDirectory = "/" }))).Error;
        Assert.Equal(ErrorTable.ToolMissing.Code, error.Code);
        Assert.Contains("'no-such-program'", error.Message, StringComparison.Ordinal);
        Assert.Contains("apt-get install git", Assert.Throws<HeckException>(() => ProgramFinder.Find("git", "/nowhere")).Error.Hint, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_in_the_current_folder_is_never_found() => Assert.Null(ProgramFinder.TryFind("sh", "::.:bin"));

    [Fact]
    public async Task Both_streams_are_drained_and_a_limit_is_told()
    {
        var outcome = await Run(new()
        {
            Program = "sh", WorkingDirectory = "/", OutputLimit = 1000,
            Arguments = ["-c", "head -c 3000000 /dev/zero; head -c 2000000 /dev/zero >&2"],
        });
        Assert.Equal((1000, 3_000_000L), (outcome.Output.Bytes.Length, outcome.Output.TotalBytes));
        Assert.Equal(2_000_000L, outcome.Error.TotalBytes);
        Assert.True(outcome.Output.IsTruncated);
        Assert.Contains("[2999000 more bytes were dropped]", outcome.Output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_gets_the_input_given_and_never_ours()
    {
        Assert.Equal("hello", (await Run(new() { Program = "cat", WorkingDirectory = "/", Input = Encoding.UTF8.GetBytes("hello") })).Output.Text);
        Assert.Equal("", (await Run(new() { Program = "cat", WorkingDirectory = "/" })).Output.Text);
        // More than a pipe holds, to a program that reads nothing.
        Assert.Equal(0, (await Run(new() { Program = "true", WorkingDirectory = "/", Input = new byte[1_000_000] })).ExitCode);
    }

    [Fact]
    public async Task The_environment_is_a_short_list_with_additions()
    {
        Environment.SetEnvironmentVariable("HECK_TEST_SECRET", "token");
        var outcome = await Run(new() { Program = "env", WorkingDirectory = "/", Environment = new Dictionary<string, string> { ["ADDED"] = "yes" } });
        Assert.DoesNotContain("HECK_TEST_SECRET", outcome.Output.Text, StringComparison.Ordinal);
        Assert.Contains("ADDED=yes", outcome.Output.Text, StringComparison.Ordinal);
        Assert.Contains("PATH=", outcome.Output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_timeout_ends_the_whole_group_in_time()
    {
        var watch = Stopwatch.StartNew();
        var outcome = await Run(new() { Program = "sh", Arguments = ["-c", "sleep 300 & echo $!; sleep 300"], WorkingDirectory = "/", Timeout = TimeSpan.FromMilliseconds(300) });
        Assert.True(outcome.TimedOut);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
        await AssertGone(outcome.Output.Text);
    }

    [Fact]
    public async Task A_grandchild_in_the_background_neither_delays_the_answer_nor_outlives_it()
    {
        var watch = Stopwatch.StartNew();
        var outcome = await Shell("(sleep 300 & echo $!)");
        Assert.False(outcome.TimedOut);
        Assert.Equal(0, outcome.ExitCode);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30));
        await AssertGone(outcome.Output.Text);
    }

    [Fact]
    public async Task A_cancelled_run_ends_the_program()
    {
        using var cancel = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ProcessRunner.RunAsync(new() { Program = "sleep", Arguments = ["300"], WorkingDirectory = "/" }, cancel.Token));
    }

    private static Task<ProcessOutcome> Run(ProcessRequest request) => ProcessRunner.RunAsync(request, TestContext.Current.CancellationToken);

    private static Task<ProcessOutcome> Shell(string script) => Run(new() { Program = "sh", Arguments = ["-c", script], WorkingDirectory = "/" });

    // A killed process that nobody has waited for yet is still listed, as a zombie.
    private static async Task AssertGone(string pid)
    {
        var status = $"/proc/{int.Parse(pid, CultureInfo.InvariantCulture)}/status";
        for (var attempt = 0; attempt < 200 && IsAlive(); attempt++) await Task.Delay(10, TestContext.Current.CancellationToken);
        Assert.False(IsAlive());

        bool IsAlive() => File.Exists(status) && File.ReadAllText(status) is var text && text.Contains("sleep", StringComparison.Ordinal) && !text.Contains("State:\tZ", StringComparison.Ordinal);
    }
}
