using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Heck.Code.Index.Searching;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Search;

/// <summary>Searches files, symbols and texts.</summary>
[Description("Search files, symbols and texts in the index")]
public sealed record SearchRequest : VerbRequest<SearchPayload>
{
    [Description("A name, words, or part of a path")]
    [Positional(0)]
    public required string Query { get; init; }

    [Description("Look only for this kind")]
    public SearchKind? Kind { get; init; }

    [Description("The most hits to give; default 20")]
    [Range(1, 1000)]
    public int? Limit { get; init; }
}
