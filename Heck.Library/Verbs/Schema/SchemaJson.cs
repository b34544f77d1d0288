using System.Text.Json.Serialization;

namespace Heck.Verbs.Schema;

[JsonSerializable(typeof(SchemaRequest))]
[JsonSerializable(typeof(SchemaPayload))]
internal sealed partial class SchemaJson : JsonSerializerContext;
