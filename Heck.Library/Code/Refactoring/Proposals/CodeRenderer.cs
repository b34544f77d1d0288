using System.Text;

namespace Heck.Code.Refactoring.Proposals;

/// <summary>Writes new code out with the line ends of its file and remembers where each piece came to stand.</summary>
internal sealed class CodeRenderer(IWorkspace workspace, string lineEnd)
{
    private readonly StringBuilder _text = new();
    private int _length;

    public List<RenderedPiece> Pieces { get; } = [];

    public string Text => _text.ToString();

    public CodeRenderer Add(CodeText code)
    {
        foreach (var piece in code.Pieces) Add(piece);
        return this;
    }

    private void Add(CodePiece piece)
    {
        switch (piece)
        {
            case CodePiece.Written written:
                Append(piece, written.Text.Replace("\n", lineEnd, StringComparison.Ordinal));
                break;
            case CodePiece.Copied copied:
                AddCopied(copied);
                break;
            case CodePiece.Declared declared:
                Append(piece, declared.Name);
                break;
            case CodePiece.Used used:
                Append(piece, used.Name);
                break;
        }
    }

    /// <summary>Code with the other line end only takes that of its new file; a piece per line, so that each keeps its offset. Everything else stays as it is.</summary>
    private void AddCopied(CodePiece.Copied copied)
    {
        var code = Encoding.UTF8.GetString(workspace.Read(copied.Path)!.Utf8.Span[copied.Start..copied.End]);
        if (LineEnds.Only(code) is not { } present || present == lineEnd)
        {
            Append(copied, code);
            return;
        }

        var start = copied.Start;
        foreach (var line in code.Split(present))
        {
            if (start > copied.Start) Append(new CodePiece.Written("\n"), lineEnd);
            var end = start + Encoding.UTF8.GetByteCount(line);
            Append(copied with { Start = start, End = end }, line);
            start = end + present.Length;
        }
    }

    private void Append(CodePiece piece, string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Pieces.Add(new RenderedPiece(piece, _length, length));
        _text.Append(text);
        _length += length;
    }
}
