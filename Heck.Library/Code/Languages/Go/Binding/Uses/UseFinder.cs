using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Refactoring;

namespace Heck.Code.Languages.Go.Binding.Uses;

/// <summary>Says of each identifier what it declares or means.</summary>
internal sealed class UseFinder(GoChecker checker, SymbolFactory symbols)
{
    /// <summary>The identifiers of a file that are spelled so.</summary>
    public IEnumerable<NameUse> In(GoFile file, string name)
    {
        var bytes = System.Text.Encoding.UTF8.GetBytes(name);
        for (var i = 0; i < file.Tree.Count; i++)
        {
            var node = file.At(i);
            if (IsName(node.Kind) && file.Tree.Text(i).SequenceEqual(bytes)) yield return At(node);
            else if (node.Kind == K.ImportSpec && !node.Get(F.Name).Exists && ImportAt(node, name) is { } import) yield return import;
        }
    }

    /// <summary>Every identifier of a file but the package clause's, which belongs to all files of the package.</summary>
    public IEnumerable<NameUse> All(GoFile file)
    {
        for (var i = 0; i < file.Tree.Count; i++)
        {
            var node = file.At(i);
            if (IsName(node.Kind) && node.Parent.Kind != K.PackageClause) yield return At(node);
            else if (node.Kind == K.ImportSpec && !node.Get(F.Name).Exists && checker.Names.NameOf(node) is { } name && ImportAt(node, name) is { } import) yield return import;
        }
    }

    /// <summary>The identifier at an offset.</summary>
    public NameUse? AtOffset(GoFile file, int offset, string name)
    {
        var node = file.At(file.Tree.Covering(offset, offset + 1));
        return IsName(node.Kind) ? At(node) : node.Ancestor(K.ImportSpec) is { Exists: true } spec ? ImportAt(spec, name) : null;
    }

    public static bool IsName(K kind) => kind is K.Identifier or K.TypeIdentifier or K.FieldIdentifier or K.PackageIdentifier or K.LabelName;

    private NameUse? ImportAt(GoNode spec, string name)
    {
        var path = spec.Get(F.Path);
        if (spec.File.Scopes.DeclaredAt(path) is not { } import || checker.Names.ImportNamed(spec.File, name) != import) return null;
        var clash = spec.File.Package.Find(name) is { } global && global.Declarations.Any(d => FileHead.MayMeet(d.File.Path, spec.File.Path)) ? global : null;
        var symbol = clash is not null ? symbols.Of(clash) : symbols.OfImport(import, name);
        return new NameUse(spec.File.Path, path.Start, path.End - path.Start, symbol, IsDeclaration: true, Form: $"{NameUse.Hole} {path.Text}");
    }

    private NameUse At(GoNode node)
    {
        var declared = node.File.Scopes.DeclaredAt(node);
        if (declared is { IsEmbedded: false }) return Use(node, Declared(declared), isDeclaration: true);
        var found = Resolve(node);
        if (found.IsNothing) found = Found.Open("no such name is found where it should be");
        return found.Why is null ? Use(node, symbols.Of(found, node.Text)) : Open(node, found);
    }

    /// <summary>What an identifier that declares nothing means.</summary>
    public Found Resolve(GoNode node)
    {
        var parent = node.Parent;
        if (parent.Kind == K.PackageClause) return node.File.Package.Files[0].PackageClause.IsNone ? Found.Nothing : new Found(symbols.ObjectOf(symbols.OfPackage(node.File.Package)));
        if (node.Kind == K.LabelName) return node.File.Scopes.FindLabel(node) is { } label ? new Found(label) : Found.Nothing;
        if (parent.Kind == K.SelectorExpression && node.Field == F.Field) return checker.Select(parent.Get(F.Operand), node);
        if (parent.Kind == K.QualifiedType && node.Field == F.Name) return checker.Select(parent.Get(F.Package), node);
        if (parent.Kind == K.LiteralElement && parent.Field == F.Key && parent.Parent.Kind == K.KeyedElement) return Key(node, parent.Parent.Parent);
        return checker.Names.Find(node, node.Text);
    }

    /// <summary>A key is a field in a literal of a struct, and an expression in any other.</summary>
    private Found Key(GoNode key, GoNode braces)
    {
        var type = checker.OfLiteral(braces);
        var lexical = checker.Names.Find(key, key.Text);
        return checker.Underlying(type) switch
        {
            GoType.Struct(var node, _) => node.File.Scopes.MembersOf(node).FirstOrDefault(m => m.Name == key.Text && (m.IsExported || node.File.Package == key.File.Package)) is { } field ? new Found(field.Canonical) : Found.Nothing,
            GoType.Map or GoType.Slice or GoType.Array => lexical,
            GoType.External external when StandardTypes.IsKeyed(external) => lexical,
            GoType.External external when lexical.Object is null or { Kind: ObjectKind.Predeclared } || ImportPaths.IsStandard(external.Path) => Found.Outside(external.Path, GoType.None),
            GoType.Unknown when type is GoType.Named(var named, _) && OfVariants(named, key) is { } field => field,
            _ => Found.Open("a key of a literal whose type is not known", lexical.Object is { } o ? [o] : null),
        };
    }

    private static Found? OfVariants(GoObject type, GoNode key) => type.Declarations
        .SelectMany(d => d.File.Scopes.MembersOf(d.Declaration.Get(F.Type))).FirstOrDefault(m => m.Name == key.Text) is { } field ? new Found(field.Canonical) : null;

    /// <summary>The declared object, or one that stands in its way: the same block, the same type, or an import has the name already.</summary>
    private BoundSymbol Declared(GoObject declared) => symbols.Of(Clash(declared) ?? declared);

    private GoObject? Clash(GoObject declared)
    {
        var package = declared.File.Package;
        return declared.Kind switch
        {
            ObjectKind.Import => package.Find(declared.Name) is { } global && global.Declarations.Any(d => FileHead.MayMeet(d.File.Path, declared.File.Path)) ? global : null,
            ObjectKind.Field or ObjectKind.InterfaceMethod => MemberClash(declared),
            ObjectKind.Method => declared.Canonical.Owner is { } owner ? OwnMembers(owner).FirstOrDefault(m => m.Name == declared.Name) : null,
            _ when package.Find(declared.Name) == declared.Canonical => checker.Names.ClashingImport(declared.Canonical),
            _ => declared.File.Scopes.BlockOf(declared)?.Clash(declared),
        };
    }

    private static GoObject? MemberClash(GoObject member)
    {
        var type = member.NameNode.Ancestor(K.StructType, K.InterfaceType);
        if (member.File.Scopes.MembersOf(type).FirstOrDefault(m => m.Name == member.Name && m.Canonical != member.Canonical) is { } twin) return twin;
        return type.Parent.Kind == K.TypeSpec && member.File.Scopes.DeclaredAt(type.Parent.Get(F.Name)) is { } named ? member.File.Package.Method(named.Canonical, member.Name) : null;
    }

    private static IEnumerable<GoObject> OwnMembers(GoObject type) => type.Declarations.SelectMany(d => d.File.Scopes.MembersOf(d.Declaration.Get(F.Type)));

    private static NameUse Use(GoNode node, BoundSymbol? symbol, bool isDeclaration = false) =>
        new(node.File.Path, node.Start, node.End - node.Start, symbol, isDeclaration, MayBe: symbol is null ? [] : null);

    private NameUse Open(GoNode node, Found found) =>
        new(node.File.Path, node.Start, node.End - node.Start, null, Why: found.Why, MayBe: found.MayBe is { } some ? [.. some.Select(symbols.Of)] : null);
}
