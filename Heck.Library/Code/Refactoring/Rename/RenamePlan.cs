using System.Text;
using Heck.Code.Refactoring.Edits;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Rename;

/// <summary>The edits of a rename, and where each name stands after them.</summary>
internal sealed class RenamePlan
{
    private readonly Dictionary<(RepoPath, int), NameUse> _changed;
    private readonly Dictionary<(RepoPath, int), string> _held;
    private readonly string _newName;

    public RenamePlan(IReadOnlyList<NameUse> changed, IReadOnlyList<HeldUse> held, string newName, IEnumerable<(RepoPath, TextEdit)> textEdits)
    {
        _newName = newName;
        _changed = changed.ToDictionary(u => (u.Path, u.Start));
        _held = held.ToDictionary(h => (h.Use.Path, h.Use.Start), h => h.Prefix);
        Edits = new EditSet(changed.Select(u => (u.Path, new TextEdit(u.Start, u.Length, u.Written(newName))))
            .Concat(changed.Where(u => u.Also is not null).Select(u => (u.Path, u.Also!.Value)))
            .Concat(held.Select(h => (h.Use.Path, new TextEdit(h.Use.Start, 0, h.Prefix)))).Concat(textEdits));
    }

    public EditSet Edits { get; }

    /// <summary>Where the new name of a changed use begins.</summary>
    public int NewNameAt(NameUse use) => Edits.MapOffset(use.Path, use.Start) + Bytes(use.Form[..Math.Max(0, use.Form.IndexOf(NameUse.Hole, StringComparison.Ordinal))]);

    /// <summary>Where an unchanged use begins afterwards; for one that shares its place with a changed use, where the form keeps the old name.</summary>
    public int After(NameUse use)
    {
        var start = Edits.MapOffset(use.Path, use.Start);
        if (_held.TryGetValue((use.Path, use.Start), out var prefix)) return start + Bytes(prefix);
        if (!_changed.TryGetValue((use.Path, use.Start), out var edited) || !edited.Form.Contains(NameUse.Hole, StringComparison.Ordinal)) return start;
        if (edited.Also is { Length: 0 } kept) return Edits.MapOffset(use.Path, kept.Start);
        var parts = edited.Form.Split(NameUse.Hole);
        return parts[0].Length > 0 ? start : start + Bytes(_newName) + Bytes(parts[1]) - use.Length;
    }

    /// <summary>The symbol as the binder must know it after the edits.</summary>
    public BoundSymbol After(BoundSymbol symbol, IReadOnlySet<BoundSymbol> renamed)
    {
        if (symbol.Offset < 0) return symbol;
        var isRenamed = renamed.Contains(symbol);
        var declaration = _changed.GetValueOrDefault((symbol.Path, symbol.Offset));
        var offset = isRenamed && declaration is not null ? NewNameAt(declaration)
            : declaration is not null ? After(declaration with { Length = Bytes(symbol.Name) })
            : Edits.MapOffset(symbol.Path, symbol.Offset);
        return symbol with { Offset = offset, Name = isRenamed ? _newName : symbol.Name };
    }

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
