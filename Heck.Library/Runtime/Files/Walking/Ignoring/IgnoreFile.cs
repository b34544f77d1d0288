namespace Heck.Runtime.Files.Walking.Ignoring;

/// <summary>The rules of one ignore file, for everything below its folder.</summary>
internal sealed class IgnoreFile
{
    private readonly IgnoreRule[] _rules;
    private readonly int _folderLength;

    private IgnoreFile(IgnoreRule[] rules, int folderLength) => (_rules, _folderLength) = (rules, folderLength);

    /// <param name="content">The file's bytes.</param>
    /// <param name="folderLength">The length of its folder's path with the final slash, 0 for the root.</param>
    public static IgnoreFile Parse(ReadOnlySpan<byte> content, int folderLength)
    {
        if (content.StartsWith("\uFEFF"u8)) content = content[3..];
        var rules = new List<IgnoreRule>();
        foreach (var range in content.Split((byte)'\n'))
        {
            if (IgnoreRule.Parse(AsGitReads(content[range])) is { } rule) rules.Add(rule);
        }

        return new IgnoreFile([.. rules], folderLength);
    }

    /// <summary>True: ignored. False: taken back. Null: no line speaks of it. The last line that matches decides.</summary>
    public bool? Decide(ReadOnlySpan<byte> path, int nameStart, bool isFolder)
    {
        path = path[_folderLength..];
        for (var i = _rules.Length - 1; i >= 0; i--)
        {
            if (_rules[i].Matches(path, nameStart - _folderLength, isFolder)) return !_rules[i].Includes;
        }

        return null;
    }

    // A C string ends at a NUL; one carriage return before the line feed belongs to the line end.
    private static ReadOnlySpan<byte> AsGitReads(ReadOnlySpan<byte> line)
    {
        if (line is [.., (byte)'\r']) line = line[..^1];
        var nul = line.IndexOf((byte)0);
        return nul < 0 ? line : line[..nul];
    }
}
