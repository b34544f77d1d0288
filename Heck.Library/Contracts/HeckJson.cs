using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heck.Contracts;

/// <summary>
/// The one serializer setup: snake_case, strict (unknown members, duplicates and wrong nulls are errors), enums as snake_case words.
/// Escaping is relaxed since stdout is no web page.
/// </summary>
internal static class HeckJson
{
    /// <summary>Options for one source-generated context; each context needs its own, as it becomes their resolver.</summary>
    public static JsonSerializerOptions NewOptions() => new(JsonSerializerOptions.Strict)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };
}

/// <summary>Writes an enum as snake_case words, and reads nothing else (no numbers).</summary>
internal sealed class SnakeCaseEnumConverter<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false)
    where T : struct, Enum;
