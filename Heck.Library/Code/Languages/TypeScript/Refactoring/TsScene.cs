using System.Text.Json.Nodes;
using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring;

/// <summary>The scene of a refactoring as TypeScript sees it: nodes and symbols instead of offsets.</summary>
internal sealed class TsScene
{
    private readonly RefactorScene _scene;

    public TsScene(RefactorScene scene)
    {
        _scene = scene;
        Program = ((TypeScriptBinder)scene.Binder).Program;
        Names = new TsNames(Program);
        Effects = new Effects(Names);
    }

    public TsProgram Program { get; }

    public TsNames Names { get; }

    public Effects Effects { get; }

    public RefactorScene Shared => _scene;

    public TsFile File(RepoPath path) => Program.Load(path)?.File ?? throw ErrorTable.FileUndecodable.With($"'{path}' cannot be read as text.");

    /// <summary>The name at an offset, or the one that ends there, with the symbol that it means as it stands: an import under another name is that import.</summary>
    public (TsNode Name, TsSymbol Symbol) NameAt(SymbolAsk ask)
    {
        var file = File(ask.Path);
        foreach (var at in new[] { ask.Offset, ask.Offset - 1 })
        {
            if (at < 0 || at >= file.Text.Utf8.Length) continue;
            var node = new TsNode(file, file.Tree.Covering(at, at + 1));
            if (node.Kind.IsIdentifier() && (Names.Of(node) ?? Member(node)) is { IsLibrary: false } symbol) return (node, symbol);
        }

        throw ErrorTable.TargetNotFound.With($"At {_scene.PlaceOf(ask.Path, ask.Offset)} stands no name that this repository declares.", "Point at the name, best at its declaration.");
    }

    /// <summary>Every use of a symbol, in every file, declarations too; undecided ones refuse by the ask.</summary>
    public Verdicts UsesOf(TsSymbol symbol, RefactorAsk ask, CancellationToken ct)
    {
        var bound = _scene.Symbol(symbol.First.Name.File.Path, symbol.First.Name.Start, ct);
        return _scene.UsesOf(bound, ask, ct);
    }

    public BoundSymbol Bound(TsSymbol symbol) => Names.Bound(symbol);

    public TsNode NodeAt(NameUse use)
    {
        var file = File(use.Path);
        return new TsNode(file, file.Tree.Covering(use.Start, use.Start + use.Length));
    }

    public OccurrenceLedger Ledger(IEnumerable<TsNode> changed) => _scene.LedgerOf(changed.Select(c => (c.File.Path, c.Start)));

    public HeckException Refuse(ErrorCode code, TsNode asked, string message, IEnumerable<TsNode> places, string role = "in the way", string? hint = null) =>
        code.With(message, hint, Places(asked, places, role));

    public HeckException Refuse(ErrorCode code, TsNode asked, string message, string? hint = null) => Refuse(code, asked, message, [], hint: hint);

    private JsonObject Places(TsNode asked, IEnumerable<TsNode> others, string role) =>
        _scene.Places(asked.File.Path, asked.Start, others.Distinct().Take(40).Select(o => (o.File.Path, o.Start, role)));

    private TsSymbol? Member(TsNode node)
    {
        if (node.Kind is not (K.PropertyIdentifier or K.PrivatePropertyIdentifier)) return null;
        return Program.Scopes(node.File).DeclaredBy(node) ?? Program.Members.DeclaredBy(node) ?? new Binding.Uses.MemberUses(Program).At(node).SelectMany(u => u.Symbols).FirstOrDefault();
    }
}
