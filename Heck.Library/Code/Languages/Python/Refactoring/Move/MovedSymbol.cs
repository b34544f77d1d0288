using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring;
using Heck.Contracts;

namespace Heck.Code.Languages.Python.Refactoring.Move;

/// <summary>A declaration at the top of a file, and the file that gets it.</summary>
internal sealed record MovedSymbol(BoundSymbol Symbol, Variable Variable, IReadOnlyList<PythonNode> Statements, RepoPath To)
{
    public PythonFile From => Variable.Scope.Node.File;

    public bool Holds(RepoPath path, int offset) => path == From.Path && Statements.Any(s => s.Start <= offset && offset < s.End);
}
