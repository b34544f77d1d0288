using System.Text.Json.Serialization;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorMove;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(RefactorMoveRequest))]
[JsonSerializable(typeof(RefactorPayload))]
internal sealed partial class RefactorMoveJson : JsonSerializerContext;
