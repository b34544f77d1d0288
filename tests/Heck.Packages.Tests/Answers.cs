using System.Text.Json;

namespace Heck.Packages.Tests;

internal static class Answers
{
    /// <summary>Two fronts agree when they give the same payload for the same root; run id and time are each call's own.</summary>
    public static void Agree(JsonElement expected, JsonElement actual)
    {
        Assert.Equal(expected.GetProperty("cmd").GetString(), actual.GetProperty("cmd").GetString());
        Assert.Equal(expected.GetProperty("meta").GetProperty("root").GetString(), actual.GetProperty("meta").GetProperty("root").GetString());
        Assert.Equal(expected.GetProperty("payload").GetRawText(), actual.GetProperty("payload").GetRawText());
    }
}
