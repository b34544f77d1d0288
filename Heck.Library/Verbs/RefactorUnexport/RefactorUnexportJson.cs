using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorUnexport;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorUnexportRequest))]
[JsonSerializable(typeof(RefactorPayload))]
internal sealed partial class RefactorUnexportJson : JsonSerializerContext;
