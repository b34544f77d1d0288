using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorMoveFile;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorMoveFileRequest))]
[JsonSerializable(typeof(RefactorPayload))]
internal sealed partial class RefactorMoveFileJson : JsonSerializerContext;
