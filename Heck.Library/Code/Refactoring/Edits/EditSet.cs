using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Edits;

/// <summary>Edits of several files, none overlapping another, ordered by path and offset. Immutable.</summary>
internal sealed class EditSet
{
    private readonly SortedDictionary<RepoPath, TextEdit[]> _byFile = [];

    public EditSet(IEnumerable<(RepoPath Path, TextEdit Edit)> edits)
    {
        foreach (var file in edits.GroupBy(e => e.Path)) _byFile[file.Key] = InOrder(file.Key, file.Select(e => e.Edit));
    }

    public IReadOnlyCollection<RepoPath> Files => _byFile.Keys;

    public IReadOnlyList<TextEdit> Of(RepoPath path) => _byFile.GetValueOrDefault(path) ?? [];

    /// <summary>The file's bytes with its edits spliced in; every byte outside of them stays as it lies on disk.</summary>
    public byte[] Apply(RepoPath path, SourceText text)
    {
        var result = new MemoryStream(text.Bytes.Length + 64);
        var from = 0;
        foreach (var edit in Of(path))
        {
            result.Write(text.Bytes.Span[from..text.ToOriginal(edit.Start)]);
            result.Write(text.Encode(edit.Text));
            from = text.ToOriginal(edit.End);
        }

        result.Write(text.Bytes.Span[from..]);
        return result.ToArray();
    }

    /// <summary>Where an offset outside of edits lies after them. The start of an edit maps to the start of its replacement.</summary>
    public int MapOffset(RepoPath path, int offset)
    {
        var shift = 0;
        foreach (var edit in Of(path))
        {
            if (edit.Start >= offset) break;
            shift += System.Text.Encoding.UTF8.GetByteCount(edit.Text) - edit.Length;
        }

        return offset + shift;
    }

    private static TextEdit[] InOrder(RepoPath path, IEnumerable<TextEdit> edits)
    {
        var ordered = edits.Distinct().OrderBy(e => e.Start).ToArray();
        for (var i = 1; i < ordered.Length; i++)
        {
            if (ordered[i].Start < ordered[i - 1].End) throw new InvalidOperationException($"Edits of {path} overlap at {ordered[i].Start}.");
        }

        return ordered;
    }
}
