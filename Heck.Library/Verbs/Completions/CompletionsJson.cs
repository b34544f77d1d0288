using System.Text.Json.Serialization;

namespace Heck.Verbs.Completions;

[JsonSerializable(typeof(CompletionsRequest))]
[JsonSerializable(typeof(CompletionsPayload))]
internal sealed partial class CompletionsJson : JsonSerializerContext;
