using Cake.Core;
using Cake.Core.IO;
using Cake.Core.Tooling;

namespace Cake.Heck;

/// <summary>Starts the tool, as Cake starts every tool, and reads its envelope.</summary>
internal sealed class HeckRunner(ICakeContext context)
    : Tool<HeckSettings>(context.FileSystem, context.Environment, context.ProcessRunner, context.Tools)
{
    protected override string GetToolName() => "Heck";

    protected override IEnumerable<string> GetToolExecutableNames() => ["dotnet-heck", "dotnet-heck.exe", "heck", "heck.exe"];

    public HeckAnswer Run(HeckSettings settings, IEnumerable<string> arguments)
    {
        var line = new ProcessArgumentBuilder();
        foreach (var argument in arguments)
            line.AppendQuoted(argument);
        line.Append("--json").Append("--no-ui");

        var process = RunProcess(settings, line, new ProcessSettings { RedirectStandardOutput = true });
        // Cake reads in the background; asked before the end, it may call an output that is still on its way empty.
        process.WaitForExit();
        var answer = HeckAnswer.Parse(process.GetExitCode(), string.Join('\n', process.GetStandardOutput()));
        return answer.Ok ? answer : throw new CakeException(answer.ExitCode, Complaint(answer));
    }

    private static string Complaint(HeckAnswer answer)
    {
        var error = answer.Payload.GetProperty("error");
        return $"{error.GetProperty("code")}: {error.GetProperty("message")} {error.GetProperty("hint")}";
    }
}
