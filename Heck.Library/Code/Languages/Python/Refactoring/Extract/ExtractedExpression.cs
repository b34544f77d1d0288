using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>Finds the expression that a range selects.</summary>
internal static class ExtractedExpression
{
    private static readonly HashSet<ushort> Expressions =
    [
        Kinds.Attribute, Kinds.Await, Kinds.BinaryOperator, Kinds.BooleanOperator, Kinds.Call, Kinds.ComparisonOperator, Kinds.ConcatenatedString, Kinds.ConditionalExpression, Kinds.Dictionary,
        Kinds.DictionaryComprehension, Kinds.Ellipsis, Kinds.ExpressionList, Kinds.False, Kinds.Float, Kinds.GeneratorExpression, Kinds.Identifier, Kinds.Integer, Kinds.Lambda, Kinds.List, Kinds.ListComprehension,
        Kinds.NamedExpression, Kinds.None, Kinds.NotOperator, Kinds.ParenthesizedExpression, Kinds.Set, Kinds.SetComprehension, Kinds.String, Kinds.Subscript, Kinds.True, Kinds.Tuple, Kinds.UnaryOperator, Kinds.Yield,
    ];

    /// <summary>A range without blanks at its ends.</summary>
    public static (int Start, int End) Trim(PythonFile file, ExtractAsk ask)
    {
        var text = file.Text.Utf8.Span;
        var (start, end) = (ask.Start, Math.Min(ask.End, text.Length));
        while (start < end && IsBlank(text[start])) start++;
        while (end > start && IsBlank(text[end - 1])) end--;
        return (start, end);
    }

    /// <summary>The whole expression of a range; null when it is none.</summary>
    public static PythonNode? Find(PythonScene python, PythonFile file, ExtractAsk ask)
    {
        var (start, end) = Trim(file, ask);
        if (start == end) return null;
        var node = file.Unit[file.Unit.Tree.Covering(start, end)];
        while (node.Parent is { } parent && parent.Start == start && parent.End == end && (parent.Is(Kinds.ParenthesizedExpression) || Expressions.Contains(parent.Kind))) node = parent;
        if (node.Start != start || node.End != end || !Expressions.Contains(node.Kind)) return null;
        return IsPlaceOfValue(node) ? node : null;
    }

    private static bool IsPlaceOfValue(PythonNode node)
    {
        var parent = node.Parent!.Value;
        if (node.Is(Kinds.Identifier) && node.File.SiteOf(node) is not { Role: Binding.Scopes.NameRole.Load }) return false;
        if (node.Field == Fields.Left && (parent.Is(Kinds.Assignment) || parent.Is(Kinds.AugmentedAssignment) || parent.Is(Kinds.ForStatement) || parent.Is(Kinds.ForInClause))) return false;
        if (parent.Is(Kinds.DeleteStatement) || parent.Is(Kinds.Decorator) || parent.Is(Kinds.GlobalStatement) || parent.Is(Kinds.ConcatenatedString)) return false;
        if (node.Is(Kinds.Identifier) && (parent.Is(Kinds.KeywordArgument) && node.Field == Fields.Name || parent.Is(Kinds.Attribute) && node.Field == Fields.Attribute)) return false;
        if (AssignedAttributes.IsTarget(node)) return false;
        return !node.Ancestors.TakeWhile(a => !a.IsBlock).Any(a => a.Is(Kinds.CasePattern) || a.Is(Kinds.Type) || a.Is(Kinds.ImportStatement) || a.Is(Kinds.ImportFrom) || a.Is(Kinds.PatternList) || a.Is(Kinds.AsPatternTarget))
            && !node.Statement.IsDocstring;
    }

    private static bool IsBlank(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)'\f';
}
