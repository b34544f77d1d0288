using System.Text;

namespace Heck.Code.Languages.TypeScript;

/// <summary>Comments of the form <c>/** … */</c>.</summary>
internal static class JsDoc
{
    public static bool IsDoc(ReadOnlySpan<byte> comment) => comment.Length > 4 && comment.StartsWith("/**"u8) && comment[3] != '*';

    /// <summary>The text without the comment's marks and the stars at the start of its lines.</summary>
    public static string? Text(ReadOnlySpan<byte> comment)
    {
        var inner = Encoding.UTF8.GetString(comment[3..].EndsWith("*/"u8) ? comment[3..^2] : comment[3..]);
        var text = string.Join('\n', inner.Split('\n').Select(WithoutStar)).Trim();
        return text.Length == 0 ? null : text;
    }

    private static string WithoutStar(string line)
    {
        var text = line.TrimStart();
        if (text.StartsWith('*')) text = text.StartsWith("* ", StringComparison.Ordinal) ? text[2..] : text[1..];
        return text.TrimEnd();
    }
}
