using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>Changes what a module lists in <c>__all__</c>.</summary>
internal static class ExportListEdits
{
    /// <summary>The list, where it is one that is written out in one place.</summary>
    public static PythonNode? ListOf(PythonFile file)
    {
        var sites = file.SitesOf("__all__").Where(s => s.Scope == file.Module).ToList();
        if (sites is not [var only] || only.Node.Parent is not { } assignment || !assignment.Is(Kinds.Assignment) || assignment.Child(Fields.Right) is not { } value) return null;
        return (value.Is(Kinds.List) || value.Is(Kinds.Tuple)) && value.Children.All(c => c.Is(Kinds.String)) ? value : null;
    }

    public static IEnumerable<ProposedEdit> Remove(PythonNode entry)
    {
        var items = entry.Parent!.Value.Children.ToList();
        var at = items.IndexOf(entry);
        if (items.Count == 1) return [ProposedEdit.Delete(entry.File.Path, entry.Start, entry.End)];
        return [at + 1 < items.Count ? ProposedEdit.Delete(entry.File.Path, entry.Start, items[at + 1].Start) : ProposedEdit.Delete(entry.File.Path, items[at - 1].End, entry.End)];
    }

    /// <summary>Adds a name where the order of the list puts it, else at the end.</summary>
    public static IEnumerable<ProposedEdit> Add(PythonNode list, string name)
    {
        var items = list.Children.ToList();
        var names = items.Select(i => StringLiteral.Of(i)?.Content ?? "").ToList();
        var quote = items.Count > 0 ? items[0].Text[^1] : '"';
        var entry = CodeText.Of($"{quote}{name}{quote}");
        var isSorted = names.Count > 1 && names.Zip(names.Skip(1)).All(p => string.CompareOrdinal(p.First, p.Second) <= 0);
        var at = isSorted ? names.FindIndex(n => string.CompareOrdinal(n, name) > 0) : -1;
        if (at < 0) return ListRewriter.Rewrite(list, items, [.. items.Select(i => ((PythonNode?)i, new CodeText())), (null, entry)]);
        var text = list.File.Text;
        var isLong = at == 0 ? text.Lines.PositionAt(items[0].Start).Line > text.Lines.PositionAt(list.Start).Line : text.Lines.PositionAt(items[at].Start).Line > text.Lines.PositionAt(items[at - 1].Start).Line;
        return [ProposedEdit.Insert(list.File.Path, items[at].Start, entry.Write(isLong ? ",\n" + Indentation.Of(text, items[at].Start) : ", "))];
    }
}
