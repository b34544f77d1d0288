using System.Diagnostics;
using System.Text.Json;
using Heck.Tests.Shared;

namespace Heck.Packages.Tests;

/// <summary>A command that ended, and what it printed.</summary>
internal sealed record Command(string Line, int ExitCode, string Output, string Errors)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What a .NET command leaves behind in its children's environment, or would start and leave running.</summary>
    private static readonly Dictionary<string, string?> Quiet = new()
    {
        ["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1",
        ["DOTNET_NOLOGO"] = "1",
        ["DOTNET_SKIP_FIRST_TIME_EXPERIENCE"] = "1",
        ["DOTNET_GENERATE_ASPNET_CERTIFICATE"] = "0",
        ["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0",
        ["MSBUILDDISABLENODEREUSE"] = "1",
        ["UseSharedCompilation"] = "false",
        ["MSBuildSDKsPath"] = null,
        ["MSBuildExtensionsPath"] = null,
        ["MSBUILD_EXE_PATH"] = null,
        ["DOTNET_HOST_PATH"] = null,
    };

    public static async Task<Command> RunAsync(string folder, string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Quiet) start.Environment[name] = value;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>()) start.Environment[name] = value;

        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        using var patience = new CancellationTokenSource(Patience);
        var output = process.StandardOutput.ReadToEndAsync(patience.Token);
        var errors = process.StandardError.ReadToEndAsync(patience.Token);
        try
        {
            await process.WaitForExitAsync(patience.Token);
            return new($"{program} {string.Join(' ', start.ArgumentList)}", process.ExitCode, await output, await errors);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', start.ArgumentList)} did not end within {Patience}");
        }
    }

    public Command Succeeded()
    {
        Assert.True(ExitCode == 0, ToString());
        return this;
    }

    /// <summary>The one envelope among the lines printed, which builds indent; it fits its schema.</summary>
    public Task<JsonElement> EnvelopeAsync()
    {
        var lines = Output.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("{\"ok\":", StringComparison.Ordinal)).ToList();
        Assert.True(lines.Count == 1, $"{lines.Count} envelopes: {this}");
        return Envelopes.ValidAsync(lines[0]);
    }

    public override string ToString() => $"{Line} ended with {ExitCode}\n{Output}\n{Errors}";
}
