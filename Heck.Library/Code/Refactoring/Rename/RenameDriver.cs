using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Operations;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Rename;

/// <summary>
/// Renames a symbol of any language that has a binder: finds everything that is the symbol, edits in memory, binds again and refuses when
/// anything would mean something else. Writes nothing.
/// </summary>
internal sealed class RenameDriver
{
    private readonly IWorkspace _workspace;
    private readonly IBinderFactory _language;
    private readonly IBinder _binder;
    private readonly RefactorScene _scene;
    private readonly Dictionary<RepoPath, RenameDriver> _inFile = [];

    public RenameDriver(IWorkspace workspace, IBinderFactory language)
    {
        (_workspace, _language, _binder) = (workspace, language, language.Bind(workspace));
        _scene = new RefactorScene(workspace, _binder, language);
    }

    /// <summary>Renames what stands at an offset. For a local the ledger is about its file: elsewhere the name cannot mean it.</summary>
    /// <exception cref="HeckException">A <c>refactor.*</c> code with the places: the rename cannot be done safely.</exception>
    public RenameOutcome Rename(RepoPath path, int offset, RenameOptions options, CancellationToken ct)
    {
        return IsLocal(path, offset, ct) ? InFile(path).RenameAll(path, offset, options, ct) : RenameAll(path, offset, options, ct);
    }

    /// <summary>What stands at an offset and every use of its name by verdict, nothing refused; for a second engine, which is asked about the undecided ones.</summary>
    public (BoundSymbol Symbol, Verdicts Verdicts) Look(RepoPath path, int offset, RenameOptions options, CancellationToken ct)
    {
        var symbol = _scene.Symbol(path, offset, ct);
        return (symbol, Verdicts.Of(_binder.UsesOf(symbol.Name, ct), Renamed(symbol, options, ct)));
    }

    /// <summary>Whether what stands at an offset can be used in a part of its file only, and a look at that file tells.</summary>
    public bool IsLocal(RepoPath path, int offset, CancellationToken ct)
    {
        if (!_language.LocalsNeedOneFile) return false;
        var binder = InFile(path)._binder;
        return binder.SymbolAt(path, offset, ct) is { External: null } symbol && symbol.Path == path && binder.ExtentOf(symbol) is not null;
    }

    private RenameDriver InFile(RepoPath path) =>
        _inFile.TryGetValue(path, out var known) ? known : _inFile[path] = new RenameDriver(new OneFileWorkspace(_workspace, path), _language);

    private RenameOutcome RenameAll(RepoPath path, int offset, RenameOptions options, CancellationToken ct)
    {
        var symbol = _scene.Symbol(path, offset, ct);
        var newName = CheckName(symbol, options.NewName);
        var renamed = Renamed(symbol, options, ct);
        var oldUses = _binder.UsesOf(symbol.Name, ct);
        var verdicts = Verdicts.Of(oldUses, renamed).With(options.Decided);
        var asked = verdicts.Changed.FirstOrDefault(u => u.Path == path && u.Start <= offset && offset <= u.Start + u.Length) ?? new NameUse(path, offset, 0, symbol);
        RefuseSyntaxErrors(symbol, verdicts, asked);
        if (!options.AcceptUnknown) _scene.RefuseUnknown(verdicts, PlaceOf(asked), symbol.Name);

        var ledger = new TextLedger(_workspace, _binder, symbol.Name, oldUses);
        verdicts = verdicts with { Changed = [.. verdicts.Changed.Select(u => _binder.Fit(u, newName, ct))] };
        var plan = new RenamePlan(verdicts.Changed, _binder.Hold(_binder.UsesOf(newName, ct), renamed, ct), newName, ledger.Edits(newName, options));
        CheckAfter(plan, renamed, [.. oldUses.Where(u => !options.Decided.GetValueOrDefault((u.Path, u.Start)))], verdicts, asked, newName, ct);
        return new RenameOutcome(symbol, newName, plan.Edits, ledger.Sort(verdicts, plan.Edits));
    }

    private HashSet<BoundSymbol> Renamed(BoundSymbol symbol, RenameOptions options, CancellationToken ct)
    {
        var renamed = new HashSet<BoundSymbol> { symbol };
        foreach (var overload in options.Overloads ? [symbol, .. _binder.OverloadsOf(symbol, ct)] : new[] { symbol })
        {
            var set = _binder.SetOf(overload, ct);
            if (set.Refusal is { } refusal) throw refusal;
            renamed.UnionWith(set.Symbols);
        }

        return renamed;
    }

    private string CheckName(BoundSymbol symbol, string wanted)
    {
        var name = _language.NormalizeName(wanted, symbol.Kind);
        var reason = name == symbol.Name ? "it is the present name" : _language.RejectName(name, symbol.Kind);
        return reason is null ? name : throw ErrorTable.RefactorInvalidName.With($"'{wanted}' cannot be the name of this {symbol.Kind}: {reason}.");
    }

    private void RefuseSyntaxErrors(BoundSymbol symbol, Verdicts verdicts, NameUse asked)
    {
        var extent = _binder.ExtentOf(symbol);
        var errors = verdicts.Changed.Concat(verdicts.Unknown).Select(u => u.Path).Distinct()
            .SelectMany(p => _binder.SyntaxErrorsIn(p), (p, at) => (Path: p, At: at))
            .Where(e => extent is not { } x || (e.At >= x.Start && e.At < x.End))
            .Select(e => _scene.PlaceOf(e.Path, e.At, "syntax error")).ToList();
        if (errors.Count == 0) return;
        throw ErrorTable.RefactorSyntaxErrors.With($"{errors[0]} has a syntax error where '{symbol.Name}' is used.", details: PlaceDetails.Of(errors.Prepend(PlaceOf(asked))));
    }

    private void CheckAfter(
        RenamePlan plan, HashSet<BoundSymbol> renamed, IReadOnlyList<NameUse> oldUses, Verdicts verdicts, NameUse asked, string newName, CancellationToken ct)
    {
        var edited = new OverlayWorkspace(_workspace, plan.Edits);
        var after = _language.Rebind(_binder, edited);
        RefuseNewErrors(plan.Edits, after);
        var newUses = _binder.UsesOf(newName, ct);
        RefuseMerged(after.SetOf(plan.After(asked.Symbol!, renamed), ct), plan, renamed, newUses, asked);
        var report = new ConflictReport(_workspace, asked, newName, newUses);
        new RebindGate(oldUses, newUses, plan, renamed).Check(verdicts, after, asked.Symbol!.Name, newName, report, ct);
        RefuseNewFindings([.. oldUses.Concat(newUses).Select(u => u.Path).Distinct()], after, edited, asked, ct);
    }

    /// <summary>A member of the new name in a base or derived type is overridden without any reference that would show it.</summary>
    private void RefuseMerged(RenameSet now, RenamePlan plan, HashSet<BoundSymbol> renamed, IReadOnlyList<NameUse> newUses, NameUse asked)
    {
        if (now.Refusal is { } refusal) throw refusal;
        var merged = newUses.Where(u => u.IsDeclaration && u.Symbol is { } s && now.Symbols.Contains(plan.After(s, renamed)))
            .Select(u => _scene.PlaceOf(u.Path, u.Start, "in the way")).ToList();
        if (merged.Count == 0) return;
        throw ErrorTable.RefactorNameTaken.With(
            $"'{merged[0]}' already declares the new name, and it would become one with '{asked.Symbol!.Name}'.", details: PlaceDetails.Of(merged.Prepend(PlaceOf(asked))));
    }

    private void RefuseNewErrors(EditSet edits, IBinder after)
    {
        foreach (var path in edits.Files)
        {
            var found = after.SyntaxErrorsIn(path);
            if (found.Count > _binder.SyntaxErrorsIn(path).Count) throw ErrorTable.PatchBreaksSyntax.With($"With the new name {path} would have a syntax error.");
        }
    }

    private void RefuseNewFindings(IReadOnlyCollection<RepoPath> files, IBinder after, OverlayWorkspace edited, NameUse asked, CancellationToken ct)
    {
        var found = after.FindingsIn(files, ct);
        if (found.Count == 0) return;
        var known = _binder.FindingsIn(files, ct).CountBy(f => (f.Path, f.Id)).ToDictionary();
        if (found.GroupBy(f => (f.Path, f.Id)).FirstOrDefault(g => g.Count() > known.GetValueOrDefault(g.Key))?.Last() is not { } first) return;
        var place = edited.Read(first.Path) is { } text ? text.PlaceAt(first.Path, first.Offset, "hurt") : new Place(first.Path, 1, 1, "hurt");
        throw ErrorTable.RefactorBreaksCode.With($"With the new name the compiler would say at {place}: {first.Id} {first.Message}", details: PlaceDetails.Of([PlaceOf(asked), place]));
    }

    private Place PlaceOf(NameUse asked) => _scene.PlaceOf(asked.Path, asked.Start, "asked");
}
