using System.Text.Json;
using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Runtime.RunLogs;

[JsonSerializable(typeof(RunLogRecord))]
[JsonSerializable(typeof(RunLogHead))]
internal sealed partial class RunLogJson : JsonSerializerContext
{
    public static RunLogJson Instance { get; } = new(Tolerant());

    // A record of a later version may say more; its hash covers all that it says.
    private static JsonSerializerOptions Tolerant()
    {
        var options = HeckJson.NewOptions();
        options.UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip;
        return options;
    }
}
