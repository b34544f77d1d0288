using Heck.Code.Refactoring.Edits;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Rename;

/// <summary>
/// Accounts for every whole-word occurrence of the old name in every file of the workspace, so that none is lost: what no binder knows is text.
/// </summary>
internal sealed class TextLedger
{
    private readonly IWorkspace _workspace;
    private readonly IBinder _binder;
    private readonly string _word;
    private readonly List<(RepoPath Path, int Start)> _texts;

    public TextLedger(IWorkspace workspace, IBinder binder, string word, IReadOnlyList<NameUse> uses)
    {
        (_workspace, _binder, _word) = (workspace, binder, word);
        var code = uses.Select(u => (u.Path, u.Start)).ToHashSet();
        _texts = [.. workspace.FilesWithWord(word)
            .SelectMany(path => workspace.Read(path) is { } text ? WholeWords.Find(text.Utf8, word).Select(at => (path, at)) : [])
            .Where(t => !code.Contains(t))];
    }

    /// <summary>The edits of comments and strings that were asked for.</summary>
    public IEnumerable<(RepoPath Path, TextEdit Edit)> Edits(string newName, RenameOptions options) =>
        options is { Comments: false, Strings: false }
            ? []
            : _texts.Where(t => _binder.TextAt(t.Path, t.Start) switch
                {
                    TextKind.Comment => options.Comments,
                    TextKind.String => options.Strings,
                    _ => false,
                })
                .Select(t => (t.Path, new TextEdit(t.Start, System.Text.Encoding.UTF8.GetByteCount(_word), newName)));

    public OccurrenceLedger Sort(Verdicts verdicts, EditSet edits)
    {
        var edited = edits.Files.SelectMany(f => edits.Of(f), (f, e) => (f, e.Start)).ToHashSet();
        return new OccurrenceLedger(
            Places(verdicts.Changed.Select(u => (u.Path, u.Start, (string?)null)).Concat(_texts.Where(edited.Contains).Select(t => (t.Path, t.Start, (string?)"text")))),
            Places(verdicts.Other.Select(u => (u.Path, u.Start, (string?)null))),
            Places(_texts.Where(t => !edited.Contains(t)).Select(t => (t.Path, t.Start, (string?)null))),
            Places(verdicts.Unknown.Select(u => (u.Path, u.Start, u.Why))));
    }

    private List<Place> Places(IEnumerable<(RepoPath Path, int Start, string? Role)> found) =>
        [.. found.OrderBy(f => f.Path).ThenBy(f => f.Start).Select(f => _workspace.Read(f.Path)!.PlaceAt(f.Path, f.Start, f.Role))];
}
