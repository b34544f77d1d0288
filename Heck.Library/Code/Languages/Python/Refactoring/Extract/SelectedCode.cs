using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>What a range selects for a function: an expression, or statements that follow each other in a block.</summary>
/// <param name="Expression">The expression, else null.</param>
/// <param name="Statements">The statements; none for an expression.</param>
/// <param name="Start">Where the code begins; comments that were selected with it count.</param>
/// <param name="End">Its end, exclusive.</param>
internal sealed record SelectedCode(PythonNode? Expression, IReadOnlyList<PythonNode> Statements, int Start, int End)
{
    /// <summary>Some node of it.</summary>
    public PythonNode First => Expression ?? Statements[0];

    public PythonNode Last => Expression ?? Statements[^1];

    public IEnumerable<PythonNode> Roots => Expression is { } only ? [only] : Statements;

    public static SelectedCode Find(PythonScene python, PythonFile file, ExtractAsk ask)
    {
        var (start, end) = ExtractedExpression.Trim(file, ask);
        if (ExtractedExpression.Find(python, file, ask) is { } expression && !(expression.Parent is { } parent && parent.Is(Kinds.ExpressionStatement)))
            return new SelectedCode(expression, [], start, end);
        var statements = Outermost(file, start, end).ToList();
        var parts = statements.Count > 0 && statements.TrueForAll(s => s.Parent == statements[0].Parent) && !HoldsMore(file, statements, start, end);
        if (!parts) throw python.Refuse(ErrorTable.RefactorInvalidRange, "The range is neither a whole expression nor a run of whole statements of one block.", ask);
        var shared = statements.FirstOrDefault(s => s.SharesLine);
        return shared.Unit is null
            ? new SelectedCode(null, statements, start, Math.Max(end, statements[^1].End))
            : throw python.Refuse(ErrorTable.RefactorUnsupported, "A statement of the range shares its line with other code.", ask, (shared, "shares its line"));
    }

    private static IEnumerable<PythonNode> Outermost(PythonFile file, int start, int end)
    {
        for (var index = 0; index < file.Unit.Tree.Count;)
        {
            var node = file.Unit[index];
            if (index > 0 && node.Start >= start && node.End <= end && node.IsStatement && file.Unit.Tree.Nodes[index].IsNamed && !node.Is(Kinds.Comment))
            {
                yield return node;
                index = file.Unit.Tree.Nodes[index].Next;
            }
            else
            {
                index++;
            }
        }
    }

    /// <summary>Whether the range holds code beside the statements.</summary>
    private static bool HoldsMore(PythonFile file, List<PythonNode> statements, int start, int end)
    {
        var nodes = file.Unit.Tree.Nodes;
        for (var index = 1; index < nodes.Length; index++)
        {
            var node = nodes[index];
            var isLeaf = node.Next == index + 1 && node.End > node.Start && node.Kind != Kinds.Comment;
            if (!isLeaf || node.End <= start || node.Start >= end || statements.Exists(s => node.Start >= s.Start && node.End <= s.End)) continue;
            return true;
        }

        return false;
    }
}
