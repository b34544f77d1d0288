using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python.Binding.Source;

/// <summary>A parsed text of a file: the whole of it, or the expression inside one of its strings.</summary>
internal sealed class SourceUnit(PythonFile file, SyntaxTree tree, int shift)
{
    public PythonFile File { get; } = file;

    public SyntaxTree Tree { get; } = tree;

    /// <summary>Where the text begins in the file.</summary>
    public int Shift { get; } = shift;

    public PythonNode Root => new(this, 0);

    public PythonNode this[int index] => new(this, index);
}
