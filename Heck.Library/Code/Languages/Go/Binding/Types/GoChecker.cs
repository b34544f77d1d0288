using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>
/// Propagates the types that are written: through declarations, calls of functions whose results are known, selectors, indexes, ranges, literals.
/// What it cannot prove it says is unknown. Code is taken to compile.
/// </summary>
internal sealed partial class GoChecker
{
    /// <summary>Deeper nesting of expressions is no program that people write.</summary>
    private const int MostNested = 400;

    private readonly GoProgram _program;
    private readonly Dictionary<GoNode, Meaning> _meanings = [];
    private readonly Dictionary<(GoObject, int), GoType> _types = [];
    private int _depth;

    public GoChecker(GoProgram program)
    {
        _program = program;
        Names = new NameLookup(program);
        Members = new MemberLookup(this);
    }

    public NameLookup Names { get; }

    public MemberLookup Members { get; }

    /// <summary>What an expression, or a type written where an expression may stand, denotes.</summary>
    public Meaning Of(GoNode node)
    {
        if (node.IsNone) return Meaning.Unknown("broken code");
        if (_meanings.TryGetValue(node, out var known)) return known;
        if (_depth > MostNested) return Meaning.Unknown("too deeply nested");
        _meanings[node] = Meaning.Unknown("its type depends on itself");
        _depth++;
        var meaning = Evaluate(node);
        _depth--;
        return _meanings[node] = meaning;
    }

    public GoType TypeOf(GoNode node) => Of(node).Type;

    /// <summary>What a name without a qualifier denotes.</summary>
    public Meaning OfName(GoNode name)
    {
        var found = Names.Find(name, name.Text);
        if (found.Object is not { } declared) return found.External is not null ? OfExternal((GoType.External)found.Type!) : Meaning.Unknown(found.Why!);
        return declared.Kind switch
        {
            ObjectKind.Import => new Meaning(MeaningKind.Package, GoType.None, declared),
            ObjectKind.Type => Meaning.OfType(TypeFor(declared)),
            ObjectKind.TypeParameter => Meaning.OfType(new GoType.Parameter(declared)),
            ObjectKind.Predeclared => OfPredeclared(declared),
            ObjectKind.Label or ObjectKind.Package => Meaning.Unknown("it has no value"),
            _ => Meaning.Value(declared.Declaration.Kind == K.TypeSwitchStatement ? InClause(declared, name) : TypeOf(declared)),
        };
    }

    private static Meaning OfPredeclared(GoObject predeclared) =>
        Universe.IsType(predeclared.Name) ? Meaning.OfType(new GoType.Basic(predeclared.Name))
        : Universe.IsFunction(predeclared.Name) ? new Meaning(MeaningKind.Builtin, GoType.None, predeclared)
        : Meaning.Value(new GoType.Basic(predeclared.Name switch { "nil" => "untyped nil", "iota" => "untyped int", _ => "untyped bool" }));

    /// <summary>Whether a name from outside the standard library is a type or a value is not known; both lead outside only.</summary>
    private static Meaning OfExternal(GoType.External external) =>
        external.Arguments.Count > 0 ? Meaning.Value(external)
        : StandardApi.IsType(external.Full) ? Meaning.OfType(external)
        : Meaning.Value(StandardApi.Variable(external.Full) ?? external);

    /// <summary>What the name after a dot means.</summary>
    public Found Select(GoNode operand, GoNode name)
    {
        var file = operand.File;
        if (operand.Kind is K.Identifier or K.PackageIdentifier)
        {
            var found = Names.Find(operand, operand.Text);
            if (found.Object is { Kind: ObjectKind.Import } import) return InPackage(import, name.Text, file.Package);
            if (found.Why is not null && file.Scopes.Imports.FirstOrDefault(i => i.Name.Length == 0 && _program.NameOf(i) is null && !ImportPaths.IsStandard(GoProgram.PathOf(i))) is { } unnamed)
                return Found.Outside("a package outside", new GoType.External(GoProgram.PathOf(unnamed), name.Text));
        }

        var meaning = Of(operand);
        return Members.Find(meaning.Type, name.Text, file.Package) is var member && meaning.Kind == MeaningKind.Type ? AsMethodExpression(member, meaning.Type) : member;
    }

    private Found InPackage(GoObject import, string name, GoPackage from)
    {
        var path = GoProgram.PathOf(import);
        if (_program.Imported(import) is not { } package) return Found.Outside(path, new GoType.External(path, name));
        if (package.Find(name) is not { } declared) return Found.Open($"package {package.Name} does not declare it", []);
        return declared.IsExported || package == from ? new Found(declared) : Found.Nothing;
    }

    /// <summary><c>T.Method</c> is a function whose first parameter is the receiver.</summary>
    private static Found AsMethodExpression(Found member, GoType receiver) =>
        member.Type is GoType.Function f && member.Object is { Kind: ObjectKind.Method or ObjectKind.InterfaceMethod } ? member with { Type = f with { Parameters = [receiver, .. f.Parameters] } } : member;

    private Meaning OfSelected(GoNode operand, GoNode name)
    {
        var found = Select(operand, name);
        if (found.External is not null) return OfExternalMember(found.Type!);
        if (found.Object is not { } member) return Meaning.Unknown(found.Why ?? "there is no such name");
        return member.Kind switch
        {
            ObjectKind.Type => Meaning.OfType(TypeFor(member)),
            _ => Meaning.Value(found.Type ?? TypeOf(member)),
        };
    }

    private static Meaning OfExternalMember(GoType type) => type is GoType.External external ? OfExternal(external) : Meaning.Value(type);
}
