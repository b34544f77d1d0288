using System.ComponentModel;
using Heck.Contracts;

namespace Heck.Verbs.Refactoring;

/// <summary>Every whole-word occurrence of a name in the repository, each in one list.</summary>
public sealed record RefactorOccurrences(
    [property: Description("Changed by the patch")] IReadOnlyList<Place> Changed,
    [property: Description("Proved to mean something else")] IReadOnlyList<Place> OtherSymbol,
    [property: Description("In comments, strings, documents and files of other languages")] IReadOnlyList<Place> TextOnly,
    [property: Description("Cannot be decided; the role says why")] IReadOnlyList<Place> Unknown);
