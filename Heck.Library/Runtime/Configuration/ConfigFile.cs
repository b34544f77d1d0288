using System.ComponentModel.DataAnnotations;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Heck.Contracts.Errors;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Configuration;

/// <summary>Reads <c>.heck/config.json</c>. A misspelt key is an error and not a silent default.</summary>
internal static class ConfigFile
{
    /// <summary>The defaults where there is no file.</summary>
    /// <exception cref="HeckException"><c>config.invalid</c>, with line and column.</exception>
    public static HeckConfig Load(RepositoryLayout layout) =>
        File.Exists(layout.ConfigFile) ? Parse(File.ReadAllBytes(layout.ConfigFile)) : new HeckConfig();

    public static byte[] Serialize(HeckConfig config) => [.. JsonSerializer.SerializeToUtf8Bytes(config, HeckConfigJson.Instance.HeckConfig), (byte)'\n'];

    public static HeckConfig Parse(ReadOnlySpan<byte> content)
    {
        if (content.StartsWith("\uFEFF"u8)) content = content[3..];
        try
        {
            var config = JsonSerializer.Deserialize(content, HeckConfigJson.Instance.HeckConfig)
                ?? throw ErrorTable.ConfigInvalid.With(".heck/config.json holds null and no object.");
            Validate(config, "");
            Validate(config.Index, "index.");
            Validate(config.Patches, "patches.");
            return config;
        }
        catch (JsonException e)
        {
            throw ErrorTable.ConfigInvalid.With($".heck/config.json {Place(content, e)}: {What(e)}", inner: e);
        }
    }

    private static void Validate(object part, string prefix)
    {
        var violations = new List<ValidationResult>();
        if (Validator.TryValidateObject(part, new ValidationContext(part), violations, validateAllProperties: true)) return;
        var told = violations.Select(v => prefix + JsonNamingPolicy.SnakeCaseLower.ConvertName(v.MemberNames.First()) + ": " + v.ErrorMessage);
        throw ErrorTable.ConfigInvalid.With($".heck/config.json: {string.Join(" ", told)}");
    }

    /// <summary>Line and column from 1, the column in UTF-16 units: of the key concerned, or else of where reading stopped.</summary>
    private static string Place(ReadOnlySpan<byte> content, JsonException e)
    {
        var rest = content;
        for (var line = 0L; line < e.LineNumber; line++) rest = rest[(rest.IndexOf((byte)'\n') + 1)..];
        var read = rest[..(int)Math.Min(rest.Length, e.BytePositionInLine ?? 0)];
        var key = read.LastIndexOf(Encoding.UTF8.GetBytes($"\"{Segments(e)[^1]}\""));
        return $"line {(e.LineNumber ?? 0) + 1}, column {Encoding.UTF8.GetCharCount(key < 0 ? read : read[..key]) + 1}";
    }

    // From the path alone: the tool runs without the texts of the base library's messages.
    private static string What(JsonException e)
    {
        var key = string.Join('.', Segments(e)[1..]);
        if (key.Length == 0) return "this is no JSON object.";
        JsonTypeInfo part = key.StartsWith("index.", StringComparison.Ordinal) ? HeckConfigJson.Instance.IndexSettings
            : key.StartsWith("patches.", StringComparison.Ordinal) ? HeckConfigJson.Instance.PatchSettings : HeckConfigJson.Instance.HeckConfig;
        return part.Properties.Any(p => p.Name == Segments(e)[^1])
            ? $"the value of '{key}' is not of the kind expected, or the key stands there twice."
            : $"there is no key '{key}'. Known: {string.Join(", ", part.Properties.Select(p => p.Name))}.";
    }

    // "$.index.max_file_bytes"
    private static string[] Segments(JsonException e) => (e.Path ?? "$").Split('.');
}
