using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>Carries an expression to another place.</summary>
internal static class ValueText
{
    /// <summary>The expression inside parentheses that only held it together.</summary>
    public static PythonNode Bare(PythonNode value)
    {
        while (value.Is(Kinds.ParenthesizedExpression) && value.FirstChild is { } inner && !inner.Is(Kinds.Yield) && value.Unit.Tree.ChildOfKind(value.Index, Kinds.Comment) < 0) value = inner;
        return value;
    }

    /// <summary>An expression as the value of a statement of its own: parentheses only where its lines need them.</summary>
    public static CodeText AsStatementValue(PythonNode value)
    {
        var bare = Bare(value);
        if (IsOpenOverLines(bare) && bare.Parent is { } around && around.Is(Kinds.ParenthesizedExpression)) return Copy(around, inParentheses: false);
        return Copy(bare, IsOpenOverLines(bare) || bare.Is(Kinds.NamedExpression));
    }

    /// <summary>An expression in the place of another.</summary>
    public static CodeText InPlaceOf(PythonNode place, PythonNode value)
    {
        var bare = Bare(value);
        var isOpen = IsOpenOverLines(bare);
        var needs = Precedence.NeedsParentheses(bare, place) || isOpen && !IsInBrackets(place);
        return needs && isOpen && bare.Parent is { } around && around.Is(Kinds.ParenthesizedExpression) ? Copy(around, inParentheses: false) : Copy(bare, needs);
    }

    public static CodeText Copy(PythonNode value, bool inParentheses)
    {
        var code = new CodeText();
        if (inParentheses) code.Write("(");
        code.Copy(value.File.Path, value.Start, value.End);
        return inParentheses ? code.Write(")") : code;
    }

    /// <summary>Whether an expression breaks its line outside of brackets of its own, and not by a backslash.</summary>
    public static bool IsOpenOverLines(PythonNode value)
    {
        var tree = value.Unit.Tree;
        var text = value.File.Text.Utf8.Span;
        var (depth, at) = (0, value.Start);
        for (var index = value.Index; index < tree.Nodes[value.Index].Next; index++)
        {
            var node = tree.Nodes[index];
            var isText = node.Kind == Kinds.String;
            if (node.Next != index + 1 && !isText) continue;
            var start = value.Unit.Shift + node.Start;
            if (depth == 0 && start > at && BreaksLine(text[at..start])) return true;
            at = value.Unit.Shift + node.End;
            if (isText)
            {
                index = node.Next - 1;
                continue;
            }

            if (at - start == 1) depth += text[start] switch { (byte)'(' or (byte)'[' or (byte)'{' => 1, (byte)')' or (byte)']' or (byte)'}' => -1, _ => 0 };
        }

        return false;
    }

    /// <summary>Whether a node lies inside brackets, where lines may end anywhere.</summary>
    public static bool IsInBrackets(PythonNode node) => node.Ancestors.TakeWhile(a => !a.IsBlock).Any(a =>
        a.Is(Kinds.ParenthesizedExpression) || a.Is(Kinds.ArgumentList) || a.Is(Kinds.List) || a.Is(Kinds.Tuple) || a.Is(Kinds.Set) || a.Is(Kinds.Dictionary) || a.Is(Kinds.Subscript) && node.Start > a.Child(Fields.Value)!.Value.End
        || a.Is(Kinds.ListComprehension) || a.Is(Kinds.SetComprehension) || a.Is(Kinds.DictionaryComprehension) || a.Is(Kinds.GeneratorExpression));

    private static bool BreaksLine(ReadOnlySpan<byte> blanks) => blanks.IndexOf((byte)'\n') is var end && end >= 0 && blanks[..end].TrimEnd((byte)'\r') is not [.., (byte)'\\'];
}
