using Heck.Contracts;

namespace Heck.Code.Refactoring.Proposals;

/// <summary>A piece of new code. Where it came from decides what the names in it must mean.</summary>
internal abstract record CodePiece
{
    private CodePiece()
    {
    }

    /// <summary>New text; its line ends are <c>\n</c> and become those of the file.</summary>
    internal sealed record Written(string Text) : CodePiece;

    /// <summary>Code carried over from the present sources: its names must mean the same as there.</summary>
    internal sealed record Copied(RepoPath Path, int Start, int End) : CodePiece;

    /// <summary>A new declaration that uses of a present symbol may mean from now on, such as the parameter of an extracted function or an import.</summary>
    internal sealed record Declared(string Name, BoundSymbol StandsFor) : CodePiece;

    /// <summary>A new use, which must mean a present symbol, such as the name in an import or an argument.</summary>
    internal sealed record Used(string Name, BoundSymbol Means) : CodePiece;
}
