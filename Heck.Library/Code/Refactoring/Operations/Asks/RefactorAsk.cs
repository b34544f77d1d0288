using Heck.Contracts;

namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>What a user wants of one refactoring.</summary>
/// <param name="Path">The file that it starts from; its language decides who answers.</param>
internal abstract record RefactorAsk(RepoPath Path)
{
    /// <summary>Leave uses alone that may mean the symbol and cannot be decided, instead of refusing.</summary>
    public bool AcceptUnknown { get; init; }
}
