namespace Heck.Code.Patches.Replies.Matching;

/// <summary>Where the block that a line opens ends, by indent alone: before the next line that is indented no more, brackets that close it aside.</summary>
internal sealed class BlockEnds
{
    private readonly int[] _ends;
    private readonly bool[] _opens;

    public BlockEnds(FileLines file)
    {
        _ends = new int[file.Count];
        _opens = new bool[file.Count];
        Array.Fill(_ends, file.Count);
        var open = new Stack<(int Line, int Indent)>();
        var previous = -1;
        for (var line = 0; line < file.Count; line++)
        {
            var text = file[line].AsSpan().TrimStart();
            if (text.IsEmpty) continue;
            var (indent, isBracket) = (file[line].Length - text.Length, text[0] is '}' or ')' or ']' or '{');
            while (open.TryPeek(out var outer) && (indent < outer.Indent || (indent == outer.Indent && !isBracket))) _ends[open.Pop().Line] = line;
            if (previous >= 0) _opens[previous] = open.TryPeek(out var above) && above.Line == previous && (indent > above.Indent || isBracket);
            open.Push((line, indent));
            previous = line;
        }
    }

    /// <summary>The line after the block; after the file when the line opens none, since then it only begins a part of the file.</summary>
    public int EndOf(int line) => _opens[line] ? _ends[line] : _ends.Length;
}
