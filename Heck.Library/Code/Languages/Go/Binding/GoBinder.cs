using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Contracts;

namespace Heck.Code.Languages.Go.Binding;

/// <summary>Says what Go's names mean in one state of the sources.</summary>
internal sealed class GoBinder : IBinder
{
    private readonly GoProgram _program;
    private readonly SymbolFactory _symbols;
    private readonly UseFinder _uses;
    private readonly DocComments _comments;
    private readonly ExampleNames _examples;
    private readonly HiddenUses _hidden;
    private readonly RenameSets _sets;
    private readonly Dictionary<string, IReadOnlyList<NameUse>> _byName = [];
    private readonly Dictionary<RepoPath, IReadOnlyList<NameUse>> _byFile = [];

    public GoBinder(IWorkspace workspace)
    {
        _program = new GoProgram(workspace);
        var checker = Checker = new GoChecker(_program);
        _symbols = new SymbolFactory(_program, checker);
        _uses = new UseFinder(checker, _symbols);
        _comments = new DocComments(_program, checker, _symbols);
        _examples = new ExampleNames(_program, _symbols);
        _hidden = new HiddenUses(_program, _symbols);
        _sets = new RenameSets(_program, checker, _symbols);
    }

    public GoProgram Program => _program;

    public GoChecker Checker { get; }

    public SymbolFactory Symbols => _symbols;

    public UseFinder Uses => _uses;

    public IReadOnlyList<NameUse> UsesIn(RepoPath path, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (_byFile.TryGetValue(path, out var known)) return known;
        return _byFile[path] = _program.File(path) is { } file ? [.. _uses.All(file)] : [];
    }

    public BoundSymbol? SymbolAt(RepoPath path, int offset, CancellationToken ct)
    {
        if (_program.File(path) is not { } file || NameAt(file, offset) is not { Length: > 0 } name) return null;
        var here = UsesOf(name, ct).Where(u => u.Path == path && u.Start <= offset && offset <= u.Start + u.Length).ToList();
        return (here.Find(u => offset < u.Start + u.Length) ?? here.FirstOrDefault())?.Symbol;
    }

    public IReadOnlyList<NameUse> UsesOf(string name, CancellationToken ct)
    {
        if (_byName.TryGetValue(name, out var known)) return known;
        var uses = new List<NameUse>();
        foreach (var file in _program.FilesWith(name))
        {
            ct.ThrowIfCancellationRequested();
            uses.AddRange(_uses.In(file, name));
            uses.AddRange(_comments.In(file, name));
        }

        var declared = uses.Where(u => u is { IsDeclaration: true, Symbol: not null }).Select(u => _symbols.ObjectOf(u.Symbol!)).OfType<GoObject>().Distinct().ToList();
        uses.AddRange(_examples.Of(name, declared));
        uses.AddRange(_hidden.Of(name, declared));

        return _byName[name] = [.. uses.Select(u => Narrow(u, declared)).DistinctBy(u => (u.Path, u.Start)).OrderBy(u => u.Path).ThenBy(u => u.Start)];
    }

    /// <summary>A selector that is open may mean any member of the name that its package can see.</summary>
    private NameUse Narrow(NameUse use, List<GoObject> declared) =>
        use is { Symbol: null, Why: not null, MayBe: null } && _program.File(use.Path) is { } file
            ? use with { MayBe = [.. declared.Where(d => d.IsMember && (d.IsExported || d.File.Package == file.Package)).Select(_symbols.Of)] }
            : use;

    public RenameSet SetOf(BoundSymbol symbol, CancellationToken ct)
    {
        if (symbol.Offset >= 0 && _symbols.ObjectOf(symbol) is null) SymbolAt(symbol.Path, symbol.Offset, ct);
        return _sets.Of(symbol, UsesOf(symbol.Name, ct), ct);
    }

    public (int Start, int End)? ExtentOf(BoundSymbol symbol)
    {
        if (_symbols.ObjectOf(symbol) is not { IsMember: false, Kind: not ObjectKind.Import } local || local.File.Package.Find(local.Name) == local) return null;
        return local.File.Scopes.BlockOf(local) is { } block ? (block.Node.Start, block.Node.End) : null;
    }

    public IReadOnlyList<int> SyntaxErrorsIn(RepoPath path)
    {
        if (_program.File(path)?.Tree is not { ErrorCount: > 0 } tree) return [];
        var errors = new List<int>();
        foreach (var node in tree.Nodes)
        {
            if (node.IsError || node.IsMissing) errors.Add(node.Start);
        }

        return errors.Count > 0 ? errors : [tree.FirstErrorOffset];
    }

    public TextKind TextAt(RepoPath path, int offset)
    {
        if (_program.File(path) is not { } file) return TextKind.Other;
        for (var node = file.At(file.Tree.Covering(offset, offset + 1)); node.Exists; node = node.Parent)
        {
            if (node.Kind == K.Comment) return TextKind.Comment;
            if (node.Kind is K.InterpretedStringLiteral or K.RawStringLiteral) return node.Parent.Kind == K.ImportSpec ? TextKind.Other : TextKind.String;
        }

        return TextKind.Other;
    }

    /// <summary>For tests: whether the identifier at a place means what is declared at another (null: outside); null with the reason when it is open.</summary>
    internal (bool? IsRight, string Said) Claim(RepoPath path, int offset, (RepoPath Path, int Offset)? target)
    {
        if (_program.File(path) is not { } file || NameAt(file, offset) is not { } name) return (null, "no name there");
        if (_uses.AtOffset(file, offset, name) is not { } use) return (null, "not listed");
        if (use.Symbol is not { } symbol) return use.Why is null ? (false, "nothing") : (null, use.Why);
        if (symbol.External is not null) return (target is null, symbol.External);
        var declared = _symbols.ObjectOf(symbol)!;
        return (target is { } t && declared.Declarations.Any(d => d.File.Path == t.Path && d.NameNode.Start == t.Offset), symbol.ToString());
    }

    private string? NameAt(GoFile file, int offset)
    {
        foreach (var at in (int[])[offset, offset - 1])
        {
            if (at < 0 || at >= file.Text.Utf8.Length) continue;
            var node = file.At(file.Tree.Covering(at, at + 1));
            if (UseFinder.IsName(node.Kind)) return node.Text;
            if (node.Kind != K.Comment && node.Ancestor(K.ImportSpec) is { Exists: true } spec && file.Scopes.DeclaredAt(spec.Get(F.Path)) is { } import) return _program.NameOf(import);
        }

        return null;
    }
}
