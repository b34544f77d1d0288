using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorInline;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorInlineRequest))]
[JsonSerializable(typeof(RefactorPayload))]
internal sealed partial class RefactorInlineJson : JsonSerializerContext;
