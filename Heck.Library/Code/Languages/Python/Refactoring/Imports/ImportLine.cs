using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.Python.Refactoring.Imports;

/// <summary>An import that a file needs.</summary>
/// <param name="From">The module after <c>from</c>; null for <c>import …</c>.</param>
/// <param name="Name">What is imported, with <c>as</c> where it has another name.</param>
internal sealed record ImportLine(string? From, CodeText Name)
{
    /// <summary>Whether only type checkers need it.</summary>
    public bool IsForTypes { get; init; }

    /// <summary>Where it stands among others.</summary>
    public int Order { get; init; }

    /// <summary>What tells equal lines.</summary>
    public string Key => $"{From}|{string.Concat(Name.Pieces.Select(p => p switch { CodePiece.Written w => w.Text, CodePiece.Declared d => d.Name, CodePiece.Used u => u.Name, _ => "" }))}";

    public CodeText Code => new CodeText().Write(From is { } module ? $"from {module} import " : "import ").Append(Name);
}
