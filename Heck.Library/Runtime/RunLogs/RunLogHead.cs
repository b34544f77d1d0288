using System.Text.Json;
using Heck.Contracts;

namespace Heck.Runtime.RunLogs;

/// <summary>
/// How far the log has come, beside the log: it shows when records are cut off at the end, and saves reading the log to append to it.
/// The default is the head of an empty log.
/// </summary>
/// <param name="Count">Records in all; the last one's number.</param>
/// <param name="Hash">The last record's hash.</param>
/// <param name="File">The file of the last record.</param>
/// <param name="Bytes">That file's length.</param>
internal sealed record RunLogHead(long Count, ContentHash Hash, string File, long Bytes)
{
    public const string FileName = "head.json";

    // By hand, since every status reads one, and a generated reader would cost it several milliseconds.
    public static RunLogHead? Parse(byte[] json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            return ContentHash.TryParse(root.GetProperty("hash").GetString(), out var hash)
                ? new RunLogHead(root.GetProperty("count").GetInt64(), hash, root.GetProperty("file").GetString()!, root.GetProperty("bytes").GetInt64())
                : null;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    public static RunLogHead Empty { get; } = new(0, default, "", 0);
}
