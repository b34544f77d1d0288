using System.Text.Json;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Modules;

/// <summary>Reads manifests and configurations, comments and trailing commas allowed, as TypeScript and editors do.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>The root object, or null when the file is not there or is no JSON object.</summary>
    public static JsonElement? Read(IProjectFiles files, RepoPath path)
    {
        if (files.Read(path) is not { } bytes || SourceText.TryDecode(bytes) is not { } text) return null;
        try
        {
            using var document = JsonDocument.Parse(text.Utf8, Lenient);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    public static JsonElement? Member(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value : null;

    public static string? Text(this JsonElement element, string name) =>
        element.Member(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;
}
