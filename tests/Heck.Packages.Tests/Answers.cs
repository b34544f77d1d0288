using System.Text.Json;
using System.Text.Json.Nodes;

namespace Heck.Packages.Tests;

internal static class Answers
{
    /// <summary>Two fronts agree when they give the same payload for the same root; run id, duration and age are each call's own.</summary>
    public static void Agree(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(expected.GetProperty("cmd").GetString(), actual.GetProperty("cmd").GetString());
        Assert.Equal(expected.GetProperty("meta").GetProperty("root").GetString(), actual.GetProperty("meta").GetProperty("root").GetString());
        Assert.Equal(Payload(expected), Payload(actual));
    }

    private static string Payload(JsonElement envelope)
    {
        var payload = JsonNode.Parse(envelope.GetProperty("payload").GetRawText())!;
        (payload["index"] as JsonObject)?.Remove("age_seconds");
        return payload.ToJsonString();
    }
}
