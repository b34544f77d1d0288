using System.Text.Json.Serialization;

namespace Heck.Verbs.Search;

[JsonSerializable(typeof(SearchRequest))]
[JsonSerializable(typeof(SearchPayload))]
internal sealed partial class SearchJson : JsonSerializerContext;
