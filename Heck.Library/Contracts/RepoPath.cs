using System.Text.Json;
using System.Text.Json.Serialization;
using Heck.Contracts.Errors;

namespace Heck.Contracts;

/// <summary>
/// A path relative to the repository root: segments joined by <c>/</c>, no segment empty, <c>.</c> or <c>..</c>, no NUL. Compared by ordinal.
/// This is the lexical rule only; whether a path may be written is asked of the path gate, where the write happens.
/// The default value is the root itself. Immutable.
/// </summary>
[JsonConverter(typeof(RepoPathConverter))]
public readonly record struct RepoPath : IComparable<RepoPath>
{
    private readonly string? _value;

    private RepoPath(string value) => _value = value;

    /// <summary>The text with <c>/</c> between segments; empty for the root.</summary>
    public string Value => _value ?? "";

    /// <summary>The last segment.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The extension of the last segment with its dot, or empty. <c>.gitignore</c> has none.</summary>
    public string Extension => Name.LastIndexOf('.') is var dot and > 0 ? Name[dot..] : "";

    /// <summary>The folder that holds it; the root's parent is the root.</summary>
    public RepoPath Parent => Value.LastIndexOf('/') is var slash and >= 0 ? new RepoPath(Value[..slash]) : default;

    /// <summary>Reads a relative path with <c>/</c> between segments.</summary>
    /// <exception cref="HeckException"><c>path.invalid</c>: it is absolute, leaves the root, or has an empty segment or a NUL.</exception>
    public static RepoPath Parse(string text) => TryParse(text, out var path)
        ? path
        : throw ErrorTable.PathInvalid.With($"'{text}' is not a path inside the repository.", "Give a path relative to the repository root, with '/' between its parts and without '..'.");

    /// <summary>Reads a relative path with <c>/</c> between segments; false when it breaks the rule.</summary>
    public static bool TryParse(string text, out RepoPath path)
    {
        path = default;
        if (text.Length == 0) return true;
        if (text[0] == '/' || text.Contains('\0')) return false;
        foreach (var range in text.AsSpan().Split('/'))
        {
            var segment = text.AsSpan(range);
            if (segment.Length == 0 || segment is "." or "..") return false;
        }

        path = new RepoPath(text);
        return true;
    }

    /// <summary>Adds segments below.</summary>
    public RepoPath Combine(string relative) => Parse(Value.Length == 0 ? relative : Value + "/" + relative);

    /// <summary>True when this is <paramref name="folder"/> or lies below it.</summary>
    public bool IsWithin(RepoPath folder) => folder.Value.Length == 0
        || Value == folder.Value
        || (Value.Length > folder.Value.Length && Value[folder.Value.Length] == '/' && Value.StartsWith(folder.Value, StringComparison.Ordinal));

    /// <inheritdoc/>
    public int CompareTo(RepoPath other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc/>
    public override string ToString() => Value;

    /// <summary>Orders by ordinal.</summary>
    public static bool operator <(RepoPath left, RepoPath right) => left.CompareTo(right) < 0;

    /// <summary>Orders by ordinal.</summary>
    public static bool operator >(RepoPath left, RepoPath right) => left.CompareTo(right) > 0;

    /// <summary>Orders by ordinal.</summary>
    public static bool operator <=(RepoPath left, RepoPath right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by ordinal.</summary>
    public static bool operator >=(RepoPath left, RepoPath right) => left.CompareTo(right) >= 0;
}

internal sealed class RepoPathConverter : JsonConverter<RepoPath>
{
    public override RepoPath Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && RepoPath.TryParse(reader.GetString()!, out var path)
            ? path
            : throw new JsonException("Expected a path relative to the repository root.");

    public override void Write(Utf8JsonWriter writer, RepoPath value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);

    public override RepoPath ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, RepoPath value, JsonSerializerOptions options) => writer.WritePropertyName(value.Value);
}
