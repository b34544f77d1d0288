using System.Buffers;
using System.Globalization;
using System.Text;
using Heck.Contracts;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>Which names may be written on any system, whatever this one would take. Looks at text only.</summary>
internal static class PathNames
{
    private const int LongestName = 255;
    private const int LongestPath = 4096;

    private static readonly SearchValues<char> NotOnWindows = SearchValues.Create(":<>\"|?*");

    private static readonly HashSet<string> DeviceNames = new(
        ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$", .. "123456789¹²³".SelectMany(digit => new[] { $"COM{digit}", $"LPT{digit}" })],
        StringComparer.OrdinalIgnoreCase);

    /// <summary>Why the path may not be written, as the end of a sentence; null when it may.</summary>
    public static string? ReasonAgainst(RepoPath path) => path.Value switch
    {
        "" => "it is the repository itself",
        { Length: > LongestPath } => $"it is longer than {LongestPath} characters",
        var value when value.Contains('\\') => @"it has a '\', which parts folders on some systems",
        var value => value.Split('/').Select(ReasonAgainstName).FirstOrDefault(reason => reason is not null),
    };

    /// <summary>Equal for names that some file system takes for one, since it does not tell upper from lower case or one way to write an accent from another.</summary>
    public static string FoldedKey(string name) => NameFolding.Fold(name);

    /// <summary>For messages: what a terminal would act on or hide is shown as its code.</summary>
    public static string Visible(string text) =>
        string.Concat(text.EnumerateRunes().Select(rune => IsHidden(rune) ? $"\\u{{{rune.Value:x4}}}" : rune.ToString()));

    /// <summary>True for git's folder and ours, however a file system may take it to be written.</summary>
    public static bool IsReserved(string name) => IsGits(name) || IsHecks(name);

    private static string? ReasonAgainstName(string name)
    {
        if (name.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar)) return "it has characters that are no Unicode text";
        if (name.EnumerateRunes().Where(IsHidden).Select(rune => (int?)rune.Value).FirstOrDefault() is { } hidden) return $"it has the invisible character U+{hidden:X4}";
        if (Encoding.UTF8.GetByteCount(name) > LongestName) return $"a part of it is longer than {LongestName} bytes";
        if (name[^1] is '.' or ' ') return "a part of it ends in a dot or blank, which some systems drop";
        if (IsGits(name)) return "it lies in a .git";
        if (IsHecks(name)) return "it lies in .heck";
        if (OperatingSystem.IsWindows() && name.AsSpan().ContainsAny(NotOnWindows)) return "it has a character that Windows has another use for";
        if (name.Length >= 2 && name[1] == ':' && char.IsAsciiLetter(name[0])) return "it begins with a drive letter";
        return DeviceNames.Contains(name.Split('.', ':')[0].TrimEnd(' ')) ? "its name is that of a device on Windows" : null;
    }

    private static bool IsGits(string name) => IsOurs(name, ".git") || name.StartsWith("git~", StringComparison.OrdinalIgnoreCase);

    private static bool IsHecks(string name) => IsOurs(name, RepositoryLayout.StateFolderName) || name.StartsWith("heck~", StringComparison.OrdinalIgnoreCase);

    // NTFS takes `.git::$INDEX_ALLOCATION` for `.git`.
    private static bool IsOurs(string name, string folder) => FoldedKey(name.Split(':')[0].TrimEnd('.', ' ')) == folder;

    // Besides what Unicode calls a format character (which includes all that turn the direction of text, and all that HFS+ ignores): letters and marks without a shape.
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is 0x34f or 0x115f or 0x1160 or 0x17b4 or 0x17b5 or 0x180b or 0x180c or 0x180d or 0x180f or 0x2800 or 0x3164 or 0xffa0 or (>= 0xe0100 and <= 0xe01ef);
}
