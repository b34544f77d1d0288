using System.Globalization;
using System.Runtime.InteropServices;

namespace Heck.TestChild;

/// <summary>Runs a verb for each line of standard input, with the fault that the line names: the verb, the number of the call, the error, and whether it stays.</summary>
internal static class Serving
{
    public static async Task<int> RunAsync(string root, string id, string library)
    {
        // Preloaded already; this only finds it.
        var arm = NativeLibrary.GetExport(NativeLibrary.Load(library), "heck_faults_arm");
        while (await Console.In.ReadLineAsync() is { } line)
        {
            var parts = line.Split(' ');
            Arm(arm, Number(parts[1]), Number(parts[2]), (int)Number(parts[3]));
            await Moving.RunAsync(root, parts[0], id);
        }

        return 0;
    }

    private static unsafe void Arm(nint arm, long call, long error, int stays) => ((delegate* unmanaged<long, long, int, void>)arm)(call, error, stays);

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);
}
