using System.Text.Json;

namespace Heck.Toolchain.Detection.Manifests;

internal static class PackageJson
{
    private static readonly string[] DependencyKeys = ["dependencies", "devDependencies", "peerDependencies", "optionalDependencies"];

    public static IEnumerable<string> Signs(byte[] content)
    {
        try
        {
            var text = content.AsMemory();
            using var document = JsonDocument.Parse(text.Span.StartsWith("\uFEFF"u8) ? text[3..] : text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? [.. Signs(document.RootElement)]
                : throw new ManifestException("it is no JSON object");
        }
        catch (JsonException e)
        {
            throw new ManifestException($"it is no JSON (line {e.LineNumber + 1})", e);
        }
        catch (InvalidOperationException e)
        {
            // How the reader tells of a name that is no valid Unicode, which it finds only when asked for it.
            throw new ManifestException("a name in it is no valid text", e);
        }
    }

    private static IEnumerable<string> Signs(JsonElement root)
    {
        foreach (var member in root.EnumerateObject())
        {
            yield return "npm-key:" + member.Name;
            if (member.Value.ValueKind == JsonValueKind.Object && DependencyKeys.Contains(member.Name))
            {
                foreach (var dependency in member.Value.EnumerateObject()) yield return "npm:" + dependency.Name;
            }

            // "pnpm@9.1.0+sha512…"
            if (member.Name == "packageManager" && member.Value.ValueKind == JsonValueKind.String) yield return "npm-manager:" + member.Value.GetString()!.Split('@')[0];
        }
    }
}
