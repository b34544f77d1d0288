using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.Python.Refactoring.Imports;

/// <summary>Takes names out of import statements.</summary>
internal static class ImportEdits
{
    /// <summary>Takes out the names that some identifiers of a statement bind, or the statement when it has no others.</summary>
    public static IEnumerable<ProposedEdit> Remove(PythonNode statement, IReadOnlyCollection<PythonNode> bound)
    {
        var items = statement.ChildrenIn(Fields.Name).ToList();
        var gone = items.Where(i => bound.Any(b => b == i || b.IsWithin(i))).ToList();
        if (gone.Count == items.Count) return Removal.Of([statement]);
        return Runs(items, gone).Select(r => WithComma(items, r.First, r.Last));
    }

    private static IEnumerable<(int First, int Last)> Runs(List<PythonNode> items, List<PythonNode> gone)
    {
        for (var at = 0; at < items.Count; at++)
        {
            if (!gone.Contains(items[at])) continue;
            var first = at;
            while (at + 1 < items.Count && gone.Contains(items[at + 1])) at++;
            yield return (first, at);
        }
    }

    private static ProposedEdit WithComma(List<PythonNode> items, int first, int last)
    {
        var path = items[0].File.Path;
        return last + 1 < items.Count
            ? ProposedEdit.Delete(path, items[first].Start, items[last + 1].Start)
            : ProposedEdit.Delete(path, items[first - 1].End, items[last].End);
    }
}
