using System.ComponentModel;
using Heck.Contracts.Requests;

namespace Heck.Verbs.Refactoring;

/// <summary>What every refactoring of symbols may say.</summary>
public abstract record RefactorRequest : VerbRequest<RefactorPayload>
{
    /// <summary>Leave undecided uses alone instead of refusing.</summary>
    [Description("Leave uses alone that may mean the symbol and cannot be decided, instead of refusing")]
    public bool AcceptUnknown { get; init; }

    /// <summary>Let the repository's projects be evaluated, in this call.</summary>
    [Description("Trust the repository in this call: C# projects are evaluated by MSBuild, which runs the repository's code")]
    public bool Trust { get; init; }

    /// <summary>Apply the patch in the same call.</summary>
    [Description("Apply the patch as well; asks unless --yes is given")]
    public bool Apply { get; init; }
}
