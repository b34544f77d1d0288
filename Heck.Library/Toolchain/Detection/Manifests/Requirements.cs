using System.Text;
using System.Text.RegularExpressions;

namespace Heck.Toolchain.Detection.Manifests;

internal static partial class Requirements
{
    public static IEnumerable<string> Signs(byte[] content) =>
        [.. Encoding.UTF8.GetString(content).Split('\n').Select(NameIn).OfType<string>().Select(name => "python:" + name)];

    /// <summary>The distribution that a requirement names, normalised as the package index does; null for options, comments and links.</summary>
    public static string? NameIn(string requirement) => Name().Match(requirement) is { Success: true } match
        ? Separators().Replace(match.Groups[1].Value, "-").ToLowerInvariant()
        : null;

    [GeneratedRegex(@"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)\s*($|[\[(<>=!~;@#,\s])")]
    private static partial Regex Name();

    [GeneratedRegex("[-_.]+")]
    private static partial Regex Separators();
}
