using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>The type that the surroundings of an expression expect: whose properties an object literal gives, what a callback's parameters are.</summary>
internal sealed class ContextualTypes(TsProgram program)
{
    private readonly HashSet<TsNode> _reading = [];
    private readonly HashSet<TsNode> _readingParameters = [];

    private TypeChecker Types => program.Types;

    /// <summary>Null when nothing is expected; unknown when something is and it cannot be decided.</summary>
    public TsType? Of(TsNode expression)
    {
        if (!_reading.Add(expression)) return null;
        try
        {
            return Expectation(Read(expression, expression.Parent));
        }
        finally
        {
            _reading.Remove(expression);
        }
    }

    /// <summary>What a parameter's type parameter demands of an argument, where the parameter's type is one.</summary>
    public TsType? ConstraintOnArgument(TsNode argument)
    {
        var call = argument.Parent.Parent;
        if (call.Kind is not (K.CallExpression or K.NewExpression) || call.Get(F.Function).Kind is K.Super or K.Import || Types.Calls.Resolve(call) is not { } signature) return null;
        var declared = Types.Calls.DeclaredParameterAt(signature, argument.Parent.Named.TakeWhile(a => a != argument).Count());
        return declared is ParameterType parameter && Types.Nodes.ConstraintOf(parameter.Symbol) is { } constraint ? Types.Substitution.Apply(constraint, signature.Mapper) : null;
    }

    /// <summary>The keys that a string literal is expected to be one of, looked at without what inference made of the literal itself.</summary>
    public TsType? KeysExpected(TsNode text)
    {
        if (text.Parent.Kind == K.Arguments && text.Parent.Parent is { Kind: K.CallExpression } call && Types.Calls.Begin(call) is { } signature)
        {
            var index = text.Parent.Named.TakeWhile(a => a != text).Count();
            if (Types.Calls.DeclaredParameterAt(signature, index) is ParameterType parameter && Types.Nodes.ConstraintOf(parameter.Symbol) is { } constraint)
                return Types.Substitution.Apply(constraint, signature.Mapper);
        }

        return Of(text);
    }

    /// <summary>A type argument that is still open expects nothing.</summary>
    private static TsType? Expectation(TsType? type) => type switch
    {
        UninferredType => null,
        UnionType union when union.Types.Any(t => t is UninferredType) => Expectation(Substitution.Union(union.Types.Where(t => t is not UninferredType))),
        PrimitiveType { Name: "never" } => null,
        _ => type,
    };

    /// <summary>The type of a function expression's parameter by what is expected of the function.</summary>
    public TsType? OfParameter(TsNode parameter)
    {
        // A function that is expected to be what it is itself.
        if (!_readingParameters.Add(parameter)) return new UnknownType("a parameter's type depends on itself");
        try
        {
            return OfExpectedParameter(parameter);
        }
        finally
        {
            _readingParameters.Remove(parameter);
        }
    }

    private TsType? OfExpectedParameter(TsNode parameter)
    {
        var function = parameter.Parent.Kind == K.FormalParameters ? parameter.Parent.Parent : parameter.Parent;
        var context = function.Kind == K.MethodDefinition ? OfMethod(function) : function.Kind.IsFunctionExpression() ? Of(function) : null;
        if (context is null) return null;
        if (context is UnknownType or ExternalType) return new UnknownType(context is UnknownType unknown ? unknown.Why : "a library calls the function");
        if (Types.Calls.SignaturesOf(Substitution.NonNull(context), construct: false) is not [var signature, ..]) return null;
        var index = new Signature(function, TypeMapper.Identity).Parameters.TakeWhile(p => p != parameter).Count();
        return Signature.IsRest(parameter) ? Types.Nodes.ArrayOf(Types.Calls.ParameterAt(signature, index)) : Types.Calls.ParameterAt(signature, index);
    }

    /// <summary>The type of <c>this</c> in a function expression, where what is expected of it says one.</summary>
    public TsType? ThisOf(TsNode function)
    {
        if (Of(function) is not { } context || context is UnknownType or ExternalType) return null;
        if (Types.Calls.SignaturesOf(Substitution.NonNull(context), construct: false) is not [var signature, ..]) return null;
        var written = signature.Node.Get(F.Parameters).Named.FirstOrDefault(p => p.Get(F.Pattern).Kind == K.This);
        return written.Exists && Types.Nodes.Annotated(written) is { } type ? Types.Substitution.Apply(type, signature.Mapper) : null;
    }

    private TsType? OfMethod(TsNode method) =>
        method.Parent.Kind == K.Object && Of(method.Parent) is { } owner && method.Get(F.Name).PropertyName() is { } name ? PropertyType(owner, name) : null;

    private TsType? Read(TsNode expression, TsNode parent)
    {
        switch (parent.Kind)
        {
            case K.VariableDeclarator or K.PublicFieldDefinition or K.RequiredParameter or K.OptionalParameter when expression.Field == F.Value:
                return Types.Nodes.Annotated(parent) ?? (parent.Kind is K.RequiredParameter or K.OptionalParameter ? OfParameter(parent) : null);
            case K.AssignmentExpression or K.AugmentedAssignmentExpression when expression.Field == F.Right: return OfAssigned(parent);
            case K.Arguments: return OfArgument(expression, parent);
            case K.ReturnStatement: return OfReturn(parent.Ancestor(a => a.Kind.IsFunctionLike()));
            case K.ArrowFunction when expression.Field == F.Body: return OfReturn(parent);
            case K.Pair when expression.Field == F.Value: return Of(parent.Parent) is { } owner && parent.Get(F.Key).PropertyName() is { } name ? PropertyType(owner, name) : null;
            case K.Object when expression.Kind == K.ShorthandPropertyIdentifier: return Of(parent) is { } whole ? PropertyType(whole, expression.Text) : null;
            case K.SpreadElement: return parent.Parent.Kind == K.Object ? Of(parent.Parent) : null;
            case K.Array: return Of(parent) is { } array ? Types.Properties.ElementOf(Substitution.NonNull(array), new LiteralType(Position(expression, parent), isString: false)) : null;
            case K.ParenthesizedExpression or K.NonNullExpression: return Of(parent);
            case K.TernaryExpression when expression.Field != F.Condition: return Of(parent);
            case K.BinaryExpression when parent.Get(F.Operator).Text is "||" or "??": return Of(parent) ?? (expression.Field == F.Right ? Types.Expressions.TypeOf(parent.Get(F.Left)) : null);
            case K.BinaryExpression when parent.Get(F.Operator).Text is "&&" && expression.Field == F.Right: return Of(parent);
            case K.YieldExpression: return OfYield(parent);
            case K.AwaitExpression: return Of(parent);
            case K.AsExpression or K.SatisfiesExpression: return parent.Named.Count() > 1 ? Types.Nodes.TypeOf(parent.LastNamed) : Of(parent);
            case K.TypeAssertion: return Types.Nodes.TypeOf(parent.Get(K.TypeArguments).FirstNamed);
            case K.JsxExpression when parent.Parent.Kind == K.JsxAttribute: return program.Types.Jsx.AttributeType(parent.Parent);
            case K.AssignmentPattern or K.ObjectAssignmentPattern when expression.Field == F.Right: return Types.Symbols.OfBinding(parent.Kind == K.AssignmentPattern ? parent : parent.Get(F.Left)) is var bound and not UnknownType ? bound : null;
            default: return null;
        }
    }

    private static string Position(TsNode element, TsNode array) => array.Named.TakeWhile(e => e != element).Count().ToString(System.Globalization.CultureInfo.InvariantCulture);

    private TsType? OfAssigned(TsNode assignment)
    {
        var left = assignment.Get(F.Left);
        if (left.Kind is K.ObjectPattern or K.ArrayPattern) return null;
        if (left.File.IsJavaScript && left.Kind == K.MemberExpression && Scopes.CommonJs.IsModuleExports(left)) return null;
        if (left.File.IsJavaScript && left.Kind == K.MemberExpression && Scopes.CommonJs.IsExportsProperty(left)) return null;
        if (left.Kind == K.MemberExpression && IsDeclaredHere(left)) return null;
        return left.File.IsJavaScript && left.Get(F.Object).Kind == K.This ? null : Types.Expressions.TypeOf(left);
    }

    /// <summary>What sets a property that is declared by being set expects nothing.</summary>
    private bool IsDeclaredHere(TsNode access) =>
        access.Get(F.Object).Kind == K.Identifier && Types.Expressions.TypeOf(access.Get(F.Object)) is FunctionType or NamedValueType
        && Types.Properties.Find(Types.Expressions.TypeOf(access.Get(F.Object)), access.Get(F.Property).Text) is { Symbols: [{ First.Node.Kind: K.AssignmentExpression }] };

    private TsType? OfArgument(TsNode argument, TsNode arguments)
    {
        var call = arguments.Parent;
        var function = call.Kind == K.NewExpression ? call.Get(F.Constructor) : call.Get(F.Function);
        if (function.Kind is K.Import || (function.Kind == K.Identifier && function.Text == "require")) return null;
        if (function.Kind == K.Super) return OfSuperArgument(argument, arguments, function);
        var callee = Types.Expressions.TypeOf(function);
        if (callee is ExternalType or UnknownType) return callee;
        if (Types.Calls.Begin(call) is not { } signature) return callee is NamedValueType ? null : new UnknownType("what is called is not followed");
        return Types.Calls.ParameterAt(signature, arguments.Named.TakeWhile(a => a != argument).Count());
    }

    private TsType? OfSuperArgument(TsNode argument, TsNode arguments, TsNode super)
    {
        if (ThisContainer.Of(super) is not { Class.Exists: true } container || program.Scopes(super.File).SymbolOf(container.Class) is not { } type) return null;
        if (Types.Heritage.BaseValueOf(type) is not { } baseValue) return null;
        if (baseValue is ExternalType or UnknownType) return baseValue;
        return Types.Calls.SignaturesOf(baseValue, construct: true) is [var signature, ..] ? Types.Calls.ParameterAt(signature, arguments.Named.TakeWhile(a => a != argument).Count()) : null;
    }

    private TsType? OfReturn(TsNode function)
    {
        if (function.IsNone) return null;
        var written = function.Get(F.ReturnType) is { Exists: true } annotation ? Types.Nodes.TypeOf(annotation) : Types.JsDoc.ReturnOf(function) ?? Expected(function);
        return Expectation(written is null || !function.Has(T.Async) ? written : Types.Expressions.Awaited(written));
    }

    /// <summary>The first type argument of what a generator is written to return; <c>yield*</c> takes the whole.</summary>
    private TsType? OfYield(TsNode yield)
    {
        var function = yield.Ancestor(a => a.Kind.IsFunctionLike());
        if (function.Get(F.ReturnType).IsNone) return null;
        var written = Types.Nodes.TypeOf(function.Get(F.ReturnType));
        return yield.Has(T.Star) ? written : written is InstanceType { Symbol.IsLibrary: true, Arguments: [var element, ..] } ? element : written is UnknownType ? written : null;
    }

    private TsType? Expected(TsNode function)
    {
        var context = function.Kind == K.MethodDefinition ? OfMethod(function) : function.Kind.IsFunctionExpression() ? Of(function) : null;
        if (CallOf(function) is { Exists: true } call) return Of(call);
        if (context is null or UnknownType or ExternalType) return context;
        return Types.Calls.SignaturesOf(Substitution.NonNull(context), construct: false) is [var signature, ..] ? Types.Calls.ReturnOf(signature) : null;
    }

    /// <summary>The call of a function expression that is called where it stands.</summary>
    private static TsNode CallOf(TsNode function)
    {
        while (function.Parent.Kind == K.ParenthesizedExpression) function = function.Parent;
        return function.Parent.Kind == K.CallExpression && function.Field == F.Function ? function.Parent : default;
    }

    private TsType? PropertyType(TsType owner, string name) => Types.Properties.Find(Substitution.NonNull(owner), name) switch
    {
        { Certainty: Certainty.Absent, Type: PrimitiveType { Name: "undefined" } } => null,
        var found => found.Type,
    };
}
