using Heck.Contracts;

namespace Heck.Code.Refactoring;

/// <summary>
/// Says what names mean in one state of the sources. Needs no types beyond those that are written down: what it cannot prove it says
/// it cannot decide. The rename driver asks it twice, before and after the edit, and compares.
/// </summary>
internal interface IBinder
{
    /// <summary>The symbol that the identifier at an offset declares or uses; null when there is no identifier or it cannot be decided.</summary>
    BoundSymbol? SymbolAt(RepoPath path, int offset, CancellationToken ct);

    /// <summary>
    /// Every identifier spelled <paramref name="name"/> in the family's files, each with what it means. Identifiers in code-like text that follows a
    /// rename (string annotations, <c>__all__</c>, JSDoc <c>@param</c>) are given too. An identifier that means two symbols at once, as a shorthand
    /// property does, is given once for each. Ordered by path and offset.
    /// </summary>
    IReadOnlyList<NameUse> UsesOf(string name, CancellationToken ct);

    /// <summary>
    /// Every identifier of one file with what it means, ordered by offset; as <see cref="UsesOf"/> gives them, but text that only looks like code may be left
    /// out. Looks into other files only as far as the meaning of these needs it.
    /// </summary>
    IReadOnlyList<NameUse> UsesIn(RepoPath path, CancellationToken ct);

    /// <summary>The uses of a name that a new declaration of it could capture; a binder leaves out those after a dot where it may, which cost most.</summary>
    IReadOnlyList<NameUse> UsesToCapture(string name, CancellationToken ct) => UsesOf(name, ct);

    /// <summary>
    /// What must be renamed together with a symbol and what forbids it: merged declarations, the hierarchy of a member, a base outside the workspace.
    /// Asked of the renamed sources, a set with other symbols than before means that the new name was taken in the hierarchy.
    /// </summary>
    RenameSet SetOf(BoundSymbol symbol, CancellationToken ct);

    /// <summary>The range of its file outside of which a local symbol has no use; null for a symbol that may be used anywhere.</summary>
    (int Start, int End)? ExtentOf(BoundSymbol symbol) => null;

    /// <summary>Offsets at which the parser had to recover, in order.</summary>
    IReadOnlyList<int> SyntaxErrorsIn(RepoPath path);

    /// <summary>Whether an offset lies in a comment or a string; files of other languages are <see cref="TextKind.Other"/>.</summary>
    TextKind TextAt(RepoPath path, int offset);

    /// <summary>The other overloads of a function, where the language tells them apart.</summary>
    IReadOnlyList<BoundSymbol> OverloadsOf(BoundSymbol symbol, CancellationToken ct) => [];

    /// <summary>A use as it must be written to take a certain new name, where that depends on the name.</summary>
    NameUse Fit(NameUse use, string newName, CancellationToken ct) => use;

    /// <summary>Those uses of the new name that the renamed symbols would capture and that can be written so that they are not.</summary>
    IReadOnlyList<HeldUse> Hold(IReadOnlyList<NameUse> newUses, IReadOnlySet<BoundSymbol> renamed, CancellationToken ct) => [];

    /// <summary>What the language's compiler, where it is at hand, says of some files and of the declarations around them.</summary>
    IReadOnlyList<CompilerFinding> FindingsIn(IReadOnlyCollection<RepoPath> files, CancellationToken ct) => [];
}
