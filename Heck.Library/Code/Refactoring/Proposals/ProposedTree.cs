using System.Text;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Proposals;

/// <summary>The sources as a proposal would make them, and where everything in the present sources would stand.</summary>
internal sealed class ProposedTree
{
    private readonly IWorkspace _workspace;
    private readonly Proposal _proposal;
    private readonly List<Copy> _copies = [];
    private readonly List<(BoundSymbol Symbol, RepoPath Path, int At)> _declared = [];
    private readonly List<(BoundSymbol Symbol, RepoPath Path, int At)> _used = [];
    private readonly Dictionary<RepoPath, EditSet> _edits = [];

    public ProposedTree(IWorkspace workspace, Proposal proposal)
    {
        (_workspace, _proposal) = (workspace, proposal);
        var edited = proposal.Edits.GroupBy(e => e.Path).Select(g => Edited(g.Key, [.. g])).ToList();
        var created = proposal.Created.Select(c => Created(c.Key, c.Value));
        var deleted = proposal.Deleted.Select(d => new ProposedFile(d, workspace.Read(d), null));
        Files = [.. edited.Concat(created).Concat(deleted).OrderBy(f => f.Path)];
        After = new OverlayWorkspace(workspace, Files.ToDictionary(f => f.Path, f => f.After));
    }

    /// <summary>The files that differ, ordered by path.</summary>
    public IReadOnlyList<ProposedFile> Files { get; }

    public IWorkspace After { get; }

    /// <summary>New uses, and the present symbols that they must mean.</summary>
    public IReadOnlyList<(BoundSymbol Symbol, RepoPath Path, int At)> Used => _used;

    /// <summary>Where what stands at an offset now would stand: nowhere when it goes, several times when it is copied.</summary>
    public IReadOnlyList<(RepoPath Path, int At)> PlacesOf(RepoPath path, int offset)
    {
        var places = _copies.Where(c => c.Path == path && c.Start <= offset && offset < c.End).Select(c => (c.To, c.At + offset - c.Start)).ToList();
        if (!_proposal.Deleted.Contains(path) && Kept(path, offset) is { } kept) places.Add((path, kept));
        return places;
    }

    /// <summary>Where the declarations stand that uses of a present symbol may mean.</summary>
    public IEnumerable<(RepoPath Path, int At)> DeclarationsOf(BoundSymbol symbol) =>
        PlacesOf(symbol.Path, symbol.Offset)
            .Concat(_declared.Where(d => d.Symbol == symbol).Select(d => (d.Path, d.At)));

    /// <summary>Whether a symbol found afterwards is one that uses of a present symbol may mean.</summary>
    public bool Is(BoundSymbol found, BoundSymbol wanted) =>
        wanted.Offset < 0 && found == wanted
        || wanted.Offset >= 0 && DeclarationsOf(wanted).Contains((found.Path, found.Offset))
        || _proposal.Equal.Any(e => e.StandsFor == wanted && (e.Symbol.Offset < 0 ? found == e.Symbol : PlacesOf(e.Symbol.Path, e.Symbol.Offset).Contains((found.Path, found.Offset))));

    private int? Kept(RepoPath path, int offset)
    {
        var shift = 0;
        foreach (var edit in _edits.GetValueOrDefault(path)?.Of(path) ?? [])
        {
            if (edit.Start > offset) break;
            if (edit.End > offset) return null;
            shift += Encoding.UTF8.GetByteCount(edit.Text) - edit.Length;
        }

        return offset + shift;
    }

    private ProposedFile Edited(RepoPath path, List<ProposedEdit> edits)
    {
        var before = _workspace.Read(path)!;
        var rendered = edits.GroupBy(e => (e.Start, IsInsert: e.Start == e.End)).OrderBy(g => g.Key.Start).ThenByDescending(g => g.Key.IsInsert)
            .Select(g => (g.Key.Start, End: g.Max(e => e.End), Code: g.Aggregate(new CodeRenderer(_workspace, LineEnds.At(before, g.Key.Start)), (r, e) => r.Add(e.Text)))).ToList();
        var set = _edits[path] = new EditSet(rendered.Select(r => (path, new TextEdit(r.Start, r.End - r.Start, r.Code.Text))));
        var shift = 0;
        foreach (var (start, end, code) in rendered)
        {
            Remember(code, path, start + shift);
            shift += Encoding.UTF8.GetByteCount(code.Text) - (end - start);
        }

        return new ProposedFile(path, before, SourceText.TryDecode(set.Apply(path, before)));
    }

    private ProposedFile Created(RepoPath path, CodeText code)
    {
        var from = code.Pieces.OfType<CodePiece.Copied>().FirstOrDefault()?.Path;
        var model = from is { } source ? _workspace.Read(source) : null;
        var renderer = new CodeRenderer(_workspace, model is null ? "\n" : LineEnds.At(model, 0)).Add(code);
        Remember(renderer, path, 0);
        byte[] bytes = model is null ? Encoding.UTF8.GetBytes(renderer.Text) : [.. model.Bytes.Span[..model.MarkLength], .. model.Encode(renderer.Text)];
        return new ProposedFile(path, null, SourceText.TryDecode(bytes), from);
    }

    private void Remember(CodeRenderer code, RepoPath path, int start)
    {
        foreach (var (piece, at, _) in code.Pieces)
        {
            switch (piece)
            {
                case CodePiece.Copied copied:
                    _copies.Add(new Copy(copied.Path, copied.Start, copied.End, path, start + at));
                    break;
                case CodePiece.Declared declared:
                    _declared.Add((declared.StandsFor, path, start + at));
                    break;
                case CodePiece.Used used:
                    _used.Add((used.Means, path, start + at));
                    break;
            }
        }
    }

    private readonly record struct Copy(RepoPath Path, int Start, int End, RepoPath To, int At);
}
