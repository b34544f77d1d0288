using System.Buffers;
using System.Text.Json;
using System.Text.Unicode;
using Heck.Contracts;

namespace Heck.Runtime.RunLogs;

/// <summary>
/// How far the log has come, beside the log: it shows when records are cut off at the end, and saves reading the log to append to it.
/// The default is the head of an empty log. Reads and writes itself: the serializer's first look at a type costs more than the append.
/// </summary>
/// <param name="Count">Records in all; the last one's number.</param>
/// <param name="Hash">The last record's hash.</param>
/// <param name="File">The file of the last record.</param>
/// <param name="Bytes">That file's length.</param>
internal sealed record RunLogHead(long Count, ContentHash Hash, string File, long Bytes)
{
    public const string FileName = "head.json";

    public static RunLogHead Empty { get; } = new(0, default, "", 0);

    /// <summary>Null when a member is missing or of another kind.</summary>
    /// <exception cref="JsonException">It is no JSON.</exception>
    public static RunLogHead? Parse(ReadOnlyMemory<byte> json)
    {
        // The document reads other bytes without a word, until one asks for a text.
        if (!Utf8.IsValid(json.Span)) return null;
        using var document = JsonDocument.Parse(json);
        return document.RootElement is { ValueKind: JsonValueKind.Object } root
            && root.TryGetProperty("count", out var count) && TryNumber(count, out var records)
            && root.TryGetProperty("hash", out var hash) && ContentHash.TryParse(Text(hash), out var last)
            && root.TryGetProperty("file", out var file) && Text(file) is { } name
            && root.TryGetProperty("bytes", out var bytes) && TryNumber(bytes, out var length)
            ? new RunLogHead(records, last, name, length)
            : null;
    }

    public byte[] ToJson()
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text))
        {
            writer.WriteStartObject();
            writer.WriteNumber("count", Count);
            writer.WriteString("hash", Hash.ToString());
            writer.WriteString("file", File);
            writer.WriteNumber("bytes", Bytes);
            writer.WriteEndObject();
        }

        return text.WrittenSpan.ToArray();
    }

    private static string? Text(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool TryNumber(JsonElement value, out long number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out number);
    }
}
