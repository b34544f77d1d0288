using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>Where a new constant stands at the top of a file: after the imports and the constants that follow them, or where the names that it needs are there.</summary>
internal sealed class TopPlace
{
    private readonly PythonFile _file;
    private readonly PythonNode? _after;
    private readonly PythonNode? _before;

    private TopPlace(PythonFile file, PythonNode? after, PythonNode? before) => (_file, _after, _before) = (file, after, before);

    /// <summary>The place for a constant that takes the value of an expression.</summary>
    public static TopPlace For(PythonScene python, PythonNode expression)
    {
        var file = expression.File;
        var top = expression.TopStatement;
        var statements = file.Unit.Root.Children.ToList();
        var needed = expression.Identifiers.Select(i => python.VariableAt(i)).OfType<Variable>()
            .Where(v => v.Scope == file.Module).SelectMany(v => v.Declarations).Select(d => d.Name.TopStatement.Start).DefaultIfEmpty(-1).Max();
        var head = statements.TakeWhile(s => IsHead(s) || IsConstant(s)).LastOrDefault();
        if (head.Unit is null) return new TopPlace(file, null, statements[0]);
        return head.Start < top.Start && head.Start >= needed ? new TopPlace(file, head, null) : new TopPlace(file, null, top);
    }

    public ProposedEdit Insert(CodeText code)
    {
        if (_after is not { } after)
        {
            var first = _file.Text.Lines.LineStart(Removal.FirstLine(_before!.Value));
            return ProposedEdit.Insert(_file.Path, first, code.Write(IsSimple(_before.Value) ? "\n" : "\n\n\n"));
        }

        var end = _file.Text.Lines.LineEnd(_file.Text.Lines.PositionAt(after.End).Line);
        return ProposedEdit.Insert(_file.Path, end, new CodeText().Write(IsConstant(after) ? "\n" : "\n\n").Append(code));
    }

    private static bool IsHead(PythonNode statement) => statement.Is(Kinds.ImportStatement) || statement.Is(Kinds.ImportFrom) || statement.Is(Kinds.FutureImport) || statement.IsDocstring;

    private static bool IsSimple(PythonNode statement) => statement.Is(Kinds.ExpressionStatement);

    /// <summary>A name in capitals, or a type, that gets a value.</summary>
    private static bool IsConstant(PythonNode statement) => statement.Is(Kinds.ExpressionStatement) && statement.FirstChild is { } assignment && assignment.Is(Kinds.Assignment)
        && assignment.Child(Fields.Left) is { } name && name.Is(Kinds.Identifier) && !name.Text.Any(char.IsLower) && name.Text.Any(char.IsLetter);
}
