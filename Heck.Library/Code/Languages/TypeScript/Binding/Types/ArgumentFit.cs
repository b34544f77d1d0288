using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>A rough test whether arguments can be meant for an overload; says no only where that is evident.</summary>
internal static class ArgumentFit
{
    public static bool Fits(TsProgram program, Signature signature, IReadOnlyList<TsNode> arguments)
    {
        for (var i = 0; i < arguments.Count; i++)
        {
            if (arguments[i].Kind == K.SpreadElement) return true;
            if (!Fits(program, arguments[i].Unwrapped(), program.Types.Calls.ParameterAt(signature, i))) return false;
        }

        return true;
    }

    /// <summary>Only a guard does where a guard is wanted.</summary>
    private static bool IsGuard(TsNode function) => function.Get(F.ReturnType).Subtree.Any(n => n.Kind == K.TypePredicate);

    private static bool Fits(TsProgram program, TsNode argument, TsType parameter)
    {
        switch (parameter)
        {
            case UnionType union: return union.Types.Any(t => Fits(program, argument, t));
            case DeferredType deferred: return Fits(program, argument, program.Types.Nodes.Expanded(deferred));
            case UnknownType or ExternalType or ParameterType or IntersectionType or LookupType or KeyOfType or MappedType or ViewType: return true;
        }

        if (argument.Kind.IsFunctionExpression())
            return program.Types.Calls.SignaturesOf(parameter, construct: false) is { Count: > 0 } signatures && signatures.Any(s => (s.HasRest || s.Parameters.Count >= new Signature(argument, TypeMapper.Identity).Required) && (IsGuard(argument) || !IsGuard(s.Node)));
        var given = program.Types.Expressions.TypeOf(argument);
        return (given, parameter) switch
        {
            (UnknownType or ExternalType or ParameterType or UnionType or IntersectionType, _) => true,
            (LiteralType a, LiteralType b) => Substitution.Same(a, b),
            (LiteralType a, PrimitiveType p) => SymbolTypes.Widened(a) is PrimitiveType w ? w.Name == p.Name || p.Name == "unknown" : p.Name is "number" or "string" or "unknown",
            (PrimitiveType a, PrimitiveType p) => a.Name == p.Name || p.Name == "unknown",
            (PrimitiveType or LiteralType, FunctionType or TupleType or ObjectType) => false,
            (PrimitiveType or LiteralType, InstanceType) => false,
            (FunctionType has, FunctionType wanted) => has.Nodes.Any(IsGuard) || !wanted.Nodes.All(IsGuard),
            (FunctionType, PrimitiveType p) => p.Name == "unknown",
            (FunctionType, InstanceType or ObjectType) => program.Types.Calls.SignaturesOf(parameter, construct: false).Count > 0 || parameter is ObjectType,
            (InstanceType or ObjectType or TupleType, PrimitiveType p) => p.Name == "unknown",
            (InstanceType or ObjectType or TupleType, LiteralType) => false,
            (InstanceType, FunctionType) => program.Types.Calls.SignaturesOf(given, construct: false).Count > 0,
            (ObjectType, FunctionType) => false,
            _ => true,
        };
    }
}
