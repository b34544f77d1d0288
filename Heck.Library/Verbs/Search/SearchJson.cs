using System.Text.Json.Serialization;

namespace Heck.Verbs.Search;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(SearchPayload))]
internal sealed partial class SearchJson : JsonSerializerContext;
