using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>Change the parameters of a function; its calls follow.</summary>
/// <param name="Path">The file.</param>
/// <param name="Offset">UTF-8 offset of the function's name.</param>
/// <param name="Add">Parameters as the language writes them, each with the value that present calls pass: <c>limit: number = 10</c>, <c>limit int = 10</c>, <c>int limit = 10</c>.</param>
/// <param name="Remove">Names of parameters that go.</param>
/// <param name="Order">Names of all parameters that there will be, in their order; empty keeps it and puts new ones last.</param>
internal sealed record ChangeSignatureAsk(
    RepoPath Path, int Offset, IReadOnlyList<string> Add, IReadOnlyList<string> Remove, IReadOnlyList<string> Order) : SymbolAsk(Path, Offset);
