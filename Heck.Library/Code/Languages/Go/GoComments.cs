using System.Text;
using System.Text.RegularExpressions;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Go;

/// <summary>Remembers the last group of comments on adjacent lines, which documents what stands on the line after it.</summary>
internal sealed partial class GoComments
{
    private readonly List<(int Start, int End)> _group = [];
    private int _lastLine = -2;

    public void Clear()
    {
        _group.Clear();
        _lastLine = -2;
    }

    public void Add(SyntaxNode comment, ReadOnlySpan<byte> source)
    {
        // What follows code on its line speaks of that code.
        var before = source[..comment.Start];
        if (!before[(before.LastIndexOf((byte)'\n') + 1)..].Trim(" \t"u8).IsEmpty) return;
        if (comment.Line != _lastLine + 1) _group.Clear();
        _group.Add((comment.Start, comment.End));
        _lastLine = comment.Line + source[comment.Start..comment.End].Count((byte)'\n');
    }

    public string? DocOf(SyntaxNode declaration, ReadOnlySpan<byte> source)
    {
        if (_group.Count == 0 || declaration.Line != _lastLine + 1) return null;
        var lines = new List<string>();
        foreach (var (start, end) in _group) lines.AddRange(Lines(Encoding.UTF8.GetString(source[start..end])));
        var text = string.Join('\n', lines).Trim('\n', ' ');
        return text.Length == 0 ? null : text;
    }

    private static IEnumerable<string> Lines(string comment)
    {
        if (comment.StartsWith("/*", StringComparison.Ordinal)) return comment[2..].Replace("*/", "", StringComparison.Ordinal).Split('\n').Select(l => l.Trim());
        if (Directive().IsMatch(comment)) return [];
        return [(comment.StartsWith("// ", StringComparison.Ordinal) ? comment[3..] : comment[2..]).TrimEnd()];
    }

    /// <summary><c>//go:build</c> and the like are for tools.</summary>
    [GeneratedRegex(@"^//([a-z0-9]+:[a-z0-9]|line |extern |export )")]
    private static partial Regex Directive();
}
