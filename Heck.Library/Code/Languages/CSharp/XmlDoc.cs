using System.Net;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp;

/// <summary>Documentation comments as plain text.</summary>
internal static partial class XmlDoc
{
    public static string? Of(SyntaxNode node)
    {
        if (!node.HasLeadingTrivia) return null;
        var lines = new List<string>();
        foreach (var trivia in node.GetLeadingTrivia())
        {
            if (trivia.Span.Length < 3) continue;
            var text = trivia.ToString();
            if (text.StartsWith("///", StringComparison.Ordinal) && !text.StartsWith("////", StringComparison.Ordinal)) lines.Add(text[3..]);
            else if (text.StartsWith("/**", StringComparison.Ordinal) && text.Length > 4) lines.AddRange(text[3..^2].Split('\n').Select(l => l.Trim().TrimStart('*')));
        }

        return lines.Count == 0 ? null : Plain(string.Join('\n', lines));
    }

    private static string? Plain(string xml)
    {
        var text = xml.Contains("/>", StringComparison.Ordinal) ? Links().Replace(xml, m => m.Groups["name"].Value) : xml;
        if (text.Contains("=\"", StringComparison.Ordinal)) text = Named().Replace(text, m => $"\n{m.Groups["name"].Value}: ");
        text = text.Replace("<returns>", "\nReturns: ", StringComparison.Ordinal);
        text = WebUtility.HtmlDecode(Tags().Replace(text, ""));
        text = string.Join('\n', text.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0));
        return text.Length == 0 ? null : text;
    }

    /// <summary><c>&lt;see cref="T:A.B"/&gt;</c>, <c>&lt;paramref name="x"/&gt;</c> and the like become what they name.</summary>
    [GeneratedRegex("""<(see|seealso|paramref|typeparamref)\s+(cref|name|langword|href)="([A-Z]:)?(?<name>[^"]*)"\s*/>""")]
    private static partial Regex Links();

    [GeneratedRegex("""<(param|typeparam|exception)\s+(name|cref)="(?<name>[^"]*)"\s*>""")]
    private static partial Regex Named();

    [GeneratedRegex("</?[a-zA-Z][^<>]*>")]
    private static partial Regex Tags();
}
