using Heck.Code.Text;

namespace Heck.Code.Refactoring.Proposals;

/// <summary>The line ends of a text.</summary>
internal static class LineEnds
{
    /// <summary>The line end of the line that an offset is in, else of the one before; <c>\n</c> in a text of one line.</summary>
    public static string At(SourceText text, int offset)
    {
        var utf8 = text.Utf8.Span;
        var next = utf8[offset..].IndexOf((byte)'\n');
        var end = next >= 0 ? offset + next : utf8.LastIndexOf((byte)'\n');
        return end > 0 && utf8[end - 1] == '\r' ? "\r\n" : "\n";
    }

    /// <summary>The line end of a text that has only one kind; null when it has none or several.</summary>
    public static string? Only(string code)
    {
        var all = code.AsSpan().Count('\n');
        var windows = code.AsSpan().Count("\r\n");
        return all == 0 ? null : windows == 0 ? "\n" : windows == all ? "\r\n" : null;
    }
}
