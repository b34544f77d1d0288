using System.Buffers;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python;

/// <summary>The string that stands first in a body.</summary>
internal static class Docstring
{
    private static readonly SearchValues<byte> OtherKinds = SearchValues.Create("bBfFtT"u8);

    /// <summary>Its text as <c>inspect.cleandoc</c> would give it, escapes as written.</summary>
    public static string? Of(SyntaxTree tree, PythonGrammar grammar, int body)
    {
        var nodes = tree.Nodes;
        if (body < 0) return null;
        foreach (var statement in tree.Children(body))
        {
            if (nodes[statement].Kind == grammar.Comment) continue;
            if (nodes[statement].Kind != grammar.ExpressionStatement || nodes[statement].Next == statement + 1 || nodes[statement + 1].Kind != grammar.String) return null;
            return IsPlain(tree, grammar, statement + 1) ? Clean(tree.TextString(statement + 1)) : null;
        }

        return null;
    }

    /// <summary>Formatted strings and bytes document nothing.</summary>
    private static bool IsPlain(SyntaxTree tree, PythonGrammar grammar, int text)
    {
        var start = tree.ChildOfKind(text, grammar.StringStart);
        return start >= 0 && tree.Text(start).IndexOfAny(OtherKinds) < 0;
    }

    private static string? Clean(string literal)
    {
        var quote = literal.AsSpan().IndexOfAny('"', '\'');
        var marks = literal.AsSpan(quote).StartsWith("\"\"\"") || literal.AsSpan(quote).StartsWith("'''") ? 3 : 1;
        var (from, to) = (quote + marks, literal.Length - marks);
        if (to <= from) return null;
        var lines = literal[from..to].ReplaceLineEndings("\n").Split('\n');
        var indent = lines.Skip(1).Where(l => l.Trim().Length > 0).Select(l => l.Length - l.TrimStart().Length).DefaultIfEmpty(0).Min();
        var text = string.Join('\n', lines.Select((l, i) => (i == 0 ? l.TrimStart() : l[Math.Min(indent, l.Length)..]).TrimEnd())).Trim();
        return text.Length == 0 ? null : text;
    }
}
