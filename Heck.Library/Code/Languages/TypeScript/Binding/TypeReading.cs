using Heck.Code.Refactoring;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Binding;

/// <summary>The reading of what one name means: how many questions about types it has asked, and whether anybody still waits for it.</summary>
internal sealed class TypeReading(string name, CancellationToken ct)
{
    /// <summary>Some ten seconds of work. Types that grow when they are looked at would ask for ever.</summary>
    private const int MostSteps = 10_000_000;

    /// <summary>A look at the token costs as much as a question.</summary>
    private const int StepsBetweenLooks = 0x400;

    private int _steps;

    /// <exception cref="HeckException"><c>refactor.unknown_occurrences</c>: there were too many.</exception>
    public void Step()
    {
        if (++_steps % StepsBetweenLooks == 0) ct.ThrowIfCancellationRequested();
        if (_steps > MostSteps)
            throw ErrorTable.RefactorUnknownOccurrences.With(
                $"What '{name}' means takes more than {MostSteps:N0} questions about types.", "Rename in a smaller folder with --repo, or write the types of the values that have such a member.", PlaceDetails.Of([]));
    }
}
