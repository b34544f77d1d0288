using Heck.Contracts;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Moving;

/// <summary>Usings of the source that are not needed after a move.</summary>
/// <param name="Moved">For each target those that its types do not need.</param>
/// <param name="Left">Those that nothing left behind needs, and that something needed before.</param>
internal sealed record UsingChoice(IReadOnlyDictionary<RepoPath, HashSet<string>> Moved, IReadOnlyList<UsingDirectiveSyntax> Left)
{
    public UsingChoice(IEnumerable<KeyValuePair<RepoPath, HashSet<string>>> moved, IEnumerable<UsingDirectiveSyntax> left)
        : this(moved.ToDictionary(), [.. left])
    {
    }

    public bool IsNeeded(RepoPath target, UsingDirectiveSyntax directive) => Moved.GetValueOrDefault(target)?.Contains(directive.ToString()) != true;
}
