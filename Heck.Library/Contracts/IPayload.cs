using Heck.Contracts.Reports;

namespace Heck.Contracts;

/// <summary>What a verb answers: serialized for machines, reported for people.</summary>
public interface IPayload
{
    /// <summary>The same facts for a person, as blocks that a front lays out.</summary>
    Report ToReport();

    /// <summary>True when the verb did its work and found problems: exit code 1.</summary>
    bool FoundProblems() => false;
}
