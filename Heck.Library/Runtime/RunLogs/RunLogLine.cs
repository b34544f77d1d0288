using System.Text;
using System.Text.Json;
using Heck.Contracts;

namespace Heck.Runtime.RunLogs;

/// <summary>One line of a log file as it stands there. <see cref="Record"/> is null where the line is no record, torn or spoilt.</summary>
/// <param name="File">The file's name.</param>
/// <param name="Number">From 1.</param>
/// <param name="Record">What it says.</param>
/// <param name="IsAltered">It is a record and not, byte for byte, one whose hash is right.</param>
internal sealed record RunLogLine(string File, int Number, RunLogRecord? Record, bool IsAltered)
{
    public string Place => $"{File}:{Number}";

    public static RunLogLine Parse(string file, int number, ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var record = json.RootElement.Deserialize(RunLogJson.Instance.RunLogRecord);
            return new RunLogLine(file, number, record, !IsAsWritten(text.Span, CanonicalJson.Serialize(json.RootElement, except: "hash")));
        }
        // The last is thrown for text that is no UTF-8, and for half of a surrogate pair.
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException)
        {
            return new RunLogLine(file, number, null, IsAltered: false);
        }
    }

    // A reader of JSON forgives what a byte can do to spaces, escapes and letter case; the log does not.
    private static bool IsAsWritten(ReadOnlySpan<byte> text, ReadOnlySpan<byte> hashed)
    {
        var member = Encoding.UTF8.GetBytes($"\"hash\":\"{ContentHash.Of(hashed)}\",");
        var at = text.IndexOf(member);
        return at >= 0 && text.Length == hashed.Length + member.Length && text[..at].SequenceEqual(hashed[..at]) && text[(at + member.Length)..].SequenceEqual(hashed[at..]);
    }
}
