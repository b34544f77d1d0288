using System.Text.Json.Serialization;

namespace Heck.Verbs.Init;

[JsonSerializable(typeof(InitRequest))]
[JsonSerializable(typeof(InitPayload))]
internal sealed partial class InitJson : JsonSerializerContext;
