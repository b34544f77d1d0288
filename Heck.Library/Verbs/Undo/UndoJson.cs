using System.Text.Json.Serialization;
using Heck.Verbs.Patches;

namespace Heck.Verbs.Undo;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(UndoRequest))]
[JsonSerializable(typeof(PatchMovedPayload))]
internal sealed partial class UndoJson : JsonSerializerContext;
