using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Heck.Runtime.Processes;

/// <summary>
/// A program with all that it starts. The base library cannot open a process group, so <c>setsid</c> (util-linux, busybox) does where there is one: it
/// execs the program in the same process, whose id is then the group's, and a background process of a program that has long ended is still in it.
/// </summary>
internal sealed partial class ProcessGroup : IDisposable
{
    private const int KillSignal = 9;

    private readonly bool _hasGroup;

    private ProcessGroup(Process leader, bool hasGroup) => (Leader, _hasGroup) = (leader, hasGroup);

    public Process Leader { get; }

    public static ProcessGroup Start(ProcessStartInfo start)
    {
        start.Environment.TryGetValue("PATH", out var searchPath);
        var setsid = OperatingSystem.IsWindows() ? null : ProgramFinder.TryFind("setsid", searchPath);
        if (setsid is not null)
        {
            start.ArgumentList.Insert(0, start.FileName);
            start.FileName = setsid;
        }

        return new ProcessGroup(Process.Start(start)!, setsid is not null);
    }

    /// <summary>Ends whatever still runs.</summary>
    public void Kill()
    {
        if (_hasGroup) _ = SendSignal(-Leader.Id, KillSignal);
        // Also when setsid has not run yet. Does nothing to a process that has ended.
        Leader.Kill(entireProcessTree: true);
    }

    public void Dispose() => Leader.Dispose();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int processOrGroup, int signal);
}
