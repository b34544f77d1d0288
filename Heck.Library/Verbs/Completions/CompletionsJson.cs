using System.Text.Json.Serialization;

namespace Heck.Verbs.Completions;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(CompletionsRequest))]
[JsonSerializable(typeof(CompletionsPayload))]
internal sealed partial class CompletionsJson : JsonSerializerContext;
