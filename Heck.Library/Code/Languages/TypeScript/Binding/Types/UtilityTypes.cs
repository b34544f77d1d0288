namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>The utility types of the library, by what they do to properties.</summary>
internal static class UtilityTypes
{
    public static TsType? Apply(TsProgram program, string name, IReadOnlyList<TsType> arguments) => (name, arguments.Count) switch
    {
        ("Partial" or "Required" or "Readonly", 1) => new ViewType(arguments[0]),
        ("Pick", 2) => new ViewType(arguments[0], arguments[1]),
        ("Omit", 2) => new ViewType(arguments[0], arguments[1], without: true),
        ("NonNullable", 1) => Substitution.NonNull(arguments[0]),
        ("NoInfer", 1) => arguments[0],
        ("Awaited" or "ReturnType" or "InstanceType" or "Parameters" or "ConstructorParameters", 1) when arguments[0] is ParameterType or LookupType or ConditionalType => null,
        ("Awaited", 1) => program.Types.Expressions.Awaited(arguments[0]),
        ("ReturnType", 1) => program.Types.Calls.ReturnOfFirst(arguments[0]),
        ("InstanceType", 1) => program.Types.Calls.Constructed(arguments[0]),
        ("Parameters", 1) => program.Types.Calls.ParametersOfFirst(arguments[0], construct: false),
        ("ConstructorParameters", 1) => program.Types.Calls.ParametersOfFirst(arguments[0], construct: true),
        ("ThisType", 1) => new PrimitiveType("unknown"),
        ("Uppercase" or "Lowercase" or "Capitalize" or "Uncapitalize", 1) => TsType.String,
        _ => null,
    };
}
