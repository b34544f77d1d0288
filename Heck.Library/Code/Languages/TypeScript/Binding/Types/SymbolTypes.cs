using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>The types of declared values: as written, else of what they begin with.</summary>
internal sealed class SymbolTypes(TsProgram program)
{
    private readonly Dictionary<(TsSymbol, int), TsType> _known = [];
    private readonly HashSet<TsSymbol> _reading = [];

    private TypeChecker Types => program.Types;

    public TsType TypeOf(TsSymbol symbol)
    {
        symbol = symbol.Final;
        if (_known.TryGetValue((symbol, symbol.Declarations.Count), out var known)) return known;
        if (!_reading.Add(symbol)) return new UnknownType($"the type of {symbol.Name} depends on itself");
        try
        {
            return _known[(symbol, symbol.Declarations.Count)] = symbol.Alias is null ? Declared(symbol) : Imported(symbol);
        }
        finally
        {
            _reading.Remove(symbol);
        }
    }

    private TsType Imported(TsSymbol alias)
    {
        var target = program.Modules.Resolve(alias);
        if (target.External is { } from) return new ExternalType(from);
        if (target.Module is { } module) return new ModuleType(module);
        if (target.Expression.Exists) return Types.Expressions.TypeOf(target.Expression);
        return target.Symbol is { } symbol ? TypeOf(symbol) : new UnknownType($"what {alias.Name} imports was not found");
    }

    private TsType Declared(TsSymbol symbol)
    {
        var functions = symbol.Declarations.Where(d => d.Node.Kind.IsFunctionLike() && !IsAccessor(d.Node) && d.Node.Get(F.Name).NameText() == d.Name).Select(d => d.Node).ToList();
        if (functions.Count > 0 && symbol.Exports.Count == 0) return new FunctionType(Callable(functions), TypeMapper.Identity);
        if (functions.Count > 0 || symbol.Declarations.Exists(d => d.Node.Kind.IsClass() || d.Node.Kind is K.EnumDeclaration or K.InternalModule or K.Module)) return new NamedValueType(symbol);
        var types = symbol.Declarations.Select(d => OfDeclaration(symbol, d)).OfType<TsType>().ToList();
        return types.Find(t => t is not UnknownType) ?? types.FirstOrDefault() ?? new UnknownType($"{symbol.Name} has no type that is followed");
    }

    /// <summary>An implementation behind overloads cannot be called.</summary>
    private static List<TsNode> Callable(List<TsNode> functions)
    {
        var signatures = functions.Where(f => f.Get(F.Body).IsNone).ToList();
        return signatures.Count > 0 ? signatures : functions;
    }

    private static bool IsAccessor(TsNode method) => method.Has(T.Get) || method.Has(T.Set);

    private TsType? OfDeclaration(TsSymbol symbol, TsDeclaration declaration)
    {
        var node = declaration.Node;
        switch (node.Kind)
        {
            case K.VariableDeclarator or K.RequiredParameter or K.OptionalParameter or K.ForInStatement or K.CatchClause or K.ArrowFunction: return OfBinding(declaration.Name);
            case K.PropertySignature: return Types.Nodes.Annotated(node) ?? TsType.Any;
            case K.PublicFieldDefinition: return Types.Nodes.Annotated(node) ?? (node.Get(F.Value) is { Exists: true } value ? OfInitializer(value, node.Has(T.Readonly)) : new UnknownType($"the type of {symbol.Name} is not written"));
            case K.Pair: return Widened(Types.Expressions.TypeOf(node.Get(F.Value)));
            case K.ShorthandPropertyIdentifier: return program.Names.Lookup(node, node.Text, Meaning.Value) is { } variable ? TypeOf(variable) : new ExternalType("global");
            case K.EnumAssignment or K.PropertyIdentifier or K.String when symbol.Parent is not null: return new LiteralType(symbol.Name, isString: false, symbol);
            case K.AssignmentExpression: return OfAssignments(symbol);
            case K.MethodDefinition or K.MethodSignature or K.AbstractMethodSignature: return OfAccessor(node);
            default: return null;
        }
    }

    private TsType OfAccessor(TsNode method) => method.Has(T.Get)
        ? Types.Calls.ReturnOf(new Signature(method, TypeMapper.Identity))
        : method.Get(F.Parameters).FirstNamed is { Exists: true } parameter ? Types.Nodes.Annotated(parameter) ?? new UnknownType("a setter's type is not written") : TsType.Any;

    private TsType OfAssignments(TsSymbol symbol)
    {
        if (symbol.Declarations.Select(d => Types.JsDoc.Of(d.Node)).FirstOrDefault(t => t is not null) is { } written) return written;
        var types = symbol.Declarations.Where(d => d.Node.Kind == K.AssignmentExpression).Select(d => Widened(Types.Expressions.TypeOf(d.Node.Get(F.Right))))
            .Where(t => t is not PrimitiveType { IsNullish: true });
        return Substitution.Union(types);
    }

    private TsType OfInitializer(TsNode value, bool isConstant) => isConstant ? Types.Expressions.TypeOf(value) : Widened(Types.Expressions.TypeOf(value));

    public static TsType Widened(TsType type) => type switch
    {
        LiteralType { Member: { Parent: { } parent } } => new EnumType(parent),
        LiteralType { IsString: true } => TsType.String,
        LiteralType { Text: "true" or "false" } => TsType.Boolean,
        LiteralType => TsType.Number,
        UnionType union => Substitution.Union(union.Types.Select(Widened)),
        _ => type,
    };

    /// <summary>The type of a name or pattern in a declaration, down from the whole that is taken apart.</summary>
    public TsType OfBinding(TsNode pattern)
    {
        var parent = pattern.Parent;
        switch (parent.Kind)
        {
            case K.PairPattern: return PropertyOf(OfBinding(parent.Parent), parent.Get(F.Key));
            case K.ObjectPattern when pattern.Kind == K.ShorthandPropertyIdentifierPattern: return PropertyOf(OfBinding(parent), pattern);
            case K.ObjectPattern when pattern.Kind == K.RestPattern: return new ViewType(OfBinding(parent));
            case K.ObjectAssignmentPattern: return WithDefault(PropertyOf(OfBinding(parent.Parent), pattern), parent);
            case K.AssignmentPattern: return WithDefault(OfBinding(parent), parent);
            case K.ArrayPattern: return ElementAt(OfBinding(parent), parent, pattern);
            case K.RestPattern: return parent.Parent.Kind == K.ArrayPattern ? OfBinding(parent.Parent) : OfBinding(parent);
            case K.ObjectPattern: return OfBinding(parent);
            default: return OfRoot(parent, pattern);
        }
    }

    /// <summary>What a type guard asks of its parameter is a property of the type that it guards.</summary>
    private CastType? Guarded(TsNode parameter, TsNode name)
    {
        var predicate = parameter.Parent.Parent.Get(F.ReturnType).Subtree.FirstOrDefault(n => n.Kind == K.TypePredicate);
        return predicate.Exists && predicate.Get(F.Name).Text == name.Text ? new CastType(Types.Nodes.TypeOf(predicate.Get(F.Type))) : null;
    }

    private TsType PropertyOf(TsType owner, TsNode key) => key.PropertyName() is { } name ? Types.Properties.Find(owner, name).Type : new UnknownType("a property is taken by a computed key");

    private TsType WithDefault(TsType type, TsNode pattern) => type is UnknownType ? type : Substitution.Union([Substitution.NonNull(type), Widened(Types.Expressions.TypeOf(pattern.Get(F.Right)))]);

    private TsType ElementAt(TsType owner, TsNode array, TsNode element)
    {
        var index = array.Children.TakeWhile(c => c != element).Count(c => !c.IsNamed && c.Text == ",");
        return owner is TupleType ? Types.Properties.ElementOf(owner, new LiteralType(index.ToString(System.Globalization.CultureInfo.InvariantCulture), isString: false)) : Types.Expressions.Iterated(owner);
    }

    private TsType OfRoot(TsNode declaration, TsNode pattern)
    {
        if (declaration.Kind != K.ForInStatement && declaration.Kind != K.ArrowFunction && Types.Nodes.Annotated(declaration) is { } written) return ReferenceEquals(written, TsType.Any) && Guarded(declaration, pattern) is { } guarded ? guarded : written;
        switch (declaration.Kind)
        {
            case K.VariableDeclarator:
                var value = declaration.Get(F.Value);
                return value.IsNone ? new UnknownType($"the type of {pattern.Text} is not written") : OfInitializer(value, declaration.Parent.Has(T.Const));
            case K.RequiredParameter or K.OptionalParameter:
                var inContext = Types.Contexts.OfParameter(declaration);
                if (declaration.Get(F.Value) is not { Exists: true } initial) return inContext ?? new UnknownType($"the type of {pattern.Text} is not written");
                return inContext is null or UnknownType ? Widened(Types.Expressions.TypeOf(initial)) : Substitution.NonNull(inContext);
            case K.ArrowFunction: return Types.Contexts.OfParameter(pattern) ?? new UnknownType($"the type of {pattern.Text} is not written");
            case K.ForInStatement: return declaration.Get(F.Operator).Text == T.Of ? Types.Expressions.Iterated(Types.Expressions.TypeOf(declaration.Get(F.Right)), declaration.Has(T.Await)) : TsType.String;
            case K.CatchClause: return TsType.Any;
            case K.AssignmentExpression: return Types.Expressions.TypeOf(declaration.Get(F.Right));
            default: return new UnknownType($"the type of {pattern.Text} is not followed");
        }
    }
}
