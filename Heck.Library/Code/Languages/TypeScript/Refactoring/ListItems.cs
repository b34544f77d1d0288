using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Refactoring;

/// <summary>Items of lists with commas.</summary>
internal static class ListItems
{
    /// <summary>What goes when some items of a list go, each range with the comma that is too many. Nothing of the list's own marks is touched.</summary>
    public static IEnumerable<(int Start, int End)> Removal(IReadOnlyList<TsNode> items, IReadOnlySet<TsNode> gone)
    {
        var lastKept = items.Select((item, at) => (item, at)).LastOrDefault(i => !gone.Contains(i.item), (default, -1)).Item2;
        for (var i = 0; i < items.Count; i++)
        {
            if (!gone.Contains(items[i])) continue;
            if (i < lastKept) yield return (items[i].Start, items[i + 1].Start);
            else yield return (lastKept >= 0 || i > 0 ? items[i - 1].End : items[i].Start, items[i].End);
        }
    }
}
