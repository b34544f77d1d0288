using System.Runtime.CompilerServices;
using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>The types of expressions.</summary>
internal sealed class ExpressionTypes(TsProgram program)
{
    private readonly Dictionary<TsNode, TsType> _known = [];
    private readonly HashSet<TsNode> _reading = [];

    private TypeChecker Types => program.Types;

    public TsType TypeOf(TsNode node)
    {
        // An overflown stack ends the process; running out of it in time is a defect that is reported.
        RuntimeHelpers.EnsureSufficientExecutionStack();
        program.Step();
        if (node.IsNone) return TsType.Undefined;
        if (_known.TryGetValue(node, out var known)) return known;
        if (!_reading.Add(node)) return new UnknownType("its type depends on itself");
        try
        {
            return _known[node] = Read(node);
        }
        finally
        {
            _reading.Remove(node);
        }
    }

    /// <summary>What <c>await</c> gives.</summary>
    public TsType Awaited(TsType type) => type switch
    {
        InstanceType { Symbol: { IsLibrary: true, Name: "Promise" or "PromiseLike" } } promise => Awaited(promise.Arguments[0]),
        UnionType union => Substitution.Union(union.Types.Select(Awaited)),
        DeferredType deferred => Awaited(Types.Nodes.Expanded(deferred)),
        _ => type,
    };

    /// <summary>What a loop or a spread takes from a value.</summary>
    public TsType Iterated(TsType type, bool isAsync = false)
    {
        switch (type)
        {
            case TupleType tuple: return Substitution.Union(tuple.Elements);
            case PrimitiveType { Name: "string" } or LiteralType { IsString: true }: return TsType.String;
            case InstanceType { Symbol.IsLibrary: true, Arguments.Count: > 0 } library: return FromLibrary(library);
            case UnionType union: return Substitution.Union(union.Types.Where(t => t is not PrimitiveType { IsNullish: true }).Select(t => Iterated(t, isAsync)));
            case DeferredType deferred: return Iterated(Types.Nodes.Expanded(deferred), isAsync);
            case ParameterType parameter when Types.Nodes.ConstraintOf(parameter.Symbol) is { } constraint: return Iterated(constraint, isAsync);
            case ViewType view: return Iterated(view.Source, isAsync);
            case InstanceType instance: return FromBases(instance, isAsync);
            case ExternalType or UnknownType: return type;
            default: return new UnknownType("what is iterated is not followed");
        }
    }

    /// <summary>The module of <c>import("x")</c>, in a type or before its promise.</summary>
    public TsType ImportedModule(TsNode call) => call.Get(F.Arguments).FirstNamed is { Kind: K.String } specifier && specifier.StringValue() is { } text
        ? ModuleOf(call, text)
        : new UnknownType("a module is imported by a computed name");

    public TsType ModuleOf(TsNode at, string specifier) =>
        program.Import(at.File, specifier) is { } module ? new ModuleType(module)
        : program.IsInside(specifier) ? new UnknownType($"the module {specifier} was not found")
        : new ExternalType($"module {specifier}");

    public TsType PromiseOf(TsType type) => program.Globals.Find("Promise") is { } promise ? new InstanceType(promise, [Awaited(type)]) : TsType.Any;

    private static TsType FromLibrary(InstanceType library) => library.Symbol.Name switch
    {
        "Map" or "ReadonlyMap" => new TupleType(library.Arguments),
        _ => library.Arguments[0],
    };

    private TsType FromBases(InstanceType instance, bool isAsync)
    {
        var mapper = Types.Properties.MapperOf(instance);
        foreach (var baseType in Types.Heritage.AllBasesOf(instance.Symbol))
        {
            if (Iterated(Types.Substitution.Apply(baseType, mapper), isAsync) is var found and not UnknownType) return found;
        }

        return new UnknownType("what is iterated is not followed");
    }

    private TsType Read(TsNode node)
    {
        switch (node.Kind)
        {
            case K.Identifier: return Types.Narrowing.At(node, Named(node));
            case K.This: return This(node);
            case K.Super: return Super(node);
            case K.Undefined: return TsType.Undefined;
            case K.MemberExpression: return Types.Narrowing.At(node, Member(node));
            case K.NestedIdentifier: return Types.Properties.Find(TypeOf(node.Get(F.Object)), node.Get(F.Property).Text).Type;
            case K.SubscriptExpression: return Types.Narrowing.At(node, Element(node));
            case K.CallExpression: return Types.Calls.TypeOfCall(node);
            case K.NewExpression: return Types.Calls.TypeOfNew(node);
            case K.AwaitExpression: return Awaited(TypeOf(node.LastNamed));
            case K.Object: return new ObjectType(node, TypeMapper.Identity);
            case K.Array: return ArrayLiteral(node);
            case K.String: return node.StringValue() is { } text ? new LiteralType(text, isString: true) : TsType.String;
            case K.TemplateString: return TsType.String;
            case K.Number: return new LiteralType(node.Text, isString: false);
            case K.True or K.False: return new LiteralType(node.Text, isString: false);
            case K.Null: return TsType.Null;
            case K.Regex: return program.Globals.Find("RegExp") is { } regex ? new InstanceType(regex, []) : TsType.Any;
            case K.ArrowFunction or K.FunctionExpression or K.GeneratorFunction: return new FunctionType([node], TypeMapper.Identity);
            case K.Class: return program.Scopes(node.File).SymbolOf(node) is { } symbol ? new NamedValueType(symbol) : TsType.Any;
            case K.BinaryExpression: return Binary(node);
            case K.AssignmentExpression: return TypeOf(node.Get(F.Right));
            case K.AugmentedAssignmentExpression: return Logical(node, node.Get(F.Operator).Text.TrimEnd('=')) ?? TsType.Number;
            case K.TernaryExpression: return Substitution.Union([TypeOf(node.Get(F.Consequence)), TypeOf(node.Get(F.Alternative))]);
            case K.AsExpression: return Cast(node);
            case K.TypeAssertion: return Types.Nodes.TypeOf(node.Get(K.TypeArguments).FirstNamed);
            case K.SatisfiesExpression or K.InstantiationExpression: return TypeOf(node.FirstNamed);
            case K.NonNullExpression: return Substitution.NonNull(TypeOf(node.FirstNamed));
            case K.ParenthesizedExpression: return node.Get(F.Type) is { Exists: true } flow ? Types.Nodes.TypeOf(flow) : TypeOf(node.FirstNamed);
            case K.SequenceExpression: return TypeOf(node.LastNamed);
            case K.UnaryExpression: return Unary(node.Get(F.Operator).Text);
            case K.UpdateExpression: return TsType.Number;
            case K.JsxElement or K.JsxSelfClosingElement: return new ExternalType("JSX");
            default: return new UnknownType($"an expression of kind {node.Kind} is not followed");
        }
    }

    private TsType Cast(TsNode node)
    {
        if (node.Children.Last().Text == T.Const || node.Named.Count() == 1) return TypeOf(node.FirstNamed);
        var written = Types.Nodes.TypeOf(node.LastNamed);
        return ReferenceEquals(written, TsType.Any) && TypeOf(node.FirstNamed) is var inner and not UnknownType ? new CastType(inner) : written;
    }

    private TsType Named(TsNode node)
    {
        if (node.Text == "undefined") return TsType.Undefined;
        if (program.Names.Lookup(node, node.Text, Meaning.Value) is not { } symbol) return new ExternalType("global");
        return Types.Symbols.TypeOf(symbol);
    }

    private TsType This(TsNode node)
    {
        if (ThisContainer.Of(node) is not { } container) return new UnknownType("the type of this is not known here");
        if (container.Function.Exists && container.Function.Get(F.Parameters).Named.FirstOrDefault(p => p.Get(F.Pattern).Kind == K.This) is { Exists: true } written) return Types.Nodes.Annotated(written) ?? TsType.Any;
        if (container.Function.Kind is K.FunctionExpression or K.GeneratorFunction && Types.Contexts.ThisOf(container.Function) is { } expected) return expected;
        if (container.Class.Exists && program.Scopes(node.File).SymbolOf(container.Class) is { } symbol) return container.IsStatic ? new NamedValueType(symbol) : Types.Nodes.Own(symbol);
        if (container.Literal.Exists) return Types.Contexts.Of(container.Literal) is { } context and not UnknownType ? new IntersectionType([context, TypeOf(container.Literal)]) : TypeOf(container.Literal);
        return new UnknownType("the type of this is not known here");
    }

    private TsType Super(TsNode node)
    {
        if (ThisContainer.Of(node) is not { Class.Exists: true } container || program.Scopes(node.File).SymbolOf(container.Class) is not { } symbol) return new UnknownType("super is not followed here");
        if (container.IsStatic) return Types.Heritage.BaseValueOf(symbol) ?? TsType.Any;
        return Types.Heritage.InheritedBy(symbol) is [var single, ..] ? single : TsType.Any;
    }

    private TsType Member(TsNode node)
    {
        var owner = node.Get(F.Object);
        if (owner.Kind == K.Import) return new ExternalType("import.meta");
        return Types.Properties.Find(TypeOf(owner), node.Get(F.Property).Text).Type;
    }

    private TsType Element(TsNode node)
    {
        var owner = TypeOf(node.Get(F.Object));
        if (SymbolKeys.Of(program, node.Get(F.Index)) is { } symbol) return Types.Properties.Find(owner, symbol).Type;
        return TypeOf(node.Get(F.Index)) switch
        {
            LiteralType { IsString: true } name => Types.Properties.Find(owner, name.Text).Type,
            var key => Types.Properties.ElementOf(owner, key),
        };
    }

    private TsType ArrayLiteral(TsNode node)
    {
        var elements = node.Named.Select(e => e.Kind == K.SpreadElement ? Iterated(TypeOf(e.FirstNamed)) : TypeOf(e)).ToList();
        if (Types.Contexts.Of(node) is TupleType || node.Parent.Kind == K.AsExpression) return new TupleType(elements);
        return Types.Nodes.ArrayOf(elements.Count == 0 ? new UnknownType("the array is empty") : SymbolTypes.Widened(Substitution.Union(elements)));
    }

    private TsType Binary(TsNode node)
    {
        var op = node.Get(F.Operator).Text;
        if (Logical(node, op) is { } type) return type;
        if (op is "==" or "!=" or "===" or "!==" or "<" or ">" or "<=" or ">=" or "in" or "instanceof") return TsType.Boolean;
        if (op != "+") return TsType.Number;
        return IsText(TypeOf(node.Get(F.Left))) || IsText(TypeOf(node.Get(F.Right))) ? TsType.String : TsType.Number;
    }

    private static bool IsText(TsType type) => type is PrimitiveType { Name: "string" } or LiteralType { IsString: true };

    private TsType? Logical(TsNode node, string op) => op switch
    {
        "&&" => TypeOf(node.Get(F.Right)),
        "||" or "??" => Substitution.Union([Substitution.NonNull(TypeOf(node.Get(F.Left))), TypeOf(node.Get(F.Right))]),
        _ => null,
    };

    private static PrimitiveType Unary(string op) => op switch
    {
        "typeof" => TsType.String,
        "!" or "delete" => TsType.Boolean,
        "void" => TsType.Undefined,
        _ => TsType.Number,
    };
}
