using System.Text.Json;
using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Runtime.RunLogs;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RunLogRecord))]
internal sealed partial class RunLogJson : JsonSerializerContext
{
    public static RunLogJson Instance { get; } = new(Tolerant());

    public static Action<Utf8JsonWriter, RunLogRecord> WriteRecord { get; } = HeckJson.WriterOf<RunLogRecord>(Instance);

    // A record of a later version may say more; its hash covers all that it says.
    private static JsonSerializerOptions Tolerant()
    {
        var options = HeckJson.NewOptions();
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        return options;
    }
}
