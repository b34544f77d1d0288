using System.Text.Json.Serialization;

namespace Heck.Verbs.LogList;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(LogListRequest))]
[JsonSerializable(typeof(LogListPayload))]
internal sealed partial class LogListJson : JsonSerializerContext;
