using System;
using System.Collections.Generic;
using System.IO;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Heck.Tasks;

/// <summary>
/// Runs the Heck tool with any verb: <c>&lt;HeckRun ToolAssembly="…" Arguments="status;--json" /&gt;</c>. A process of its own,
/// since the engine's libraries must neither meet the versions that MSBuild has loaded nor stay locked by a build node.
/// </summary>
public sealed class HeckRun : ToolTask
{
    private readonly List<string> _output = [];
    private readonly List<string> _complaints = [];

    /// <summary>The tool to run, <c>dotnet-heck.dll</c>.</summary>
    [Required]
    public string ToolAssembly { get; set; } = "";

    /// <summary>The verb and its arguments, one item each.</summary>
    [Required]
    public string[] Arguments { get; set; } = [];

    /// <summary>The folder to run in; the project's own when not said.</summary>
    public string WorkingDirectory { get; set; } = "";

    /// <summary>What the tool printed on standard output; with <c>--json</c> the envelope.</summary>
    [Output]
    public string Output => string.Join("\n", _output);

    /// <inheritdoc />
    protected override string ToolName => Path.DirectorySeparatorChar == '\\' ? "dotnet.exe" : "dotnet";

    /// <inheritdoc />
    // MSBuild of the .NET SDK names the host that it runs on; Visual Studio's does not, and there the PATH decides.
    protected override string GenerateFullPathToTool() =>
        Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") is { Length: > 0 } host ? host : ToolName;

    /// <inheritdoc />
    protected override string? GetWorkingDirectory() => WorkingDirectory.Length > 0 ? WorkingDirectory : null;

    /// <inheritdoc />
    protected override string GenerateCommandLineCommands()
    {
        var line = new CommandLineBuilder();
        line.AppendSwitch("exec");
        line.AppendFileNameIfNotNull(ToolAssembly);
        foreach (var argument in Arguments)
            line.AppendSwitchIfNotNull("", argument);
        line.AppendSwitch("--no-ui");
        return line.ToString();
    }

    /// <inheritdoc />
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        if (messageImportance == StandardErrorLoggingImportance)
            _complaints.Add(singleLine);
        else
            _output.Add(singleLine);
        Log.LogMessage(messageImportance, singleLine);
    }

    /// <inheritdoc />
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.High;

    /// <inheritdoc />
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Normal;

    /// <inheritdoc />
    protected override bool HandleTaskExecutionErrors()
    {
        var reason = _complaints.Count > 0 ? string.Join(Environment.NewLine, _complaints) : Output;
        Log.LogError(null, $"HECK{ExitCode:000}", null, null, 0, 0, 0, 0, $"heck {string.Join(" ", Arguments)} ended with exit code {ExitCode}: {reason}");
        return false;
    }
}
