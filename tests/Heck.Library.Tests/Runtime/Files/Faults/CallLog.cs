using System.Globalization;

namespace Heck.Library.Tests.Runtime.Files.Faults;

/// <summary>The calls that a process made, as faults.c records them: what kind, and its arguments.</summary>
internal static class CallLog
{
    public static IReadOnlyList<string[]> Read(string file) => [.. File.ReadLines(file).Select(line => line.Split('\t'))];

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    public static UnixFileMode Mode(string octal) => (UnixFileMode)Convert.ToInt32(octal, 8);
}
