using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Rename;

/// <summary>Collects what a rename would break and tells it by places of the present sources: what was asked, what would be hurt, what stands in the way.</summary>
internal sealed class ConflictReport(IWorkspace workspace, NameUse asked, string newName, IReadOnlyList<NameUse> newUsesBefore)
{
    /// <summary>More conflicts than a person reads in one message.</summary>
    private const int MostPlaces = 40;

    private readonly List<Place> _places = [];
    private bool _taken;

    /// <summary>A use that would mean something else.</summary>
    /// <param name="use">The use as it is now.</param>
    /// <param name="now">What it would mean, by places of the present sources.</param>
    /// <param name="isRenamed">Whether the edit changes this use.</param>
    public void Add(NameUse use, IReadOnlyList<BoundSymbol> now, bool isRenamed)
    {
        _taken |= use.IsDeclaration && now.Count > 0;
        AddPlace(use.Path, use.Start, isRenamed ? "renamed reference" : "hurt");
        var inTheWay = isRenamed
            ? now.FirstOrDefault(s => s != asked.Symbol) ?? newUsesBefore.FirstOrDefault(u => u.IsDeclaration)?.Symbol
            : use.Symbol;
        if (inTheWay is { Offset: >= 0 }) AddPlace(inTheWay.Path, inTheWay.Offset, "in the way");
    }

    public void ThrowIfAny()
    {
        if (_places.Count == 0) return;
        var places = _places.Distinct().Take(MostPlaces).Prepend(PlaceOf(asked.Path, asked.Start, "asked")).ToList();
        var details = PlaceDetails.Of(places);
        throw _taken
            ? ErrorTable.RefactorNameTaken.With($"'{newName}' is already declared where '{asked.Symbol!.Name}' lives, see {places[1]}.", details: details)
            : ErrorTable.RefactorCapture.With($"With the name '{newName}' the reference at {places[1]} would mean another declaration.", details: details);
    }

    private void AddPlace(RepoPath path, int offset, string role) => _places.Add(PlaceOf(path, offset, role));

    private Place PlaceOf(RepoPath path, int offset, string role) =>
        workspace.Read(path) is { } text && offset <= text.Utf8.Length ? text.PlaceAt(path, offset, role) : new Place(path, 1, 1, role);
}
