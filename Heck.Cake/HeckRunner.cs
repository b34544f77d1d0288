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
        var printed = string.Join('\n', process.GetStandardOutput());
        process.WaitForExit();

        var answer = HeckAnswer.Parse(process.GetExitCode(), printed);
        return answer.Ok ? answer : throw new CakeException(answer.ExitCode, Complaint(answer));
    }

    private static string Complaint(HeckAnswer answer)
    {
        var error = answer.Payload.GetProperty("error");
        return $"{error.GetProperty("code")}: {error.GetProperty("message")} {error.GetProperty("hint")}";
    }
}
