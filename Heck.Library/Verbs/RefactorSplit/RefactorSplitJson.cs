using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorSplit;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorSplitRequest))]
[JsonSerializable(typeof(RefactorPayload))]
internal sealed partial class RefactorSplitJson : JsonSerializerContext;
