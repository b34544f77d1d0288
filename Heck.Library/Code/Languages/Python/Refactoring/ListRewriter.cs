using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>Gives a list in brackets other items and keeps its layout: what stands between items stays where it is.</summary>
internal static class ListRewriter
{
    /// <param name="list">The node in brackets.</param>
    /// <param name="items">The items that it has.</param>
    /// <param name="wanted">The items that it shall have; each is a present one, moved or not, or new code.</param>
    public static IEnumerable<ProposedEdit> Rewrite(PythonNode list, IReadOnlyList<PythonNode> items, IReadOnlyList<(PythonNode? Present, CodeText Code)> wanted)
    {
        var path = list.File.Path;
        if (items.Count == 0)
        {
            if (wanted.Count > 0) yield return new ProposedEdit(path, list.Start + 1, list.End - 1, Joined(wanted, ", "));
            yield break;
        }

        if (wanted.Count == 0)
        {
            yield return ProposedEdit.Delete(path, list.Start + 1, list.End - 1);
            yield break;
        }

        var both = Math.Min(items.Count, wanted.Count);
        for (var at = 0; at < both; at++)
        {
            if (wanted[at].Present == items[at]) continue;
            yield return new ProposedEdit(path, items[at].Start, items[at].End, wanted[at].Code);
            if (MovedComment(list, items[at], wanted[at].Present) is { } comment) yield return comment;
        }

        if (items.Count > both) yield return ProposedEdit.Delete(path, items[both - 1].End, items[^1].End);
        if (wanted.Count > both) yield return ProposedEdit.Insert(path, items[^1].End, new CodeText().Write(Separator(list, items)).Append(Joined([.. wanted.Skip(both)], Separator(list, items))));
    }

    /// <summary>The comment at the end of an item's line goes with the item.</summary>
    private static ProposedEdit? MovedComment(PythonNode list, PythonNode slot, PythonNode? item)
    {
        var (present, wanted) = (CommentOf(list, slot), item is { } moved ? CommentOf(list, moved) : null);
        if (present is null && wanted is null) return null;
        var text = slot.File.Text.Utf8.Span;
        var start = slot.End;
        while (start < text.Length && text[start] == ',') start++;
        var code = wanted is { } comment ? new CodeText().Write("  ").Copy(comment.File.Path, comment.Start, comment.End) : new CodeText();
        return new ProposedEdit(slot.File.Path, start, present?.End ?? start, code);
    }

    private static PythonNode? CommentOf(PythonNode list, PythonNode item)
    {
        var lines = item.File.Text.Lines;
        var line = lines.PositionAt(item.End).Line;
        var isLastOnLine = !list.Children.Any(c => c.Start >= item.End && lines.PositionAt(c.Start).Line == line);
        return isLastOnLine ? list.Descendants(Kinds.Comment).Where(c => c.Start >= item.End && lines.PositionAt(c.Start).Line == line).Select(c => (PythonNode?)c).FirstOrDefault() : null;
    }

    private static CodeText Joined(IReadOnlyList<(PythonNode? Present, CodeText Code)> items, string separator)
    {
        var code = new CodeText();
        foreach (var (item, index) in items.Select((w, i) => (w.Code, i))) code.Append(index == 0 ? item : new CodeText().Write(separator).Append(item));
        return code;
    }

    /// <summary>A new line for each item where each has one now.</summary>
    private static string Separator(PythonNode list, IReadOnlyList<PythonNode> items)
    {
        var text = list.File.Text;
        var lines = items.Select(i => text.Lines.PositionAt(i.Start).Line).ToList();
        return lines.Distinct().Count() == items.Count && lines[0] > text.Lines.PositionAt(list.Start).Line ? ",\n" + Indentation.Of(text, items[0].Start) : ", ";
    }
}
