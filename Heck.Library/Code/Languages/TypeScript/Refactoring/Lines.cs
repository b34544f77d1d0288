using System.Text;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Text;

namespace Heck.Code.Languages.TypeScript.Refactoring;

/// <summary>Where code stands on its lines: what goes with a statement, and how the file is written.</summary>
internal static class Lines
{
    /// <summary>What is to be removed with a statement, so that lines and blank lines stay in order: its documentation, what follows on its line, the line end.</summary>
    public static (int Start, int End) Removal(TsNode statement)
    {
        var text = statement.File.Text.Utf8.Span;
        var (start, end) = (StartWithComments(statement), EndWithComment(statement));
        var (lineStart, lineEnd) = (LineStart(text, start), LineEnd(text, end));
        if (!IsBlank(text[lineStart..start])) return (start, IsBlank(text[end..lineEnd]) ? end : SkipBlanks(text, end));
        if (!IsBlank(text[end..lineEnd])) return (start, SkipBlanks(text, end));
        return WithBlankLine(text, lineStart, AfterLine(text, lineEnd));
    }

    /// <summary>The statement with the comments that belong to it, without the blanks around.</summary>
    public static (int Start, int End) WithComments(TsNode statement) => (StartWithComments(statement), EndWithComment(statement));

    /// <summary>Where the comments begin that stand directly above a statement.</summary>
    public static int StartWithComments(TsNode statement)
    {
        var text = statement.File.Text.Utf8.Span;
        var start = statement.Start;
        foreach (var comment in CommentsBefore(statement).Reverse())
        {
            var between = text[comment.End..start];
            if (!IsBlank(between) || Count(between) > 1 || !IsBlank(text[LineStart(text, comment.Start)..comment.Start]) || IsOfFile(comment)) break;
            start = comment.Start;
        }

        return start;
    }

    public static string IndentOf(TsNode node) => Indentation.Of(node.File.Text, node.Start);

    public static string UnitOf(TsFile file) => Indentation.UnitOf(file.Text);

    /// <summary>Whether a line that begins at an offset begins inside a string, a template or JSX text.</summary>
    public static Predicate<int> InString(TsFile file) => offset =>
    {
        for (var node = new TsNode(file, file.Tree.Covering(offset, offset)); node.Exists; node = node.Parent)
        {
            if (node.Kind is K.TemplateString or K.String && node.Start < offset && offset < node.End) return true;
            if (node.Kind == K.TemplateSubstitution) return false;
        }

        return false;
    };

    /// <summary>Whether the statements of a file end in semicolons.</summary>
    public static bool HasSemicolons(TsFile file)
    {
        var (with, without) = (0, 0);
        foreach (var node in file.Root.Subtree)
        {
            if (node.Kind is not (K.ExpressionStatement or K.LexicalDeclaration or K.VariableDeclaration or K.ReturnStatement or K.ImportStatement) || node.Parent.Kind == K.ForStatement) continue;
            if (node.File.Text.Utf8.Span[node.End - 1] == ';') with++;
            else without++;
            if (with + without > 200) break;
        }

        return with >= without;
    }

    public static string Semicolon(TsFile file) => HasSemicolons(file) ? ";" : "";

    /// <summary>The quote that most strings of a file have.</summary>
    public static char QuoteOf(TsFile file)
    {
        var strings = file.Root.Subtree.Where(n => n.Kind == K.String && n.Parent.Kind != K.JsxAttribute).Take(50).ToList();
        return strings.Count(s => file.Text.Utf8.Span[s.Start] == '"') * 2 > strings.Count ? '"' : '\'';
    }

    /// <summary>Whether only blanks stand before a node on its line.</summary>
    public static bool BeginsLine(TsNode node)
    {
        var text = node.File.Text.Utf8.Span;
        return IsBlank(text[LineStart(text, node.Start)..node.Start]);
    }

    /// <summary>Whether code that begins so would continue a statement before it that has no semicolon.</summary>
    /// <param name="statement">What begins with the code.</param>
    /// <param name="code">The code.</param>
    /// <param name="but">A statement that goes.</param>
    public static bool WouldJoin(TsNode statement, ReadOnlySpan<byte> code, TsNode but = default)
    {
        if (code.IsEmpty || "([`+-/*.,<"u8.IndexOf(code[0]) < 0) return false;
        var before = PreviousSibling(statement);
        if (before.Exists && before == but) before = PreviousSibling(before);
        return before.Exists && before.File.Text.Utf8.Span[before.End - 1] is not (byte)';' && before.Kind is K.ExpressionStatement or K.LexicalDeclaration or K.VariableDeclaration or K.ReturnStatement
            or K.ThrowStatement or K.BreakStatement or K.ContinueStatement or K.DoStatement or K.ImportStatement or K.ExportStatement or K.TypeAliasDeclaration;
    }

    public static TsNode PreviousSibling(TsNode node)
    {
        TsNode before = default;
        foreach (var child in node.Parent.Named)
        {
            if (child == node) return before;
            before = child;
        }

        return default;
    }

    /// <summary>The comments between a node and the one before it.</summary>
    public static IEnumerable<TsNode> CommentsBefore(TsNode node)
    {
        var tree = node.File.Tree;
        var comments = new List<TsNode>();
        for (var child = tree.FirstChild(node.Parent.Index); child >= 0 && child != node.Index; child = tree.NextSibling(child))
        {
            if (tree.Nodes[child].IsExtra) comments.Add(new TsNode(node.File, child));
            else comments.Clear();
        }

        return comments;
    }

    public static bool IsBlank(ReadOnlySpan<byte> text) => text.Trim(" \t\r\n"u8).IsEmpty;

    public static int LineStart(ReadOnlySpan<byte> text, int offset) => text[..offset].LastIndexOf((byte)'\n') + 1;

    /// <summary>The end of a line, before its line end.</summary>
    public static int LineEnd(ReadOnlySpan<byte> text, int offset)
    {
        var next = text[offset..].IndexOf((byte)'\n');
        if (next < 0) return text.Length;
        return next > 0 && text[offset + next - 1] == '\r' ? offset + next - 1 : offset + next;
    }

    private static int AfterLine(ReadOnlySpan<byte> text, int lineEnd)
    {
        if (lineEnd < text.Length && text[lineEnd] == '\r') lineEnd++;
        return lineEnd < text.Length ? lineEnd + 1 : lineEnd;
    }

    /// <summary>Takes a blank line along where two would meet, or one would stand at the edge of a block.</summary>
    private static (int Start, int End) WithBlankLine(ReadOnlySpan<byte> text, int start, int end)
    {
        var before = text[..start].TrimEnd(" \t\r\n"u8);
        var blankBefore = Count(text[before.Length..start]) > 1 || before.IsEmpty;
        var rest = text[end..];
        var after = rest.Length - rest.TrimStart(" \t\r\n"u8).Length;
        var blankAfter = Count(rest[..after]) > 0 && IsBlank(rest[..LineEnd(rest, 0)]);
        var atStart = before.IsEmpty || before[^1] == '{';
        if (blankAfter && (blankBefore || atStart)) return (start, LineStart(text, end + after));
        var atEnd = after == rest.Length || rest[after] == '}';
        return blankBefore && atEnd && !before.IsEmpty ? (AfterLine(text, LineEnd(text, before.Length)), end) : (start, end);
    }

    private static int EndWithComment(TsNode statement)
    {
        var text = statement.File.Text.Utf8.Span;
        var tree = statement.File.Tree;
        var next = tree.NextSibling(statement.Index);
        if (next < 0 || !tree.Nodes[next].IsExtra) return statement.End;
        var comment = tree.Nodes[next];
        var isOnLine = text[statement.End..comment.Start].IndexOf((byte)'\n') < 0 && IsBlank(text[statement.End..comment.Start]) && IsBlank(text[comment.End..LineEnd(text, comment.End)]);
        return isOnLine ? comment.End : statement.End;
    }

    private static int SkipBlanks(ReadOnlySpan<byte> text, int offset)
    {
        while (offset < text.Length && text[offset] is (byte)' ' or (byte)'\t') offset++;
        return offset;
    }

    private static int Count(ReadOnlySpan<byte> text) => text.Count((byte)'\n');

    /// <summary>A comment about the whole file: a licence, or a word to a tool.</summary>
    private static bool IsOfFile(TsNode comment)
    {
        if (comment.Parent.Kind != K.Program || comment.Parent.Children.FirstOrDefault() is { Exists: true } first && first.Start < comment.Start) return false;
        var text = comment.Text;
        return text.StartsWith("/*!", StringComparison.Ordinal) || text.Contains("@license", StringComparison.OrdinalIgnoreCase) || text.Contains("copyright", StringComparison.OrdinalIgnoreCase)
            || text.Contains("@ts-", StringComparison.Ordinal) || text.Contains("eslint", StringComparison.Ordinal) || text.Contains("@file", StringComparison.Ordinal) || text.StartsWith("///", StringComparison.Ordinal);
    }
}
