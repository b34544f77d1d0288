namespace Heck.Code.Patches.Replies.Matching;

/// <summary>A file as anchors see it: its lines without indent, and the blocks that they open.</summary>
internal sealed class AnchorLines(FileLines file)
{
    private readonly string[] _folded = [.. Enumerable.Range(0, file.Count).Select(line => LineFold.Of(file[line], Widening.Indent))];

    public int Count => _folded.Length;

    public BlockEnds Blocks { get; } = new(file);

    /// <summary>Where the anchor stands among the lines: as a whole line or else as its beginning, as models leave out what follows a name.</summary>
    public List<int> PlacesOf(string anchor, IReadOnlyList<int> lines)
    {
        var wanted = LineFold.Of(anchor, Widening.Indent);
        var whole = lines.Where(line => _folded[line] == wanted).ToList();
        return whole.Count > 0 ? whole : [.. lines.Where(line => Continues(_folded[line], wanted))];
    }

    private static bool Continues(string line, string anchor) =>
        line.Length > anchor.Length && line.StartsWith(anchor, StringComparison.Ordinal) && !(char.IsLetterOrDigit(line[anchor.Length]) || line[anchor.Length] is '_' or '$');
}
