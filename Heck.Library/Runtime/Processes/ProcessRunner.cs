using System.Diagnostics;
using Heck.Contracts.Errors;

namespace Heck.Runtime.Processes;

/// <summary>
/// The one way to start a program: arguments as a list, a small environment, an end in time. When it returns nothing that the program started in its
/// group is left running.
/// </summary>
internal static class ProcessRunner
{
    // Something that left the group may hold a pipe open for ever.
    private static readonly TimeSpan DrainGrace = TimeSpan.FromSeconds(2);

    /// <exception cref="HeckException"><c>tool.missing</c>.</exception>
    /// <exception cref="OperationCanceledException">Cancelled; the program was ended.</exception>
    public static async Task<ProcessOutcome> RunAsync(ProcessRequest request, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var started = Stopwatch.GetTimestamp();
        using var group = ProcessGroup.Start(StartInfo(request));
        var output = new OutputDrain(group.Leader.StandardOutput.BaseStream, request.OutputLimit);
        var error = new OutputDrain(group.Leader.StandardError.BaseStream, request.OutputLimit);
        var input = FeedAsync(group.Leader, request.Input ?? default);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(request.Timeout);
        var timedOut = false;
        try
        {
            await group.Leader.WaitForExitAsync(end.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            timedOut = true;
        }
        finally
        {
            group.Kill();
        }

        await group.Leader.WaitForExitAsync(CancellationToken.None).ConfigureAwait(false);
        await Task.WhenAny(Task.WhenAll(output.Completion, error.Completion, input), Task.Delay(DrainGrace, CancellationToken.None)).ConfigureAwait(false);
        return new ProcessOutcome(group.Leader.ExitCode, timedOut, output.Take(), error.Take(), Stopwatch.GetElapsedTime(started));
    }

    /// <summary>Starts a program to talk to; its timeout is the caller's to keep.</summary>
    /// <exception cref="HeckException"><c>tool.missing</c>.</exception>
    public static RunningProcess Start(ProcessRequest request)
    {
        var group = ProcessGroup.Start(StartInfo(request));
        return new RunningProcess(group, new OutputDrain(group.Leader.StandardError.BaseStream, request.OutputLimit));
    }

    private static ProcessStartInfo StartInfo(ProcessRequest request)
    {
        var start = new ProcessStartInfo
        {
            WorkingDirectory = request.WorkingDirectory,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
        };
        ProcessEnvironment.Restrict(start, request.Environment);
        start.Environment.TryGetValue("PATH", out var searchPath);
        start.FileName = ProgramFinder.Find(request.Program, searchPath);
        foreach (var argument in request.Arguments) start.ArgumentList.Add(argument);
        return start;
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> input)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It does not want to read more, which is its right.
        }
    }
}
