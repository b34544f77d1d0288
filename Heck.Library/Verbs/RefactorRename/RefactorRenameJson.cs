using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorRename;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorRenameRequest))]
[JsonSerializable(typeof(RefactorPayload))]
internal sealed partial class RefactorRenameJson : JsonSerializerContext;
