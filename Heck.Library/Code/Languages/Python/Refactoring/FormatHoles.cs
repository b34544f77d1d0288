using System.Text;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>The holes of f-strings, which before Python 3.12 could hold neither the string's own quotes nor a backslash, a comment or a line end.</summary>
internal static class FormatHoles
{
    /// <summary>Why an expression cannot stand in the hole of an f-string where another stands; null when it can or there is none.</summary>
    public static string? Reject(PythonNode place, string value)
    {
        foreach (var hole in place.Ancestors.TakeWhile(a => !a.IsBlock).Where(a => a.Is(Kinds.Interpolation)))
        {
            if (IsSelfNaming(hole)) return "the f-string shows the text of the expression";
            var quote = Quote(hole.Ancestor(Kinds.String)!.Value);
            if (value.Contains('\\') || value.Contains('\n') || value.Contains('#')) return "the hole of an f-string may hold no backslash, comment or line end before Python 3.12";
            if (value.Contains(quote[0])) return $"the f-string is written with {quote}, which may not stand in its holes before Python 3.12";
        }

        return null;
    }

    /// <summary><c>{value=}</c>.</summary>
    public static bool IsSelfNaming(PythonNode hole)
    {
        var tree = hole.Unit.Tree;
        foreach (var child in tree.Children(hole.Index))
        {
            if (!tree.Nodes[child].IsNamed && tree.Text(child).SequenceEqual("="u8)) return true;
        }

        return false;
    }

    private static string Quote(PythonNode text)
    {
        var start = text.ChildOfKind(Kinds.StringStart)?.Text ?? "\"";
        return start.TrimStart("rRbBuUfFtT".ToCharArray());
    }
}
