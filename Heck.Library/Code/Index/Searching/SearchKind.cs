using System.Text.Json.Serialization;
using Heck.Contracts;

namespace Heck.Code.Index.Searching;

/// <summary>What a search looks for.</summary>
[JsonConverter(typeof(SnakeCaseEnumConverter<SearchKind>))]
public enum SearchKind
{
    /// <summary>Files, by their paths.</summary>
    File,

    /// <summary>Declared symbols, by their names.</summary>
    Symbol,

    /// <summary>Places in texts, by the words they hold.</summary>
    Text,
}
