using System.Text.RegularExpressions;

namespace Heck.Code.Languages.Go.Binding.Packages;

/// <summary>What an import's path says about a package that is not in the workspace.</summary>
internal static partial class ImportPaths
{
    /// <summary>Only the standard library's paths begin without a host name.</summary>
    public static bool IsStandard(string path) => !path.Split('/')[0].Contains('.', StringComparison.Ordinal);

    /// <summary>Whether a package of this path may be called so; certain for the standard library, a guess by custom for others.</summary>
    public static bool MayBeNamed(string path, string name)
    {
        var last = NameOf(path);
        if (last == name) return true;
        if (IsStandard(path)) return false;
        last = DottedVersion().Replace(last, "");
        string[] customary = [last, last.Replace('-', '_'), last.Replace("-", ""), Trim(last)];
        return customary.Contains(name);
    }

    /// <summary>The last part of a path but for a version: the package's name, certain for the standard library.</summary>
    public static string NameOf(string path)
    {
        var parts = path.Split('/');
        return Version().IsMatch(parts[^1]) && parts.Length > 1 ? parts[^2] : parts[^1];
    }

    private static string Trim(string name)
    {
        if (name.StartsWith("go-", StringComparison.Ordinal) || name.StartsWith("go.", StringComparison.Ordinal)) name = name[3..];
        if (name.EndsWith("-go", StringComparison.Ordinal) || name.EndsWith(".go", StringComparison.Ordinal)) name = name[..^3];
        return name.Replace("-", "");
    }

    [GeneratedRegex("^v[0-9]+$")]
    private static partial Regex Version();

    [GeneratedRegex("\\.v[0-9]+$")]
    private static partial Regex DottedVersion();
}
