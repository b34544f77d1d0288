using System.Collections.Concurrent;
using System.Runtime.InteropServices;

namespace Heck.Runtime;

/// <summary>Where native libraries are found. An assembly may say that only once, while several parts of it have something to say.</summary>
internal static class NativeLibraries
{
    private static readonly ConcurrentDictionary<string, DllImportResolver> Known = new(StringComparer.Ordinal);

    static NativeLibraries() => NativeLibrary.SetDllImportResolver(
        typeof(NativeLibraries).Assembly, static (name, assembly, searchPath) => Known.TryGetValue(name, out var resolve) ? resolve(name, assembly, searchPath) : 0);

    public static void Register(string name, DllImportResolver resolve) => Known.TryAdd(name, resolve);
}
