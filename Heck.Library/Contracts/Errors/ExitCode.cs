namespace Heck.Contracts.Errors;

/// <summary>What the process says to a script when it ends.</summary>
public enum ExitCode
{
    /// <summary>Done.</summary>
    Done = 0,

    /// <summary>Done, and problems were found.</summary>
    ProblemsFound = 1,

    /// <summary>The request or the configuration is wrong.</summary>
    BadRequest = 2,

    /// <summary>The machine lacks something: a tool, a network, a provider.</summary>
    Environment = 3,

    /// <summary>Refused by policy, budget, approval, or because the result could not be trusted.</summary>
    Refused = 4,

    /// <summary>Someone else holds the lock, or the base has moved.</summary>
    Conflict = 5,

    /// <summary>A defect of Heck.</summary>
    Internal = 70,

    /// <summary>Cancelled by the caller.</summary>
    Cancelled = 130,
}
