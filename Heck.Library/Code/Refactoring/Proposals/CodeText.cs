using Heck.Contracts;

namespace Heck.Code.Refactoring.Proposals;

/// <summary>New code, put together from pieces in order. Filled by whoever makes a proposal; not changed afterwards.</summary>
internal sealed class CodeText
{
    private readonly List<CodePiece> _pieces = [];

    public IReadOnlyList<CodePiece> Pieces => _pieces;

    /// <summary>Plain new text, line ends as <c>\n</c>.</summary>
    public static CodeText Of(string text) => new CodeText().Write(text);

    /// <summary>A whole range of the present sources.</summary>
    public static CodeText From(RepoPath path, int start, int end) => new CodeText().Copy(path, start, end);

    public CodeText Write(string text) => Add(new CodePiece.Written(text), text.Length > 0);

    public CodeText Copy(RepoPath path, int start, int end) => Add(new CodePiece.Copied(path, start, end), end > start);

    public CodeText Declare(string name, BoundSymbol standsFor) => Add(new CodePiece.Declared(name, standsFor), true);

    public CodeText Use(string name, BoundSymbol means) => Add(new CodePiece.Used(name, means), true);

    public CodeText Append(CodeText other)
    {
        _pieces.AddRange(other._pieces);
        return this;
    }

    private CodeText Add(CodePiece piece, bool holdsSomething)
    {
        if (holdsSomething) _pieces.Add(piece);
        return this;
    }
}
