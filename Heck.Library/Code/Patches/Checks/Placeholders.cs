using System.Text.RegularExpressions;

namespace Heck.Code.Patches.Checks;

/// <summary>
/// Knows lines that stand for code which was left out, such as <c>// ... existing code ...</c>. Written into a file they would delete what they stand for.
/// Most are comments; the words must be all that the comment says, since sentences about existing code are no placeholders.
/// </summary>
internal static partial class Placeholders
{
    // Longer than any placeholder, and so not worth a look.
    private const int Longest = 200;

    private const string Lead = @"(?:(?:and|the|all|your|our|my|this|with|plus|insert|add|include|keep|leave|copy|paste|see|some|any|of)\s+){0,4}";
    private const string Of = @"\s+(?:of|in)\s+(?:(?:the|this|your|my)\s+)?";
    private const string Old = "(?:existing|remaining|previous|prior|preceding|original|other|old|current|same|similar|unchanged|above)";
    private const string Noun = @"(?:code|contents?|implementation|imports?|methods?|functions?|lines?|body|logic|fields?|props|properties|definitions?|tests?|cases|items|entries|setup|class(?:es)?|file|component|module|routes|handlers|members|markup|html|styles|rules|config(?:uration)?|stuff|script|program|document|struct|interface|elements?|statements?|declarations?|options|values|keys|sections?|text)";
    private const string Words = @"(?:[\w.-]+\s+){0,3}?";
    private const string Unchanged = "(?:unchanged|unmodified|unaltered|untouched|the same|as is|as-is|as before|as above|same as (?:before|above|the original)|omitted|elided|truncated|abbreviated|not shown|intact|in place|identical)";
    private const string Verb = @"(?:(?:is|are|was|were|remains?|stays?|kept|left|has been|have been)\s+){0,2}";
    private const string Why = @"(?:\s+(?:for (?:brevity|clarity|now)|here|as before|as is|exactly))?";
    private const string Stays = Verb + Unchanged + Why;
    private const string Here = @"(?:(?:goes?|continues?|follows?|comes|is|are|remains?|stays?)\s+)?(?:here|above|below)|continues?|follows?|etc";

    /// <summary>The first of the new lines that is a placeholder and not a line of the file; -1 when none is.</summary>
    public static int IndexIn(IReadOnlyList<string> added, Func<string, bool> isInFile)
    {
        for (var i = 0; i < added.Count; i++)
        {
            if (IsPlaceholder(added[i]) && !isInFile(added[i].Trim())) return i;
        }

        return -1;
    }

    public static bool IsPlaceholder(string line)
    {
        var text = line.Trim();
        if (text.Length is 0 or > Longest) return false;
        if (LineComment().Match(text) is { Success: true } comment) return StandsForCode(comment.Groups["text"].Value, mayBeBare: comment.Groups["bare"].Success, needsEllipsis: false);
        if (InlineComments().Matches(text).Any(inline => StandsForCode(inline.Groups["text"].Value, inline.Groups["braced"].Success, needsEllipsis: !inline.Groups["braced"].Success))) return true;
        var isBracketed = text is ['[', .., ']'] or ['<', .., '>'] or ['(', .., ')'];
        return isBracketed ? StandsForCode(text, mayBeBare: false, needsEllipsis: text[0] != '[') : LeadingEllipsis().IsMatch(text) && StandsForCode(text, mayBeBare: false, needsEllipsis: true);
    }

    private static bool StandsForCode(string text, bool mayBeBare, bool needsEllipsis)
    {
        var words = Blanks().Replace(Ellipsis().Replace(text, " "), " ").Trim(' ', '[', ']', '(', ')', '<', '>', '{', '}', '*', '-', '=', '/', ':', '.', ',', '~', '_', '"', '\'', '!');
        var hasEllipsis = Ellipsis().IsMatch(text);
        if (words.Length == 0) return hasEllipsis && mayBeBare;
        return (hasEllipsis && Elided().IsMatch(words)) || ((hasEllipsis || !needsEllipsis) && (Phrase().IsMatch(words) || Foreign().IsMatch(words)));
    }

    // The whole line is a comment in some language. A bare ellipsis counts behind marks that open nothing but comments.
    [GeneratedRegex(@"^(?:(?<bare>//+!?|\#+|--+(?!>)|;+|%+|/\*+|<!--|\(\*|\{/\*|@\*|\{\#|REM\s|::)|\*(?!\*)|'(?=[^']*$)|""{3}|'{3})\s*(?<text>.*?)\s*(?:\*+/\s*\}?|-->|\*\)|\*@|\#\}|""{3}|'{3})?$", RegexOptions.IgnoreCase)]
    private static partial Regex LineComment();

    // A comment behind code, or all that stands between braces.
    [GeneratedRegex(@"(?:(?<braced>\{\s*)?/\*+\s*(?<text>.*?)\s*\*+/)|(?:(?<braced>\{\s*)?(?<!:)//+\s*(?<text>.*)$)|(?:\s\#+\s+(?<text>.*)$)|(?:<!--\s*(?<text>.*?)\s*-->)")]
    private static partial Regex InlineComments();

    [GeneratedRegex(@"\.{3,}|…|\. \. \.")]
    private static partial Regex Ellipsis();

    // Not a spread: `...rest` is code.
    [GeneratedRegex(@"^(?:\.{3,}|…)(?:\s|\S+\s\S+\s)")]
    private static partial Regex LeadingEllipsis();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    // With an ellipsis few words are enough.
    [GeneratedRegex("^" + Lead + "(?:"
        + "(?:rest|remainder)(?:" + Of + Words + @"[\w.-]+)?(?:\s+" + Noun + @")?(?:\s+(?:" + Stays + "|" + Here + "))?"
        + "|" + Old + @"\s+" + Words + Noun + @"(?:\s+(?:" + Stays + "|" + Here + "))?"
        + @"|(?:more|additional|further)\s+" + Words + Noun + @"(?:\s+(?:" + Here + "))?"
        + "|(?:existing|remaining|unchanged|omitted|truncated|snip|snipped|elided|abbreviated|etc|more|others?|same|skip|skipped|collapsed|code|implementation|body|imports|methods|functions)"
        + "|" + Words + Noun + @"\s+(?:" + Stays + "|" + Here + ")"
        + "|" + Words + Stays
        + @"|no (?:other )?changes?(?:\s.{0,20})?"
        + ")$", RegexOptions.IgnoreCase)]
    private static partial Regex Elided();

    // Without one they must say it plainly.
    [GeneratedRegex("^" + Lead + "(?:"
        + "(?:rest|remainder)" + Of + Words + Noun + @"(?:\s+" + Noun + @")?(?:\s+(?:" + Stays + "|" + Here + "))?"
        + @"|(?:rest|remainder|everything(?: else)?|all else|others?|remaining)\s+" + Stays
        + "|" + Old + @"\s+" + Words + Noun + @"\s+(?:" + Stays + "|" + Here + ")"
        + @"|(?:existing|remaining|other|previous|original)\s+(?:[\w.-]+\s+){1,3}" + Stays
        + "|(?:existing|unchanged) code"
        + "|" + Noun + @"\s+" + Stays
        + "|unchanged|unmodified|omitted|snip|snipped|as before|(?:remains?|stays?) (?:unchanged|the same)|same as before|not shown|(?:left|kept) as is|omitted for (?:brevity|clarity)"
        + "|no (?:other )?changes?(?: (?:here|below|above|needed|required))?"
        + ")$", RegexOptions.IgnoreCase)]
    private static partial Regex Phrase();

    [GeneratedRegex("^(?:(?:der |die )?(?:rest|übrige[rn]?|restliche[rn]?|bestehende[rn]?|vorhandene[rn]?) .{0,30}(?:unverändert|gleich|wie bisher|wie zuvor|code|hier|datei)|unverändert"
        + "|(?:le )?reste (?:du|de la|des) .{0,30}|code existant.{0,30}|inchangé"
        + "|(?:el )?resto del? .{0,40}|sin cambios|código existente.{0,30}|(?:o )?resto do .{0,40}|inalterado|sem alterações"
        + "|.{0,6}(?:其余|其餘|剩余|剩餘|现有代码|現有程式碼|原有代码|省略).{0,24}|.{0,10}(?:保持不变|保持不變|代码不变)"
        + "|.{0,6}(?:残りの|既存の|以下省略|省略).{0,20}|.{0,10}変更なし|.{0,6}(?:나머지|기존 코드|생략).{0,20}"
        + @"|(?:остальн|существующ)\w* .{0,30}|без изменений)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Foreign();
}
