namespace Heck.Code.Languages.TypeScript.Refactoring.Signature;

/// <summary>A parameter to add, as it is written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">All of it: <c>limit: number = 10</c>.</param>
/// <param name="Value">What present calls pass; null when it is optional and they pass nothing.</param>
internal sealed record AddedParameter(string Name, string Text, string? Value)
{
    /// <summary>Null when the text is no parameter with a value.</summary>
    public static AddedParameter? Parse(string text)
    {
        text = text.Trim();
        var end = 0;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '$')) end++;
        var rest = text[end..].TrimStart();
        var equal = ValueAt(text);
        if (end == 0 || (rest.Length > 0 && rest[0] is not (':' or '=' or '?'))) return null;
        var value = equal < 0 ? null : text[(equal + 1)..].Trim();
        return value is "" || (value is null && !rest.StartsWith('?')) ? null : new AddedParameter(text[..end], text, value);
    }

    /// <summary>The equal sign before the value: not that of an arrow, and not inside brackets.</summary>
    private static int ValueAt(string text)
    {
        var depth = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] is '(' or '[' or '{') depth++;
            else if (text[i] is ')' or ']' or '}') depth--;
            else if (text[i] == '=' && depth == 0 && (i + 1 == text.Length || text[i + 1] is not ('>' or '='))) return i;
        }

        return -1;
    }
}
