using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <content>Expressions.</content>
internal sealed partial class GoChecker
{
    private Meaning Evaluate(GoNode node)
    {
        switch (node.Kind)
        {
            case K.Identifier or K.TypeIdentifier or K.PackageIdentifier:
                return OfName(node);
            case K.SelectorExpression:
                return OfSelected(node.Get(F.Operand), node.Get(F.Field));
            case K.QualifiedType:
                return OfSelected(node.Get(F.Package), node.Get(F.Name));
            case K.ParenthesizedExpression or K.ParenthesizedType or K.TypeElem or K.LiteralElement when node.Named.Take(2).Count() == 1:
                return Of(node.FirstNamed);
            case K.GenericType when GenericAlias(node.Get(F.Type)) is { } alias:
                return Meaning.OfType(Substitution.Of(TypeParameters(alias), Arguments(node.Get(F.TypeArguments))).Apply(TypeFor(alias)));
            case K.GenericType:
                return OfIndexed(Of(node.Get(F.Type)), node.Get(F.TypeArguments).Named);
            case K.TypeInstantiationExpression:
                return OfIndexed(Of(node.Get(F.Type)), node.Named.Skip(1));
            case K.IndexExpression when GenericAlias(node.Get(F.Operand)) is { } alias:
                return Meaning.OfType(Substitution.Of(TypeParameters(alias), [Read(node.Get(F.Index))]).Apply(TypeFor(alias)));
            case K.IndexExpression:
                return OfIndexed(Of(node.Get(F.Operand)), [node.Get(F.Index)]);
            case K.CallExpression:
                return OfCall(node);
            case K.TypeConversionExpression:
                // The grammar reads *(*T)(x) as a conversion to **T; it is what x converted to *T points to.
                if (node.Get(F.Type) is { Kind: K.PointerType } pointer) return Meaning.Value(Underlying(Read(pointer.FirstNamed)) is GoType.Pointer(var target) ? target : new GoType.Unknown("what a pointer of unknown type points to"));
                return Of(node.Get(F.Type)) is { Kind: MeaningKind.Value, Type: GoType.Function f } ? Meaning.Value(Result(Infer(f, [node.Get(F.Operand)]))) : Meaning.Value(TypeOf(node.Get(F.Type)));
            case K.TypeAssertionExpression:
                return Meaning.Value(Read(node.Get(F.Type)));
            case K.CompositeLiteral:
                return Meaning.Value(Read(node.Get(F.Type)));
            case K.LiteralValue:
                return Meaning.Value(LiteralType(node));
            case K.FuncLiteral:
                return Meaning.Value(Signature(node));
            case K.UnaryExpression:
                return OfUnary(node);
            case K.BinaryExpression:
                return OfBinary(node);
            case K.SliceExpression:
                return Meaning.Value(Sliced(TypeOf(node.Get(F.Operand))));
            case K.VariadicArgument:
                return Of(node.FirstNamed);
            case K.IntLiteral: return Untyped("int");
            case K.FloatLiteral: return Untyped("float");
            case K.ImaginaryLiteral: return Untyped("complex");
            case K.RuneLiteral: return Untyped("rune");
            case K.InterpretedStringLiteral or K.RawStringLiteral: return Untyped("string");
            case K.True or K.False: return Untyped("bool");
            case K.Nil: return Untyped("nil");
            case K.Iota: return Untyped("int");
            default:
                return ReadWritten(node) is { } type ? Meaning.OfType(type) : Meaning.Unknown("an expression that is not known");
        }
    }

    /// <summary>An alias that has type parameters of its own.</summary>
    private GoObject? GenericAlias(GoNode name)
    {
        var found = name.Kind switch
        {
            K.TypeIdentifier or K.Identifier => Names.Find(name, name.Text),
            K.QualifiedType => Select(name.Get(F.Package), name.Get(F.Name)),
            K.SelectorExpression => Select(name.Get(F.Operand), name.Get(F.Field)),
            _ => Found.Nothing,
        };
        return found.Object is { Kind: ObjectKind.Type, Declaration.Kind: K.TypeAlias } alias && TypeParameters(alias).Count > 0 ? alias : null;
    }

    private static Meaning Untyped(string kind) => Meaning.Value(new GoType.Basic("untyped " + kind));

    /// <summary>An element of a value, or a generic type or function with its arguments.</summary>
    private Meaning OfIndexed(Meaning indexed, IEnumerable<GoNode> indexes)
    {
        if (indexed.Kind == MeaningKind.Type) return Meaning.OfType(Instantiate(indexed.Type, [.. indexes.Select(Read)]));
        if (indexed.Type is GoType.Function { TypeParameters.Count: > 0 }) return Meaning.Value(Instantiate(indexed.Type, [.. indexes.Select(Read)]));
        if (indexed.Type is GoType.External external) return OfExternalIndexed(external, [.. indexes]);
        return Meaning.Value(Element(Underlying(indexed.Type)));
    }

    /// <summary>An external name with a type in brackets is instantiated; with anything else it is indexed.</summary>
    private Meaning OfExternalIndexed(GoType.External external, List<GoNode> indexes)
    {
        var meanings = indexes.ConvertAll(Of);
        return meanings.Exists(m => m.Kind == MeaningKind.Type) || meanings.Exists(m => !IsClosed(m.Type))
            ? Meaning.Value(external with { Arguments = [.. meanings.Select(m => m.Type)] })
            : Meaning.Value(external);
    }

    private GoType Element(GoType type) => type switch
    {
        GoType.Slice(var element) => element,
        GoType.Array(var element) => element,
        GoType.Map(_, var value) => value,
        GoType.Pointer(var array) when Underlying(array) is GoType.Array(var element) => element,
        GoType.Basic { Name: "string" or "untyped string" } => new GoType.Basic("byte"),
        GoType.External or GoType.Unknown => type,
        _ => new GoType.Unknown("an element of a type parameter"),
    };

    private GoType Sliced(GoType type) => Underlying(type) switch
    {
        GoType.Array(var element) => new GoType.Slice(element),
        GoType.Pointer(var array) when Underlying(array) is GoType.Array(var element) => new GoType.Slice(element),
        GoType.Basic { Name: "untyped string" } => GoType.String,
        _ => type,
    };

    private Meaning OfUnary(GoNode node)
    {
        var operand = Of(node.Get(F.Operand));
        return node.Get(F.Operator).Text switch
        {
            "&" => Meaning.Value(operand.Type is GoType.Unknown ? operand.Type : new GoType.Pointer(operand.Type)),
            "*" when operand.Kind == MeaningKind.Type => Meaning.OfType(new GoType.Pointer(operand.Type)),
            "*" => Meaning.Value(Underlying(operand.Type) is GoType.Pointer(var element) ? element : operand.Type is GoType.External ? operand.Type : new GoType.Unknown("what a pointer of unknown type points to")),
            "<-" => Meaning.Value(Underlying(operand.Type) is GoType.Channel(var element) ? element : operand.Type is GoType.External ? operand.Type : new GoType.Unknown("a value from a channel of unknown type")),
            "!" => Untyped("bool"),
            _ => operand,
        };
    }

    private Meaning OfBinary(GoNode node)
    {
        var (left, right) = (node.Get(F.Left), node.Get(F.Right));
        return node.Get(F.Operator).Text switch
        {
            "==" or "!=" or "<" or "<=" or ">" or ">=" => Untyped("bool"),
            "<<" or ">>" => Of(left),
            _ => Of(left) is { Type: GoType.Basic { IsUntyped: true } or GoType.Unknown } untyped ? (Of(right).Type is GoType.Unknown ? untyped : Of(right)) : Of(left),
        };
    }

    /// <summary>The type of a literal's braces: that of the literal, or what its place in the outer literal says.</summary>
    public GoType OfLiteral(GoNode braces) => braces.Kind == K.LiteralValue ? TypeOf(braces) : new GoType.Unknown("broken code");

    private GoType LiteralType(GoNode braces)
    {
        var holder = braces.Parent;
        if (holder.Kind == K.CompositeLiteral) return TypeOf(holder);
        var element = holder.Kind == K.LiteralElement ? holder : braces;
        var keyed = element.Parent.Kind == K.KeyedElement ? element.Parent : default;
        var outer = OfLiteral((keyed.Exists ? keyed : element).Parent);
        var type = Underlying(outer.Pointed) switch
        {
            GoType.Map(var key, _) when keyed.Exists && element.Field == F.Key => key,
            GoType.Map(_, var value) => value,
            GoType.Slice(var of) => of,
            GoType.Array(var of) => of,
            GoType.External external => external,
            _ => new GoType.Unknown("a literal in a literal of unknown type"),
        };
        return type is GoType.Pointer(var target) ? target : Underlying(type) is GoType.Pointer(var named) ? named : type;
    }
}
