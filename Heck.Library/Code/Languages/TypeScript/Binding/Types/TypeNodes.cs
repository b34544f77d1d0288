using Heck.Code.Languages.TypeScript.Binding.Names;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>What a written type means.</summary>
internal sealed class TypeNodes(TsProgram program)
{
    private const int DeepestAlias = 32;

    private readonly Dictionary<TsNode, TsType> _known = [];
    private readonly HashSet<TsSymbol> _resolving = [];

    /// <summary>How often a type was given that depends on what is being read around it: an alias met halfway, a search given up for its depth.</summary>
    private int _halfway;

    private Substitution Substitution => program.Types.Substitution;

    public TsType TypeOf(TsNode node)
    {
        if (node.IsNone) return TsType.Any;
        program.Step();
        if (_known.TryGetValue(node, out var known)) return known;
        var before = _halfway;
        var type = Read(node);
        // What met an alias halfway is read again later, when the alias is known.
        if (_resolving.Count == 0 || _halfway == before) _known[node] = type;
        return type;
    }

    /// <summary>Says that the type about to be given is not to be kept for what is being read.</summary>
    public void IsHalfway() => _halfway++;

    /// <summary>The type of an annotation, or null when there is none.</summary>
    public TsType? Annotated(TsNode declaration) => AnnotationOf(declaration) is { Exists: true } annotation ? TypeOf(annotation) : program.Types.JsDoc.Of(declaration);

    public static TsNode AnnotationOf(TsNode declaration) =>
        declaration.Children.FirstOrDefault(c => c.Field is F.Type or F.ReturnType && c.Kind is not K.ParenthesizedExpression);

    public static IReadOnlyList<TsSymbol> ParametersOf(TsProgram program, TsNode declaration) =>
        [.. declaration.Get(F.TypeParameters).All(K.TypeParameter).Select(p => program.Scopes(declaration.File).DeclaredBy(p.Get(F.Name))).OfType<TsSymbol>()];

    public IReadOnlyList<TsSymbol> ParametersOf(TsSymbol type) =>
        type.Declarations.Select(d => ParametersOf(program, d.Node)).FirstOrDefault(p => p.Count > 0) ?? [];

    public TsType? DefaultOf(TsSymbol parameter) => parameter.First.Node.Get(F.Value) is { Exists: true } value ? TypeOf(value.FirstNamed) : null;

    public TsType? ConstraintOf(TsSymbol parameter)
    {
        var node = parameter.First.Node;
        if (node.Kind == K.MappedTypeClause) return TypeOf(node.Get(F.Type));
        var constraint = node.Get(F.Constraint);
        return constraint.Exists ? TypeOf(constraint.FirstNamed) : null;
    }

    /// <summary>The type that a class, interface, alias, enum or type parameter names.</summary>
    public TsType Declared(TsSymbol symbol, IReadOnlyList<TsType> arguments)
    {
        var target = program.Modules.Resolve(symbol);
        if (target.External is { } from) return new ExternalType(from);
        if (target.Symbol is not { } type) return target.Module is { } module ? new ModuleType(module) : new UnknownType($"what {symbol.Name} imports was not found");
        if (type.IsLibrary && UtilityTypes.Apply(program, type.Name, arguments) is { } utility) return utility;
        foreach (var declaration in type.Declarations)
        {
            switch (declaration.Node.Kind)
            {
                case K.TypeParameter or K.MappedTypeClause or K.InferType: return new ParameterType(type);
                case K.TypeAliasDeclaration: return Alias(type, declaration.Node, arguments);
                case K.EnumDeclaration: return new EnumType(type);
                case K.EnumAssignment or K.PropertyIdentifier or K.String: return new LiteralType(type.Name, isString: false, type);
                case K.InterfaceDeclaration or K.ClassDeclaration or K.AbstractClassDeclaration or K.Class: return Instance(type, arguments);
            }
        }

        return new UnknownType($"{symbol.Name} is no type that is followed");
    }

    /// <summary>The type behind aliases that were met while they were being resolved.</summary>
    public TsType Expanded(TsType type)
    {
        for (var steps = 0; type is DeferredType deferred; steps++)
        {
            if (steps > DeepestAlias) return new UnknownType("an alias refers to itself");
            type = Declared(deferred.Alias, deferred.Arguments);
        }

        return type;
    }

    public TsType Instance(TsSymbol type, IReadOnlyList<TsType> arguments)
    {
        var parameters = ParametersOf(type);
        if (parameters.Count == 0) return new InstanceType(type, []);
        var mapper = Substitution.Map(parameters, arguments, _ => TsType.Any);
        return new InstanceType(type, [.. parameters.Select(p => mapper.Find(p) ?? TsType.Any)]);
    }

    /// <summary>The class or interface as seen from inside: its parameters stand for themselves.</summary>
    public TsType Own(TsSymbol type) => new InstanceType(type, [.. ParametersOf(type).Select(p => new ParameterType(p))]);

    /// <summary><c>T[K]</c>.</summary>
    public TsType Lookup(TsType owner, TsType key)
    {
        switch (key)
        {
            case LiteralType { IsString: true } name: return program.Types.Properties.Find(owner, name.Text).Type;
            case UnionType union: return Substitution.Union(union.Types.Select(k => Lookup(owner, k)));
            case LiteralType or PrimitiveType { Name: "number" }: return program.Types.Properties.ElementOf(owner, key);
            case PrimitiveType { Name: "string" }: return program.Types.Properties.ElementOf(owner, key);
            case ParameterType or LookupType or KeyOfType when owner is ParameterType || key is ParameterType: return new LookupType(owner, key);
            default: return new UnknownType("a type is looked up by a computed key");
        }
    }

    private TsType Alias(TsSymbol alias, TsNode declaration, IReadOnlyList<TsType> arguments)
    {
        if (!_resolving.Add(alias))
        {
            IsHalfway();
            return new DeferredType(alias, arguments);
        }

        try
        {
            var body = TypeOf(declaration.Get(F.Value));
            return Substitution.Apply(body, Substitution.Map(ParametersOf(program, declaration), arguments));
        }
        finally
        {
            _resolving.Remove(alias);
        }
    }

    private TsType Read(TsNode node)
    {
        switch (node.Kind)
        {
            case K.TypeAnnotation or K.OptingTypeAnnotation or K.AddingTypeAnnotation or K.OmittingTypeAnnotation or K.ParenthesizedType or K.ReadonlyType or K.OptionalType or K.Constraint or K.DefaultType:
                return TypeOf(node.LastNamed);
            case K.PredefinedType: return Predefined(node.Text);
            case K.TypeIdentifier or K.Identifier: return ByName(node, node, []);
            case K.GenericType: return ByName(node.Get(F.Name), node, [.. node.Get(F.TypeArguments).Named.Select(TypeOf)]);
            case K.NestedTypeIdentifier or K.NestedIdentifier or K.MemberExpression: return ByEntity(node, []);
            case K.LiteralType: return Literal(node.FirstNamed);
            case K.UnionType: return Substitution.Union(node.Named.Select(TypeOf));
            case K.IntersectionType: return new IntersectionType([.. node.Named.Select(TypeOf)]);
            case K.ArrayType: return ArrayOf(TypeOf(node.FirstNamed));
            case K.TupleType: return new TupleType([.. node.Named.Select(Element)]);
            case K.FunctionType or K.ConstructorType: return new FunctionType([node], TypeMapper.Identity);
            case K.ObjectType: return MappedSignature(node) is { Exists: true } mapped ? new MappedType(mapped, TypeMapper.Identity) : new ObjectType(node, TypeMapper.Identity);
            case K.IndexTypeQuery: return new KeyOfType(TypeOf(node.LastNamed));
            case K.LookupType: return Lookup(TypeOf(node.FirstNamed), TypeOf(node.LastNamed));
            case K.TypeQuery: return node.FirstNamed is { Kind: K.CallExpression } import ? program.Types.Expressions.ImportedModule(import) : program.Types.Expressions.TypeOf(node.FirstNamed);
            case K.CallExpression: return program.Types.Expressions.ImportedModule(node);
            case K.ThisType or K.This: return ThisType(node);
            case K.TypePredicateAnnotation or K.TypePredicate: return TsType.Boolean;
            case K.AssertsAnnotation or K.Asserts: return TsType.Void;
            case K.TemplateLiteralType: return TsType.String;
            case K.ConditionalType: return program.Types.Conditionals.Evaluate(node, TypeMapper.Identity);
            case K.InferType: return program.Scopes(node.File).DeclaredBy(node.Get(K.TypeIdentifier)) is { } inferred ? new ParameterType(inferred) : TsType.Any;
            default: return new UnknownType($"a type of kind {node.Kind} is not followed");
        }
    }

    private TsType Element(TsNode element) => element.Kind switch
    {
        K.RequiredParameter or K.OptionalParameter => program.Types.Nodes.Annotated(element) ?? TsType.Any,
        K.RestType => program.Types.Properties.ElementOf(TypeOf(element.LastNamed), TsType.Number),
        _ => TypeOf(element),
    };

    private static TsNode MappedSignature(TsNode objectType) => objectType.Named.FirstOrDefault(m => m.Kind == K.IndexSignature && m.Get(K.MappedTypeClause).Exists);

    public TsType ArrayOf(TsType element) => program.Globals.Find("Array") is { } array ? new InstanceType(array, [element]) : TsType.Any;

    private static TsType Predefined(string word) => word switch
    {
        "string" => TsType.String,
        "number" or "bigint" => TsType.Number,
        "boolean" => TsType.Boolean,
        "void" => TsType.Void,
        "never" => TsType.Never,
        "any" => TsType.Any,
        "unknown" or "object" => TsType.Opaque,
        _ => new PrimitiveType("symbol"),
    };

    private static TsType Literal(TsNode literal) => literal.Kind switch
    {
        K.String => literal.StringValue() is { } text ? new LiteralType(text, isString: true) : TsType.String,
        K.Null => TsType.Null,
        K.Undefined => TsType.Undefined,
        K.True or K.False => new LiteralType(literal.Text, isString: false),
        _ => new LiteralType(literal.Text, isString: false),
    };

    private TsType ByName(TsNode name, TsNode node, IReadOnlyList<TsType> arguments)
    {
        if (name.Kind is K.NestedTypeIdentifier or K.NestedIdentifier or K.MemberExpression) return ByEntity(name, arguments);
        if (name.Text == "const" && node.Parent.Kind == K.AsExpression) return TsType.Any;
        return program.Names.Lookup(name, name.Text, Meaning.Type) is { } symbol ? Declared(symbol, arguments) : program.Types.JsDoc.Typedef(name, name.Text) ?? new ExternalType("global");
    }

    private TsType ByEntity(TsNode entity, IReadOnlyList<TsType> arguments)
    {
        var target = EntityOf(entity);
        if (target.External is { } from) return new ExternalType(from);
        return target.Symbol is { } symbol ? Declared(symbol, arguments) : new UnknownType($"{entity.Text} was not found");
    }

    /// <summary>What a dotted type name leads to, <c>import("./m").Name</c> included.</summary>
    public Target EntityOf(TsNode entity)
    {
        if (entity.Kind != K.MemberExpression) return program.Modules.Entity(entity);
        var owner = entity.Get(F.Object);
        if (owner.Kind == K.Identifier) return program.Modules.Entity(entity);
        var container = owner.Kind == K.MemberExpression ? EntityOf(owner) : ImportedBy(owner);
        return program.Modules.ExportOf(container.Symbol is { } symbol ? program.Modules.Resolve(symbol) : container, entity.Get(F.Property).Text);
    }

    private Target ImportedBy(TsNode call) => program.Types.Expressions.ImportedModule(call) switch
    {
        ModuleType module => new Target(Module: module.Module),
        ExternalType external => new Target(External: external.From),
        _ => default,
    };

    private TsType ThisType(TsNode node)
    {
        if (ThisContainer.Of(node) is not { Class.Exists: true } container) return new UnknownType("the type of this is not known here");
        return program.Scopes(node.File).SymbolOf(container.Class) is { } symbol ? Own(symbol) : TsType.Any;
    }
}
