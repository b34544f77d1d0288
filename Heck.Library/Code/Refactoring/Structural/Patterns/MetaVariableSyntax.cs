using System.Text.RegularExpressions;

namespace Heck.Code.Refactoring.Structural.Patterns;

/// <summary><c>$NAME</c>, <c>$_</c>, <c>$$$NAME</c>, <c>$$$</c>; names are capitals, digits and <c>_</c>, so that a dollar before another word is itself.</summary>
internal static partial class MetaVariableSyntax
{
    /// <summary>The metavariables of a text, in order, with where they stand.</summary>
    public static IEnumerable<(Range Range, MetaVariable Variable)> In(string text) =>
        Anywhere().Matches(text).Select(m => (m.Index..(m.Index + m.Length), Of(m.Value)));

    /// <summary>The text with <paramref name="mark"/> for each dollar of a metavariable.</summary>
    public static string Marked(string text, char mark) =>
        Anywhere().Replace(text, m => m.Value.Replace('$', mark));

    /// <summary>The metavariable that a leaf of a marked pattern is as a whole, or null.</summary>
    public static MetaVariable? OfLeaf(string leaf, char mark)
    {
        if (leaf.Length == 0 || leaf[0] != mark) return null;
        var dollars = leaf.Length - leaf.TrimStart(mark).Length;
        var text = new string('$', dollars) + leaf[dollars..];
        return Anywhere().Match(text) is { Success: true, Index: 0 } match && match.Length == text.Length ? Of(text) : null;
    }

    private static MetaVariable Of(string text)
    {
        var name = text.TrimStart('$');
        return new MetaVariable(name == "_" ? "" : name, text.StartsWith("$$$", StringComparison.Ordinal));
    }

    [GeneratedRegex(@"(?<!\$)(?:\$\$\$(?:[A-Z_][A-Z0-9_]*)?|\$[A-Z_][A-Z0-9_]*)(?![A-Za-z0-9_$])", RegexOptions.CultureInvariant)]
    private static partial Regex Anywhere();
}
