using System.Collections.Concurrent;
using System.Text.Json;
using NJsonSchema;

namespace Heck.Tests.Shared;

/// <summary>Every envelope that a test sees passes through here and is held against the committed schema of its verb.</summary>
internal static partial class Envelopes
{
    private static readonly string SchemaFolder = Path.Combine(Checkout.Root, "schemas");
    private static readonly ConcurrentDictionary<string, Task<JsonSchema>> Schemas = new();

    /// <summary>What a process printed: exactly one envelope.</summary>
    public static async Task<JsonElement> ValidAsync(string stdout)
    {
        var json = JsonDocument.Parse(stdout).RootElement.Clone();
        var cmd = json.GetProperty("cmd").GetString()!;
        if (json.GetProperty("meta").GetProperty("schema").GetString() == "error/1") return json;
        var schema = await Schemas.GetOrAdd(cmd, c => JsonSchema.FromFileAsync(Path.Combine(SchemaFolder, c.Replace(' ', '-') + ".envelope.json")));
        Assert.Empty(schema.Validate(stdout).Select(e => e.ToString()));
        return json;
    }
}
