using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Operations;

/// <summary>Answers one kind of ask in one language. Writes nothing and need not fear mistakes of meaning: the gate binds the proposal again and compares.</summary>
/// <typeparam name="TAsk">The ask, such as <see cref="ExtractAsk"/>.</typeparam>
internal interface IRefactoring<in TAsk> : IRefactoring
    where TAsk : RefactorAsk
{
    /// <exception cref="HeckException">A <c>refactor.*</c> code with the places: it cannot be done, or not safely.</exception>
    Proposal Propose(TAsk ask, RefactorScene scene, CancellationToken ct);
}
