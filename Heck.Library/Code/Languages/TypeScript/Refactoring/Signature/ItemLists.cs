using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.TypeScript.Refactoring.Signature;

/// <summary>Rewrites the items of a list in brackets; the separators, line ends and comments between them stay where they are.</summary>
internal static class ItemLists
{
    /// <param name="list">The node with the brackets.</param>
    /// <param name="items">The present items, at least one.</param>
    /// <param name="after">The items there will be: a present one by its place, or new code.</param>
    public static IEnumerable<ProposedEdit> Rewritten(TsNode list, IReadOnlyList<TsNode> items, IReadOnlyList<(int Old, CodeText? Code)> after)
    {
        var path = list.File.Path;
        var kept = Math.Min(items.Count, after.Count);
        for (var i = 0; i < kept; i++)
        {
            if (after[i].Code is null && after[i].Old == i) continue;
            yield return new ProposedEdit(path, items[i].Start, items[i].End, Of(items, after[i]));
        }

        if (after.Count == 0) yield return ProposedEdit.Delete(path, items[0].Start, TrailingComma(list, items[^1]) is > 0 and var comma ? comma : items[^1].End);
        else if (kept < items.Count) yield return ProposedEdit.Delete(path, items[kept - 1].End, items[^1].End);
        for (var i = kept; i < after.Count; i++)
        {
            var separator = Lines.BeginsLine(items[^1]) ? ",\n" + Lines.IndentOf(items[^1]) : ", ";
            yield return ProposedEdit.Insert(path, items[^1].End, CodeText.Of(separator).Append(Of(items, after[i])));
        }
    }

    private static CodeText Of(IReadOnlyList<TsNode> items, (int Old, CodeText? Code) item) =>
        item.Code ?? CodeText.From(items[item.Old].File.Path, items[item.Old].Start, items[item.Old].End);

    private static int TrailingComma(TsNode list, TsNode last) => list.Children.Where(c => c.Start >= last.End && c.Text == ",").Select(c => c.End).LastOrDefault();
}
