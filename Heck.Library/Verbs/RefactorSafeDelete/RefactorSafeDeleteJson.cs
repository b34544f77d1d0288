using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorSafeDelete;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorSafeDeleteRequest))]
[JsonSerializable(typeof(RefactorPayload))]
internal sealed partial class RefactorSafeDeleteJson : JsonSerializerContext;
