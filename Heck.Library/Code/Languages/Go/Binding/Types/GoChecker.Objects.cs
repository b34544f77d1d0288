using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;

namespace Heck.Code.Languages.Go.Binding.Types;

/// <content>The types of declared names.</content>
internal sealed partial class GoChecker
{
    /// <summary>The type of a variable, constant, function, field or method.</summary>
    public GoType TypeOf(GoObject declared) => declared.Parts.Count == 0 ? TypeOfPart(declared) : Agreed(declared.Declarations.Select(TypeOfPart), declared);

    private GoType TypeOfPart(GoObject part)
    {
        if (_types.TryGetValue((part, 0), out var known)) return known;
        _types[(part, 0)] = new GoType.Unknown("its type depends on itself");
        return _types[(part, 0)] = part.Kind switch
        {
            ObjectKind.Function => Signature(part.Declaration, TypeParameters(part)),
            ObjectKind.Method or ObjectKind.InterfaceMethod => Signature(part.Declaration),
            ObjectKind.Field or ObjectKind.Parameter or ObjectKind.Result or ObjectKind.Receiver => part.IsEmbedded ? Embedded(part) : ParameterType(part.Declaration),
            ObjectKind.Constant => OfConstant(part),
            ObjectKind.Variable => OfVariable(part),
            _ => new GoType.Unknown("it has no type"),
        };
    }

    private GoType Embedded(GoObject field)
    {
        var type = Read(field.Declaration.Get(F.Type));
        return field.Declaration.Has("*"u8) ? new GoType.Pointer(type) : type;
    }

    /// <summary>A constant without type and value repeats what stands before it in its group.</summary>
    private GoType OfConstant(GoObject constant)
    {
        var spec = constant.Declaration;
        var position = PositionOf(constant, spec.All(F.Name));
        foreach (var earlier in spec.Parent.All(K.ConstSpec).Where(s => s.Index <= spec.Index).Reverse())
        {
            if (earlier.Get(F.Type) is { Exists: true } type) return Read(type);
            if (earlier.Get(F.Value).Named.ElementAtOrDefault(position) is { Exists: true } value) return TypeOf(value);
        }

        return new GoType.Unknown("a constant without a value");
    }

    private GoType OfVariable(GoObject variable)
    {
        var declaration = variable.Declaration;
        switch (declaration.Kind)
        {
            case K.VarSpec:
                return declaration.Get(F.Type) is { Exists: true } type ? Read(type) : Given(declaration.Get(F.Value), PositionOf(variable, declaration.All(F.Name)));
            case K.ShortVarDeclaration:
                return Given(declaration.Get(F.Right), PositionOf(variable, declaration.Get(F.Left).Named));
            case K.RangeClause:
                return Ranged(Underlying(TypeOf(declaration.Get(F.Right))), PositionOf(variable, declaration.Get(F.Left).Named));
            case K.ReceiveStatement:
                return PositionOf(variable, declaration.Get(F.Left).Named) == 0 ? TypeOf(declaration.Get(F.Right)) : GoType.Bool;
            case K.TypeSwitchStatement:
                return TypeOf(declaration.Get(F.Value));
            default:
                return new GoType.Unknown("broken code");
        }
    }

    /// <summary>The variable of a type switch has in each clause of one type that type.</summary>
    private GoType InClause(GoObject variable, GoNode use)
    {
        var clause = use.Ancestor(K.TypeCase, K.DefaultCase);
        while (clause.Exists && clause.Parent != variable.Declaration) clause = clause.Ancestor(K.TypeCase, K.DefaultCase);
        var types = clause.All(F.Type).ToList();
        return types is [var only] && only.Text != "nil" ? Read(only) : TypeOf(variable);
    }

    private static int PositionOf(GoObject declared, IEnumerable<GoNode> names) => names.ToList().FindIndex(n => n == declared.NameNode);

    /// <summary>The type of one of the variables that are given the values of a list.</summary>
    private GoType Given(GoNode values, int position)
    {
        var given = values.Named.ToList();
        if (given.Count > 1) return position >= 0 && position < given.Count ? Variable(TypeOf(given[position])) : new GoType.Unknown("broken code");
        if (given.Count == 0 || position < 0) return new GoType.Unknown("broken code");
        return TypeOf(given[0]) switch
        {
            GoType.Tuple(var parts) => position < parts.Count ? parts[position] : new GoType.Unknown("broken code"),
            // Several variables from one call outside are all outside; from anything else the second tells whether there was a value.
            GoType.External external when IsCall(given[0]) => external,
            var type when position == 0 => Variable(type),
            GoType.Unknown unknown when IsCall(given[0]) => unknown,
            _ => GoType.Bool,
        };
    }

    private static bool IsCall(GoNode node)
    {
        while (node.Kind == K.ParenthesizedExpression) node = node.FirstNamed;
        return node.Kind is K.CallExpression or K.TypeConversionExpression;
    }

    /// <summary>A variable that is given an untyped constant has the constant's default type.</summary>
    public static GoType Variable(GoType type) => type is GoType.Basic { IsUntyped: true } basic ? new GoType.Basic(basic.Name switch { "untyped nil" => "untyped nil", "untyped float" => "float64", "untyped complex" => "complex128", var name => name[8..] }) : type;

    /// <summary>What a range gives to its first or second variable.</summary>
    public GoType Ranged(GoType type, int position) => (type, position) switch
    {
        (GoType.Unknown or GoType.External, _) => type is GoType.External { Arguments.Count: > 0 } external && !IsClosed(external) ? new GoType.Unknown($"a range over {external.Full}") : type,
        (GoType.Slice(var element), _) => position == 0 ? GoType.Int : element,
        (GoType.Array(var element), _) => position == 0 ? GoType.Int : element,
        (GoType.Pointer(var array), _) when Underlying(array) is GoType.Array(var element) => position == 0 ? GoType.Int : element,
        (GoType.Map(var key, var value), _) => position == 0 ? key : value,
        (GoType.Channel(var element), _) => element,
        (GoType.Basic { Name: "string" or "untyped string" }, _) => position == 0 ? GoType.Int : GoType.Rune,
        (GoType.Basic, _) => Variable(type),
        (GoType.Function { Parameters: [var yield] }, _) => Underlying(yield) is GoType.Function f && position >= 0 && position < f.Parameters.Count ? f.Parameters[position] : new GoType.Unknown("broken code"),
        _ => new GoType.Unknown("a range over a type parameter"),
    };
}
