namespace Heck.Runtime.Files.Walking.Ignoring;

/// <summary>One line of an ignore file.</summary>
internal sealed class IgnoreRule
{
    private readonly byte[] _pattern;
    private readonly bool _foldersOnly;
    private readonly bool _nameOnly;

    /// <summary>How much of the pattern's start is compared literally before anything is a wildcard.</summary>
    private readonly int _literal;

    private IgnoreRule(ReadOnlySpan<byte> pattern, bool includes, bool foldersOnly)
    {
        _nameOnly = !pattern.Contains((byte)'/');
        _pattern = (pattern is [(byte)'/', ..] ? pattern[1..] : pattern).ToArray();
        _literal = _pattern.AsSpan().IndexOfAny("*?[\\"u8) is var special and >= 0 ? special : _pattern.Length;
        Includes = includes;
        _foldersOnly = foldersOnly;
    }

    /// <summary>True for a line with <c>!</c>, which takes back what an earlier line excluded.</summary>
    public bool Includes { get; }

    /// <summary>Reads one line without its line end; null for a comment or an empty line.</summary>
    public static IgnoreRule? Parse(ReadOnlySpan<byte> line)
    {
        if (line is [] or [(byte)'#', ..]) return null;
        line = WithoutTrailingSpaces(line);
        var includes = line is [(byte)'!', ..];
        if (includes) line = line[1..];
        var foldersOnly = line is [.., (byte)'/'];
        if (foldersOnly) line = line[..^1];
        return line.IsEmpty ? null : new IgnoreRule(line, includes, foldersOnly);
    }

    /// <param name="path">Relative to the folder of the ignore file.</param>
    /// <param name="nameStart">Where the last segment starts.</param>
    /// <param name="isFolder">Whether it is a folder (a link is none).</param>
    public bool Matches(ReadOnlySpan<byte> path, int nameStart, bool isFolder)
    {
        if (_foldersOnly && !isFolder) return false;
        var text = _nameOnly ? path[nameStart..] : path;

        // As git does it, what follows the literal start is a pattern of its own: 'a/b**/c' finds 'a/bx/c', which a match of the whole would not.
        return text.StartsWith(_pattern.AsSpan(0, _literal)) && Wildmatch.IsMatch(_pattern.AsSpan(_literal), text[_literal..]);
    }

    /// <summary>Trailing spaces do not count unless a backslash stands before them.</summary>
    private static ReadOnlySpan<byte> WithoutTrailingSpaces(ReadOnlySpan<byte> line)
    {
        var end = 0;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '\\') end = Math.Min(++i + 1, line.Length);
            else if (line[i] != ' ') end = i + 1;
        }

        return line[..end];
    }
}
