using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorChangeSignature;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorChangeSignatureRequest))]
[JsonSerializable(typeof(RefactorPayload))]
internal sealed partial class RefactorChangeSignatureJson : JsonSerializerContext;
