using System.Reflection;
using System.Runtime.InteropServices;
using Heck.Contracts.Errors;

namespace Heck.Code.Syntax.Native;

/// <summary>Finds the parser library: under <c>runtimes</c> beside our assembly, else where the host looks for a package's native files.</summary>
internal static class ParserLibrary
{
    internal const string Name = "heckts";

    internal static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (name != Name) return 0;
        var folder = Path.GetDirectoryName(assembly.Location) is { Length: > 0 } beside ? beside : AppContext.BaseDirectory;
        foreach (var rid in Rids())
            if (NativeLibrary.TryLoad(Path.Combine(folder, "runtimes", rid, "native", FileName), out var library))
                return library;
        if (NativeLibrary.TryLoad(Name, assembly, searchPath, out var elsewhere)) return elsewhere;
        throw ErrorTable.NativeMissing.With($"No {FileName} for {Rids()[0]} under {folder}.");
    }

    private static string FileName =>
        OperatingSystem.IsWindows() ? $"{Name}.dll" : OperatingSystem.IsMacOS() ? $"lib{Name}.dylib" : $"lib{Name}.so";

    /// <summary>A distribution's own build of .NET calls itself after the distribution (alpine.3.22-x64), hence the plain names.</summary>
    private static string[] Rids()
    {
        var architecture = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant();
        if (OperatingSystem.IsWindows()) return [$"win-{architecture}"];
        if (OperatingSystem.IsMacOS()) return [$"osx-{architecture}"];
        var runtime = RuntimeInformation.RuntimeIdentifier;
        return runtime.Contains("musl", StringComparison.Ordinal) || runtime.StartsWith("alpine", StringComparison.Ordinal)
            ? [$"linux-musl-{architecture}"] : [$"linux-{architecture}"];
    }
}
