using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Tool.Commands;
using Heck.Tool.Output;

namespace Heck.Tool;

/// <summary>The program: arguments in, one envelope or its human rendering out, the exit code of the envelope back.</summary>
internal static class HeckProgram
{
    public static async Task<int> RunAsync(string[] args)
    {
        // Asked by every installer and prompt; it must not pay for the command tree.
        if (args is ["--version"])
        {
            Console.Out.WriteLine(HeckEngine.Version);
            return (int)ExitCode.Done;
        }

        try
        {
            return await new CommandTree(args).InvokeAsync(RunVerbAsync).ConfigureAwait(false);
        }
        catch (IOException e) when (IsClosedPipe(e))
        {
            // The reader left, which is its right.
            return (int)ExitCode.Done;
        }
    }

    private static async Task<int> RunVerbAsync(VerbCall call)
    {
        using var interruption = new Interruption();
        var progress = ProgressWriter.For(call.Output);
        var engine = new HeckEngine(new HeckEngineOptions
        {
            Progress = progress,
            Input = Console.OpenStandardInput,
            Output = call.Output.Json ? null : Console.OpenStandardOutput,
            Confirm = Terminal.CanAsk(call.Output) ? Terminal.AskAsync : null,
        });
        var envelope = call.Failure is { } message
            ? engine.Reject(call.Verb, message)
            : await engine.RunAsync(call.Verb, call.Arguments, interruption.Token).ConfigureAwait(false);
        progress.Dispose();
        Write(envelope, call.Output);
        return (int)envelope.Exit;
    }

    private static void Write(Envelope envelope, OutputOptions output)
    {
        if (output.Json) JsonOutput.Write(envelope);
        else new HumanOutput(output).Write(envelope);
    }

    // EPIPE on Unix, ERROR_BROKEN_PIPE and ERROR_NO_DATA on Windows.
    private static bool IsClosedPipe(IOException e) => (e.HResult & 0xFFFF) is 32 or 109 or 232;
}
