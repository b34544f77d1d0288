using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Binding;

/// <summary>Says what names mean in TypeScript and JavaScript.</summary>
internal sealed class TypeScriptBinder(IWorkspace workspace) : IBinder
{
    private readonly TsProgram _program = new(workspace);
    private readonly Dictionary<string, NameAnalysis> _analyses = [];

    public BoundSymbol? SymbolAt(RepoPath path, int offset, CancellationToken ct)
    {
        if (_program.Load(path)?.File is not { } file || NameAt(file, offset) is not { Exists: true } name) return null;
        return UsesOf(name.Text, ct).FirstOrDefault(u => u.Path == path && u.Start == name.Start)?.Symbol;
    }

    public IReadOnlyList<NameUse> UsesOf(string name, CancellationToken ct) => Analyse(name, ct).Uses;

    /// <summary>The files as this binder reads them, for refactorings of the language.</summary>
    public TsProgram Program => _program;

    public IReadOnlyList<NameUse> UsesIn(RepoPath path, CancellationToken ct) => _program.Load(path) is { } file ? Meant(new UseFinder(_program).In(file.File, null, withMembers: true, ct)) : [];

    public IReadOnlyList<NameUse> UsesToCapture(string name, CancellationToken ct) =>
        Meant(_program.FilesWith(name).SelectMany(f => new UseFinder(_program).In(f.File, name, withMembers: false, ct)));

    private List<NameUse> Meant(IEnumerable<FoundUse> found)
    {
        var uses = new List<NameUse>();
        foreach (var use in found)
        {
            NameUse Use(BoundSymbol? symbol, string? why = null) => new(use.Name.File.Path, use.Name.Start, use.Name.End - use.Name.Start, symbol, Why: why);
            if (use.Unknown is { } why) uses.Add(Use(null, why));
            else if (use.External is { } from && use.Symbols.Count == 0) uses.Add(Use(new BoundSymbol(default, -1, use.Name.Text, "external", from)));
            else uses.AddRange(use.Symbols.Select(s => Use(_program.Modules.Meant(s))));
        }

        return uses;
    }

    public RenameSet SetOf(BoundSymbol symbol, CancellationToken ct)
    {
        var analysis = Analyse(symbol.Name, ct);
        var places = analysis.SymbolsOf(symbol).SelectMany(s => s.Declarations).Where(d => !d.Name.File.IsLibrary)
            .Select(d => d.Name.File.Text.PlaceAt(d.Name.File.Path, d.Name.Start, "declared"));
        if (analysis.OutsideOf(symbol) is { } from)
            return new RenameSet([symbol], ErrorTable.RefactorExternal.With($"'{symbol.Name}' must agree with a member of {from}, outside the workspace.", details: PlaceDetails.Of(places)));
        if (analysis.UnclearOf(symbol) is { } why)
            return new RenameSet([symbol], ErrorTable.RefactorUnknownOccurrences.With($"Whether '{symbol.Name}' overrides a member of a base cannot be decided: {why}.", details: PlaceDetails.Of(places)));
        return new RenameSet([symbol]);
    }

    public (int Start, int End)? ExtentOf(BoundSymbol symbol)
    {
        if (symbol.Offset < 0 || symbol.ByDot || _program.Load(symbol.Path) is not { } file) return null;
        var name = new TsNode(file.File, file.File.Tree.Covering(symbol.Offset, symbol.Offset + 1));
        if (name.Kind == K.StatementIdentifier) return (name.Parent.Start, name.Parent.End);
        for (var scope = file.ScopeAt(name); scope is not null; scope = scope.Parent)
        {
            if (!scope.Names.TryGetValue(symbol.Name, out var found) || !found.Declarations.Exists(d => d.Name == name)) continue;
            return scope.Parent is null || scope.Container is not null || IsOfModule(scope.Node) ? null : (scope.Node.Start, scope.Node.End);
        }

        return null;
    }

    /// <summary>The block of <c>declare global</c> or <c>declare module "name"</c>.</summary>
    private static bool IsOfModule(TsNode node) => node.Kind is K.Module or K.InternalModule || node.Parent.Kind is K.AmbientDeclaration or K.Module or K.InternalModule;

    public IReadOnlyList<int> SyntaxErrorsIn(RepoPath path)
    {
        if (_program.Load(path)?.File.Tree is not { ErrorCount: > 0 } tree) return [];
        var errors = new List<int>();
        foreach (var node in tree.Nodes)
        {
            if (node.IsError || node.IsMissing) errors.Add(node.Start);
        }

        while (errors.Count < tree.ErrorCount) errors.Add(tree.FirstErrorOffset);
        return errors;
    }

    public TextKind TextAt(RepoPath path, int offset)
    {
        if (_program.Load(path)?.File is not { } file) return TextKind.Other;
        var node = new TsNode(file, file.Tree.Covering(offset, offset + 1));
        return node.Kind switch
        {
            K.Comment => TextKind.Comment,
            K.String or K.StringFragment or K.TemplateString => TextKind.String,
            _ => TextKind.Other,
        };
    }

    private NameAnalysis Analyse(string name, CancellationToken ct)
    {
        if (_analyses.TryGetValue(name, out var known)) return known;
        _program.Begin(name, ct);
        return _analyses[name] = new NameAnalysis(_program, name, ct);
    }

    /// <summary>The name under an offset, or the one that ends there.</summary>
    private static TsNode NameAt(TsFile file, int offset)
    {
        foreach (var at in new[] { offset, offset - 1 })
        {
            if (at < 0 || at >= file.Text.Utf8.Length) continue;
            var node = new TsNode(file, file.Tree.Covering(at, at + 1));
            if (node.Kind.IsIdentifier() || node.Kind == K.StringFragment) return node;
        }

        return default;
    }
}
