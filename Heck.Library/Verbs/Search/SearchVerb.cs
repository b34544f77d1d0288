using Heck.Code.Index.Searching;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Search;

internal static class SearchVerb
{
    private const int DefaultLimit = 20;

    public static Task<SearchPayload> RunAsync(SearchRequest request, VerbContext context, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(request.Query)) throw ErrorTable.RequestInvalid.With("The query is empty.", "Say what to look for: a name, a path or words.");
        return context.AskIndexAsync(
            index =>
            {
                context.WarnIfNew(index);
                var hits = CodeSearch.Find(index.Reader, index.Workspace(), request.Query, request.Kind, request.Limit ?? DefaultLimit);
                return Task.FromResult(new SearchPayload { Hits = [.. hits.Select(Place)] });
            },
            ct);
    }

    private static FoundPlace Place(SearchHit hit) => new()
    {
        Path = hit.Path,
        Line = hit.Line,
        Score = hit.Score,
        Symbol = hit.Symbol,
        Kind = hit.SymbolKind,
        Snippet = hit.Snippet,
        Reasons = hit.Reasons,
    };
}
