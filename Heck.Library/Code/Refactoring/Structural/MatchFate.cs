using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Structural;

/// <summary>What becomes of a match.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<MatchFate>))]
public enum MatchFate
{
    /// <summary>It is rewritten.</summary>
    Changed,

    /// <summary>Its rule only finds.</summary>
    Found,

    /// <summary>Left alone: it lies in, or overlaps, a match that is rewritten in its stead, the outer one or one of an earlier rule.</summary>
    Nested,

    /// <summary>Left alone: it holds a comment, or a directive of C#, that the rewrite would lose.</summary>
    Comment,
}
