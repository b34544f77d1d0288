using System.Text.Json.Nodes;
using Heck.Contracts;

namespace Heck.Code.Refactoring;

/// <summary>The <c>places</c> of a refusal.</summary>
internal static class PlaceDetails
{
    public static JsonObject Of(IEnumerable<Place> places) => new()
    {
        ["places"] = new JsonArray([.. places.Select(p => (JsonNode)new JsonObject { ["path"] = p.Path.Value, ["line"] = p.Line, ["column"] = p.Column, ["role"] = p.Role })]),
    };
}
