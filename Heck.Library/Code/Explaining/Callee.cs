using Heck.Code.Languages;
using Heck.Code.Index.Querying;

namespace Heck.Code.Explaining;

/// <summary>Something that a symbol uses.</summary>
/// <param name="Name">As it is used.</param>
/// <param name="Role">How it is used first.</param>
/// <param name="Line">Where it is used first.</param>
/// <param name="Target">The declaration, when there is one that may be meant before all others.</param>
/// <param name="From">The specifier of the import, when it comes from outside the repository.</param>
/// <param name="Candidates">How many declarations bear the name.</param>
/// <param name="Certainty">Of <paramref name="Target"/>.</param>
internal sealed record Callee(string Name, ReferenceRole Role, int Line, SymbolRow? Target, string? From, int Candidates, Certainty Certainty);
