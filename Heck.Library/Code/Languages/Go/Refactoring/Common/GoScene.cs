using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>What Go's refactorings work with: the frame's scene with the binder's own view of the code.</summary>
internal sealed class GoScene(RefactorScene frame)
{
    private readonly GoBinder _binder = (GoBinder)frame.Binder;

    public RefactorScene Frame => frame;

    public GoProgram Program => _binder.Program;

    public GoChecker Checker => _binder.Checker;

    public BoundSymbol SymbolOf(GoObject declared) => _binder.Symbols.Of(declared);

    public GoObject? ObjectOf(BoundSymbol symbol) => _binder.Symbols.ObjectOf(symbol);

    /// <summary>A file that can be refactored.</summary>
    public GoFile File(RepoPath path)
    {
        var file = Program.File(path) ?? throw ErrorTable.RefactorUnsupported.With($"'{path}' is no Go file that can be read.", details: PlaceDetails.Of([new Place(path, 1, 1, "asked")]));
        RefuseUnread(file, new Place(path, 1, 1, "asked"));
        return file;
    }

    /// <summary>Code that is compiled with C, or that the parser could not read, is not known well enough.</summary>
    public void RefuseUnread(GoFile file, Place asked)
    {
        if (file.UsesC) throw ErrorTable.RefactorUnsupported.With($"{file.Path} is compiled with C code that is not read.", details: PlaceDetails.Of([asked]));
        if (file.Tree.ErrorCount == 0) return;
        var place = frame.PlaceOf(file.Path, file.Tree.FirstErrorOffset, "syntax error");
        throw ErrorTable.RefactorSyntaxErrors.With($"{file.Path} has a syntax error at {place}.", details: PlaceDetails.Of([asked, place]));
    }

    /// <summary>The symbol asked about and the object behind it; refused when it is vendored or called by Go itself.</summary>
    public (BoundSymbol Symbol, GoObject Object) Asked(SymbolAsk ask, CancellationToken ct)
    {
        File(ask.Path);
        var symbol = frame.Symbol(ask, ct);
        var declared = _binder.Symbols.ObjectOf(symbol) ?? throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is no symbol that can be refactored.", ask.Path, ask.Offset);
        return (symbol, declared.Canonical);
    }

    /// <summary>The nodes of code that use a symbol or declare it; refused while some use is not known.</summary>
    public List<GoNode> NodesOf(BoundSymbol symbol, RefactorAsk ask, CancellationToken ct)
    {
        var nodes = new List<GoNode>();
        foreach (var use in frame.UsesOf(symbol, ask, ct).Changed.Where(u => u.Symbol == symbol || u.Symbol is null))
        {
            var file = Program.File(use.Path)!;
            var node = file.At(file.Tree.Covering(use.Start, use.Start + use.Length));
            if (!UseFinder.IsName(node.Kind)) continue;
            RefuseUnread(file, frame.PlaceOf(ask.Path, ask is SymbolAsk s ? s.Offset : 0, "asked"));
            nodes.Add(node);
        }

        return nodes;
    }

    /// <summary>What an identifier declares or means; null when that is not known or lies outside.</summary>
    public GoObject? Meaning(GoNode name) =>
        UseFinder.IsName(name.Kind) ? (name.File.Scopes.DeclaredAt(name) ?? _binder.Uses.Resolve(name).Object)?.Canonical : null;

    public static bool Declares(GoNode name) => name.File.Scopes.DeclaredAt(name) is not null;

    public static bool IsPackageLevel(GoObject declared) => declared.NameNode.Exists && declared.File.Package.Find(declared.Name) == declared.Canonical;

    /// <summary>Whether a name belongs to a function: a variable, parameter, constant or type in it.</summary>
    public static bool IsLocal(GoObject declared) =>
        declared.Kind is ObjectKind.Variable or ObjectKind.Parameter or ObjectKind.Result or ObjectKind.Receiver or ObjectKind.Constant or ObjectKind.Type && !IsPackageLevel(declared);

    public static bool IsVariable(GoObject declared) => declared.Kind is ObjectKind.Variable or ObjectKind.Parameter or ObjectKind.Result or ObjectKind.Receiver;

    /// <summary>All nodes below a node, itself first.</summary>
    public static IEnumerable<GoNode> Below(GoNode node)
    {
        if (node.IsNone) yield break;
        var end = node.File.Tree.Nodes[node.Index].Next;
        for (var i = node.Index; i < end; i++) yield return node.File.At(i);
    }

    public static IEnumerable<GoNode> Names(GoNode node) => Below(node).Where(n => UseFinder.IsName(n.Kind));

    public static BoundSymbol Predeclared(string name) => SymbolFactory.Outside(name, "the language");

    public HeckException Refuse(ErrorCode code, string message, RepoPath path, int offset, params IEnumerable<(GoNode Node, string Role)> others) =>
        code.With(message, details: frame.Places(path, offset, others.Where(o => o.Node.Exists).Select(o => (o.Node.File.Path, o.Node.Start, o.Role))));

    public string PlaceOf(GoNode node) => frame.PlaceOf(node.File.Path, node.Start).ToString();

    /// <summary>A name for something new at package level; refused where the package, or an import of a file, has it.</summary>
    public string NewGlobal(string wanted, string kind, GoFile file, int asked)
    {
        var name = frame.NewName(wanted, kind);
        RefuseTaken(name, file.Package, file.Path, asked);
        return name;
    }

    public void RefuseTaken(string name, GoPackage package, RepoPath path, int asked)
    {
        var taken = package.Find(name)?.NameNode ?? package.Files.Select(f => Checker.Names.ImportNamed(f, name)).OfType<GoObject>().FirstOrDefault()?.NameNode;
        if (taken is { } there) throw Refuse(ErrorTable.RefactorNameTaken, $"'{name}' is declared in package {package.Name} already.", path, asked, (there, "in the way"));
    }
}
