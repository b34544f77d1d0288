using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>Makes the symbols that the frame compares, and finds the objects behind them again.</summary>
internal sealed class SymbolFactory(GoProgram program, GoChecker checker)
{
    private readonly Dictionary<BoundSymbol, GoObject> _objects = [];

    public GoObject? ObjectOf(BoundSymbol symbol) => _objects.GetValueOrDefault(symbol);

    public static BoundSymbol Outside(string name, string from) => new(default, -1, name, "member", from);

    public BoundSymbol Of(GoObject any)
    {
        var of = any.Canonical;
        if (of.Kind == ObjectKind.Predeclared) return Outside(of.Name, "the language");
        if (of.IsEmbedded && OfEmbedded(of) is { } type) return type;
        var name = of.Kind == ObjectKind.Import && of.Name.Length == 0 ? program.NameOf(of) ?? "" : of.Name;
        var symbol = new BoundSymbol(of.File.Path, of.NameNode.Start, name, TestWord(of) ?? Word(of.Kind), ByDot: of.IsMember);
        _objects[symbol] = of;
        return symbol;
    }

    public BoundSymbol? Of(Found found, string name) =>
        found.Object is { } declared ? declared.Kind == ObjectKind.Import && declared.Name.Length == 0 ? OfImport(declared, name) : Of(declared) : found.External is { } from ? Outside(name, from) : null;

    /// <summary>An import without a name is known by its package's, as the use spells it.</summary>
    public BoundSymbol OfImport(GoObject import, string name)
    {
        var symbol = new BoundSymbol(import.File.Path, import.NameNode.Start, name, Word(ObjectKind.Import));
        _objects[symbol] = import;
        return symbol;
    }

    public BoundSymbol OfPackage(GoPackage package)
    {
        var symbol = new BoundSymbol(package.Files[0].Path, package.Files[0].PackageClause.Start, package.Name, Word(ObjectKind.Package));
        _objects[symbol] = new GoObject(ObjectKind.Package, package.Name, package.Files[0].PackageClause, package.Files[0].Root);
        return symbol;
    }

    /// <summary>An embedded field is the type that it embeds.</summary>
    private BoundSymbol? OfEmbedded(GoObject field)
    {
        var name = field.NameNode;
        var found = name.Parent.Kind == K.QualifiedType ? checker.Select(name.Parent.Get(F.Package), name) : checker.Names.Find(name, name.Text);
        return found.Object is { IsEmbedded: true } ? null : Of(found, name.Text);
    }

    /// <summary>The testing package finds its functions by the beginning of their names.</summary>
    private static string? TestWord(GoObject function) =>
        function is { Kind: ObjectKind.Function, File.IsTest: true } && GoNameRule.TestPrefixOf(function.Name) is { } prefix ? $"{prefix} function" : null;

    private static string Word(ObjectKind kind) => kind switch
    {
        ObjectKind.TypeParameter => "type parameter",
        ObjectKind.InterfaceMethod => "method",
        ObjectKind.Result or ObjectKind.Receiver => "parameter",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
