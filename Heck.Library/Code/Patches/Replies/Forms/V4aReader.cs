using Heck.Contracts;

namespace Heck.Code.Patches.Replies.Forms;

/// <summary>
/// Reads the "apply patch" form. Text outside <c>*** Begin Patch</c> and <c>*** End Patch</c> is passed over, so that fences, prose and a shell's here-document do
/// not matter; a patch without its end may have been cut off and is refused.
/// </summary>
internal sealed class V4aReader
{
    private const string Begin = "*** Begin Patch";
    private const string End = "*** End Patch";
    private const string Add = "*** Add File: ";
    private const string Update = "*** Update File: ";
    private const string Delete = "*** Delete File: ";
    private const string Move = "*** Move to: ";
    private const string EndOfFile = "*** End of File";
    private const string Anchor = "@@";

    private readonly ReplyLines _lines;
    private readonly List<FileProposal> _files = [];
    private int _at;

    private V4aReader(ReplyLines lines) => _lines = lines;

    public static bool Begins(string line) => line.TrimEnd() == Begin;

    public static bool Ends(string line) => line.TrimEnd() == End;

    /// <exception cref="Contracts.Errors.HeckException"><c>patch.malformed</c>, naming the line; <c>path.invalid</c>; <c>patch.too_large</c>.</exception>
    public static IReadOnlyList<FileProposal> Read(ReplyLines lines)
    {
        var reader = new V4aReader(lines);
        for (; reader._at < lines.Count; reader._at++)
        {
            if (Begins(lines[reader._at])) reader.ReadPatch();
        }

        return reader._files;
    }

    private string Current => _lines[_at];

    private bool AtMarker => Current.StartsWith("*** ", StringComparison.Ordinal);

    private void ReadPatch()
    {
        var begin = _at++;
        while (_at < _lines.Count && !Ends(Current))
        {
            if (Current.StartsWith(Add, StringComparison.Ordinal)) _files.Add(ReadAdded());
            else if (Current.StartsWith(Update, StringComparison.Ordinal)) _files.Add(ReadUpdated());
            else if (Current.StartsWith(Delete, StringComparison.Ordinal)) _files.Add(new FileProposal(ProposalKind.Delete, PathBehind(Delete), _at++ + 1));
            else if (string.IsNullOrWhiteSpace(Current)) _at++;
            else throw ReplyFault.At(_at, "neither '*** Add File: ', '*** Update File: ', '*** Delete File: ' nor '*** End Patch'");
        }

        if (_at >= _lines.Count) throw ReplyFault.At(begin, "the patch that begins here has no '*** End Patch'; it may have been cut off");
    }

    private RepoPath PathBehind(string marker) => ReplyFault.PathAt(_at, Current[marker.Length..].Trim());

    private FileProposal ReadAdded()
    {
        var file = new FileProposal(ProposalKind.Create, PathBehind(Add), _at++ + 1);
        var content = new List<ProposedLine>();
        for (; _at < _lines.Count && !AtMarker; _at++)
        {
            if (Current.StartsWith('+')) content.Add(new ProposedLine('+', Current[1..]));
            else if (Current.Trim().Length == 0) content.Add(new ProposedLine(' ', ""));
            else throw ReplyFault.At(_at, "each line of an added file begins with '+'");
        }

        // A blank line without its sign belongs to the file only between lines of it.
        while (content is [.., { Sign: ' ' }]) content.RemoveAt(content.Count - 1);
        return file with { Content = [.. content.Select(line => line with { Sign = '+' })] };
    }

    private FileProposal ReadUpdated()
    {
        var file = new FileProposal(ProposalKind.Update, PathBehind(Update), _at++ + 1);
        if (_at < _lines.Count && Current.StartsWith(Move, StringComparison.Ordinal))
        {
            file = file with { MoveTo = PathBehind(Move) };
            _at++;
        }

        var edits = new List<EditProposal>();
        while (_at < _lines.Count && (!AtMarker || Current.TrimEnd() == EndOfFile))
        {
            if (ReadEdit() is { } edit) edits.Add(edit);
        }

        if (edits.Count == 0 && file.MoveTo is null) throw ReplyFault.At(file.ReplyLine - 1, "the update of this file has no lines");
        return file with { Edits = edits };
    }

    // Null for blank lines alone.
    private EditProposal? ReadEdit()
    {
        var start = _at;
        var anchors = ReadAnchors();
        var lines = new List<ProposedLine>();
        for (; _at < _lines.Count && !AtMarker && !IsAnchor(Current); _at++) lines.Add(ReadLine());
        while (lines is [.., { Sign: '\0' }]) lines.RemoveAt(lines.Count - 1);
        var isAtEnd = _at < _lines.Count && Current.TrimEnd() == EndOfFile;
        if (isAtEnd) _at++;
        if (lines.Count == 0 && anchors.Count == 0 && !isAtEnd) return null;
        if (lines.Count == 0) throw ReplyFault.At(start, "no lines with ' ', '-' or '+' follow");
        return new EditProposal([.. lines.Select(line => line.Sign == '\0' ? line with { Sign = ' ' } : line)], start + 1) { Anchors = anchors, IsAtEnd = isAtEnd };
    }

    private List<string> ReadAnchors()
    {
        var anchors = new List<string>();
        for (; _at < _lines.Count && IsAnchor(Current); _at++)
        {
            if (TextOfAnchor(Current) is { Length: > 0 } text) anchors.Add(text);
        }

        ReplyLimits.Ensure("Anchors of one edit", anchors.Count, ReplyLimits.Anchors);
        return anchors;
    }

    private static bool IsAnchor(string line) => line.StartsWith(Anchor, StringComparison.Ordinal);

    // Models put a unified diff's numbers here, and close the line with a second @@, as that does.
    private static string TextOfAnchor(string line)
    {
        if (HunkNumbers.TryRead(line) is not null) return "";
        var text = line[Anchor.Length..].Trim();
        return text.EndsWith(" @@", StringComparison.Ordinal) ? text[..^3].TrimEnd() : text == Anchor ? "" : text;
    }

    // An empty line has lost its blank. At the end of an edit it only parts it from what follows.
    private ProposedLine ReadLine() => Current switch
    {
        "" => new ProposedLine('\0', ""),
        [' ' or '-' or '+', ..] => new ProposedLine(Current[0], Current[1..]),
        _ => throw ReplyFault.At(_at, "each line of an edit begins with ' ', '-' or '+'"),
    };
}
