using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorExport;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorExportRequest))]
[JsonSerializable(typeof(RefactorPayload))]
internal sealed partial class RefactorExportJson : JsonSerializerContext;
