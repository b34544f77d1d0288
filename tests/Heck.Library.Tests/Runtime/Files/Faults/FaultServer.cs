using System.Diagnostics;
using System.Globalization;

namespace Heck.Library.Tests.Runtime.Files.Faults;

/// <summary>A process that runs one verb after the other, each with a fault of its own; a start of a process costs more than the verb.</summary>
internal sealed class FaultServer : IDisposable
{
    private readonly Process _process;

    public FaultServer(string root, string patchId)
    {
        var start = FaultLibrary.Preloaded("serve", root, patchId, FaultLibrary.File!);
        start.RedirectStandardInput = true;
        _process = Process.Start(start)!;
    }

    /// <summary>What the verb said, "ok" or an error, when the call of that number failed, or all from it on.</summary>
    public async Task<string> RunAsync(string verb, int call, int error, bool on)
    {
        await _process.StandardInput.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{verb} {call} {error} {(on ? 1 : 0)}"));
        await _process.StandardInput.FlushAsync();
        return await _process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) ?? throw new InvalidOperationException($"{verb} with error {error} at call {call} ended the process");
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
