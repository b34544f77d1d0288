using System.Text;

namespace Heck.Toolchain.Detection.Manifests;

internal static class IniFile
{
    /// <summary>A sign for each section; everything else in such a file has no bearing here, so no line of it can be malformed.</summary>
    public static IEnumerable<string> Signs(byte[] content) =>
        [.. Encoding.UTF8.GetString(content).Split('\n').Select(line => line.Trim()).Where(line => line is ['[', _, .., ']']).Select(line => "ini:" + line[1..^1])];
}
