using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using System.Text.Json.Serialization.Metadata;
using Heck.Code.Patches;
using Heck.Code.Refactoring.Structural.Rules;
using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Runtime.Configuration;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Schema;

/// <summary>JSON Schemas (draft 2020-12) of requests and envelopes, from the same records that bind and serialize them.</summary>
internal static class VerbSchemas
{
    private const string Dialect = "https://json-schema.org/draft/2020-12/schema";

    private static readonly JsonSchemaExporterOptions Exporter = new()
    {
        TreatNullObliviousAsNonNullable = true,
        TransformSchemaNode = Describe,
    };

    public static JsonObject Request(VerbDescriptor verb) => Titled(Of(verb.RequestInfo), verb.Name + " request");

    public static JsonObject Envelope(VerbDescriptor verb)
    {
        var payload = new JsonObject { ["anyOf"] = new JsonArray(Of(verb.PayloadInfo, "/properties/payload/anyOf/0"), Failure()) };
        return Titled(
            Closed(new JsonObject
            {
                ["ok"] = Typed("boolean"),
                ["cmd"] = new JsonObject { ["const"] = verb.Name },
                ["version"] = Typed("string"),
                ["duration_ms"] = new JsonObject { ["type"] = "integer", ["minimum"] = 0 },
                ["payload"] = payload,
                ["meta"] = Of(EnvelopeJson.Instance.EnvelopeMeta),
            }),
            verb.Name + " envelope");
    }

    public static JsonObject Configuration() => Titled(Of(HeckConfigJson.Instance.HeckConfig), "configuration");

    public static JsonObject Rules() => Titled(Of(RuleFileJson.Instance.RuleFile), "rules of structural search and replace");

    public static JsonObject Patches() => Titled(Of(PatchJson.Instance.Patch), "metadata of a patch");

    private static JsonObject Failure() => Closed(new JsonObject { ["error"] = Of(EnvelopeJson.Instance.HeckError) });

    /// <param name="type">What is described.</param>
    /// <param name="at">Where the schema will stand; a type that occurs twice is a reference to its first place, counted from the document's root.</param>
    private static JsonObject Of(JsonTypeInfo type, string at = "")
    {
        var schema = type.GetJsonSchemaAsNode(Exporter).AsObject();
        if (at.Length > 0) MoveReferences(schema, at);
        return schema;
    }

    private static void MoveReferences(JsonNode? node, string at)
    {
        if (node is JsonArray array) foreach (var item in array) MoveReferences(item, at);
        if (node is not JsonObject schema) return;
        if (schema["$ref"] is JsonValue reference) schema["$ref"] = "#" + at + reference.GetValue<string>()[1..];
        foreach (var (_, value) in schema) MoveReferences(value, at);
    }

    private static JsonObject Typed(string type) => new() { ["type"] = type };

    private static JsonObject Closed(JsonObject properties) => new()
    {
        ["type"] = "object",
        ["properties"] = properties,
        ["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]),
        ["additionalProperties"] = false,
    };

    private static JsonObject Titled(JsonObject schema, string title)
    {
        var titled = new JsonObject { ["$schema"] = Dialect, ["title"] = "heck " + title };
        foreach (var (key, value) in schema) titled[key] = value?.DeepClone();
        return titled;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (WrittenAsString(context.TypeInfo.Type, out var orNull)) schema = orNull ? new JsonObject { ["type"] = new JsonArray("string", "null") } : Typed("string");
        if (schema is not JsonObject node) return schema;
        var attributes = context.PropertyInfo?.AttributeProvider ?? (ICustomAttributeProvider)context.TypeInfo.Type;
        if (Find<DescriptionAttribute>(attributes) is { } description) node.Insert(0, "description", description.Description);
        if (Find<RangeAttribute>(attributes) is { } range)
        {
            node["minimum"] = JsonSerializer.SerializeToNode(range.Minimum, range.OperandType, JsonSerializerOptions.Default);
            node["maximum"] = JsonSerializer.SerializeToNode(range.Maximum, range.OperandType, JsonSerializerOptions.Default);
        }

        if (Find<MinLengthAttribute>(attributes) is { } shortest)
            node[node["type"]?.ToString().Contains("array", StringComparison.Ordinal) == true ? "minItems" : "minLength"] = shortest.Length;
        return node;
    }

    // Types with a converter of their own, which the exporter cannot look into.
    private static bool WrittenAsString(Type type, out bool orNull)
    {
        orNull = Nullable.GetUnderlyingType(type) is not null;
        return (Nullable.GetUnderlyingType(type) ?? type) is var plain && (plain == typeof(RepoPath) || plain == typeof(ContentHash));
    }

    private static T? Find<T>(ICustomAttributeProvider provider)
        where T : Attribute => provider.GetCustomAttributes(typeof(T), inherit: true).OfType<T>().FirstOrDefault();
}
