using System.Diagnostics;

namespace Heck.Library.Tests.Runtime;

/// <summary>A run of Heck.TestChild.</summary>
internal static class ChildProcess
{
    private static readonly string Program = Path.Combine(AppContext.BaseDirectory, "Heck.TestChild.dll");

    public static Process Start(params string[] arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", ["exec", Program, .. arguments]) { RedirectStandardOutput = true })!;

    /// <summary>Starts one that says "ready" and waits for that.</summary>
    public static async Task<Process> StartReadyAsync(params string[] arguments)
    {
        var child = Start(arguments);
        Assert.Equal("ready", await child.StandardOutput.ReadLineAsync());
        return child;
    }

    /// <summary>kill -9.</summary>
    public static async Task KillAsync(this Process child)
    {
        child.Kill();
        await child.WaitForExitAsync();
        child.Dispose();
    }
}
