using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorReplace;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorReplaceRequest))]
[JsonSerializable(typeof(StructuralPayload))]
internal sealed partial class RefactorReplaceJson : JsonSerializerContext;
