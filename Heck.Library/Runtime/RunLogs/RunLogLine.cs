using System.Text.Json;
using Heck.Contracts;

namespace Heck.Runtime.RunLogs;

/// <summary>One line of a log file as it stands there. <see cref="Record"/> is null where the line is no record, torn or spoilt.</summary>
internal sealed record RunLogLine(string File, int Number, RunLogRecord? Record, ContentHash ActualHash)
{
    public string Place => $"{File}:{Number}";

    public bool IsAltered => Record is not null && Record.Hash != ActualHash;

    public static RunLogLine Parse(string file, int number, ReadOnlyMemory<byte> text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            var record = json.RootElement.Deserialize(RunLogJson.Instance.RunLogRecord);
            return new RunLogLine(file, number, record, ContentHash.Of(CanonicalJson.Serialize(json.RootElement, except: "hash")));
        }
        catch (Exception e) when (e is JsonException or FormatException)
        {
            return new RunLogLine(file, number, null, default);
        }
    }
}
