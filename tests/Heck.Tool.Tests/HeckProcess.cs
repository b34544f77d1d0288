using System.Diagnostics;
using System.Text;

namespace Heck.Tool.Tests;

/// <summary>The built program as a process in a folder of its own: what scripts meet.</summary>
internal sealed class HeckProcess : IDisposable
{
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "dotnet-heck.exe" : "dotnet-heck");

    public string Folder { get; } = Directory.CreateTempSubdirectory("heck-tool-").FullName;

    public void Write(string path, string content = "")
    {
        var full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
    }

    /// <summary>Runs it with everything redirected and standard input at its end.</summary>
    public Task<Outcome> RunAsync(params string[] arguments) => RunAsync([], arguments);

    public Task<Outcome> RunAsync((string Name, string Value)[] environment, params string[] arguments) => FinishAsync(Start(Program, environment, arguments));

    /// <summary>Runs a shell line in which <c>$HECK</c> is the program.</summary>
    public Task<Outcome> ShellAsync(string line) => FinishAsync(Start("bash", [("HECK", Program)], ["-o", "pipefail", "-c", line]));

    /// <summary>Runs it on a terminal of that many columns; what it wrote to either stream comes back as the terminal got it.</summary>
    public Task<Outcome> OnTerminalAsync(int columns, (string Name, string Value)[] environment, string arguments) => FinishAsync(Start(
        "script", [("HECK", Program), ("TERM", "xterm-256color"), .. environment], ["-qec", $"stty cols {columns} rows 50 -onlcr; exec $HECK {arguments}", "/dev/null"]));

    /// <summary>Starts it and does not wait.</summary>
    public Process Start(params string[] arguments) => Start(Program, [], arguments);

    public static async Task<Outcome> FinishAsync(Process process)
    {
        using (process)
        {
            process.StandardInput.Close();
            var stdout = process.StandardOutput.ReadToEndAsync();
            var stderr = process.StandardError.ReadToEndAsync();
            using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(2));
            await process.WaitForExitAsync(limit.Token);
            return new Outcome(process.ExitCode, await stdout, await stderr);
        }
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private Process Start(string program, (string Name, string Value)[] environment, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };

        // What the machine that runs the tests has set must not decide them.
        foreach (var name in new[] { "NO_COLOR", "HECK_OFFLINE", "TERM", "COLUMNS" }) start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
