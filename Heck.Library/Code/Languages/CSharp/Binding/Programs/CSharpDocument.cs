using Heck.Code.Text;
using Heck.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Code.Languages.CSharp.Binding.Programs;

/// <summary>A file of the repository, and its syntax tree for each set of options that a project parses it with.</summary>
internal sealed class CSharpDocument(RepoPath path, SourceText text)
{
    private readonly Dictionary<CSharpParseOptions, SyntaxTree> _trees = [];
    private readonly Utf8Offsets _offsets = Utf8Offsets.Decode(text.Utf8.Span);

    public RepoPath Path { get; } = path;

    public SourceText Source { get; } = text;

    public string Text => _offsets.Text;

    public SyntaxTree Tree(CSharpParseOptions options)
    {
        if (_trees.TryGetValue(options, out var tree)) return tree;
        return _trees[options] = CSharpParser.Parse(Text, options, Path.Value, CancellationToken.None);
    }

    /// <summary>The UTF-8 offset of a position in <see cref="Text"/>.</summary>
    public int OffsetOf(int position) => _offsets[position];

    /// <summary>The position in <see cref="Text"/> of a UTF-8 offset.</summary>
    public int PositionOf(int offset)
    {
        if (Text.Length == Source.Utf8.Length) return offset;
        var (low, high) = (0, Text.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_offsets[middle] < offset) low = middle + 1;
            else high = middle;
        }

        return low;
    }

    /// <summary>Positions where a name stands as a whole word.</summary>
    public IEnumerable<int> PositionsOf(string name)
    {
        for (var at = Text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = Text.IndexOf(name, at + name.Length, StringComparison.Ordinal))
        {
            if ((at == 0 || !IsWord(Text[at - 1])) && (at + name.Length == Text.Length || !IsWord(Text[at + name.Length]))) yield return at;
        }
    }

    private static bool IsWord(char letter) => SyntaxFacts.IsIdentifierPartCharacter(letter);
}
