using System.Text.Unicode;
using System.Text;

namespace Heck.Code.Patches.Replies;

/// <summary>A reply as lines of text, without their ends. Counts from 0; messages count from 1.</summary>
internal sealed class ReplyLines
{
    private readonly string[] _lines;

    private ReplyLines(string[] lines, bool isWhole) => (_lines, IsWhole) = (lines, isWhole);

    public int Count => _lines.Length;

    /// <summary>The last line has an end, so it was not cut off in the middle.</summary>
    public bool IsWhole { get; }

    public string this[int line] => _lines[line];

    /// <returns>Null when the bytes are no UTF-8.</returns>
    /// <exception cref="Contracts.Errors.HeckException"><c>patch.too_large</c>.</exception>
    public static ReplyLines? TryRead(ReadOnlySpan<byte> reply)
    {
        ReplyLimits.Ensure("Bytes of the reply", reply.Length, ReplyLimits.Bytes);
        ReplyLimits.Ensure("Lines of the reply", reply.Count((byte)'\n'), ReplyLimits.Lines);
        if (!Utf8.IsValid(reply)) return null;
        if (reply.StartsWith("\uFEFF"u8)) reply = reply["\uFEFF"u8.Length..];
        var isWhole = reply is [.., (byte)'\n'];
        var text = Encoding.UTF8.GetString(isWhole ? reply[..^1] : reply);
        return new ReplyLines([.. text.Split('\n').Select(WithoutReturn)], isWhole);
    }

    private static string WithoutReturn(string line) => line.EndsWith('\r') ? line[..^1] : line;
}
