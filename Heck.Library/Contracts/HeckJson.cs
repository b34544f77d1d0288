using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Heck.Contracts;

/// <summary>
/// The one serializer setup: snake_case, strict (unknown members, duplicates and wrong nulls are errors), enums as snake_case words.
/// Escaping is relaxed since stdout is no web page.
/// </summary>
internal static class HeckJson
{
    /// <summary>Options for one source-generated context; each context needs its own, as it becomes their resolver.</summary>
    // Not a copy of JsonSerializerOptions.Strict, which would bring the resolver of reflection to life.
    public static JsonSerializerOptions NewOptions() => new(JsonSerializerDefaults.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = RelaxedEncoder.Instance,
    };

    /// <summary>
    /// How a generated context writes a type: by its straight code where it has some. A serializer call would first build metadata for every member,
    /// which at the start of a process costs more than a small verb does. The code bears its own names, so the context says
    /// <c>[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]</c>; escaping is the writer's.
    /// </summary>
    public static Action<Utf8JsonWriter, T> WriterOf<T>(JsonSerializerContext context)
    {
        // Asked as a resolver, a context hands out the type without its members.
        var straight = (JsonTypeInfo<T>)((IJsonTypeInfoResolver)context).GetTypeInfo(typeof(T), context.Options)!;
        return straight.SerializeHandler ?? ((writer, value) => JsonSerializer.Serialize(writer, value, (JsonTypeInfo<T>)context.GetTypeInfo(typeof(T))!));
    }

    /// <summary>What <paramref name="write"/>, of <see cref="WriterOf"/>, makes of the value.</summary>
    public static JsonElement ToElement<T>(Action<Utf8JsonWriter, T> write, T value)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(text)) write(writer, value);
        var reader = new Utf8JsonReader(text.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }
}

/// <summary>Writes an enum as snake_case words, and reads nothing else (no numbers).</summary>
internal sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
