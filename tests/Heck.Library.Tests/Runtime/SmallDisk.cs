using System.Diagnostics;

namespace Heck.Library.Tests.Runtime;

/// <summary>A file system of one megabyte over a folder, to be filled.</summary>
internal sealed class SmallDisk : IDisposable
{
    private readonly string _folder;

    private SmallDisk(string folder) => _folder = folder;

    private string Filler => Path.Combine(_folder, "filler");

    /// <summary>Null where mounting is not allowed.</summary>
    public static SmallDisk? TryMount(string folder) =>
        OperatingSystem.IsLinux() && Run("mount", "-t", "tmpfs", "-o", "size=1m", "heck-test", folder) == 0 ? new SmallDisk(folder) : null;

    /// <summary>Takes every free byte.</summary>
    public void Fill()
    {
        using var filler = File.Create(Filler, bufferSize: 0);
        try
        {
            while (true) filler.Write(new byte[512]);
        }
        catch (IOException)
        {
            // Full, as wanted.
        }
    }

    /// <summary>Cuts before it deletes: a process that another test is just starting may hold the file open for a moment.</summary>
    public void Free()
    {
        File.WriteAllBytes(Filler, []);
        File.Delete(Filler);
    }

    public void Dispose() => Run("umount", _folder);

    private static int Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        process.WaitForExit();
        return process.ExitCode;
    }
}
