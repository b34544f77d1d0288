namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>Whether two types are identical by the specification.</summary>
internal static class TypeIdentity
{
    /// <summary>Null when it cannot be decided.</summary>
    public static bool? Same(GoType a, GoType b) => (a, b) switch
    {
        (GoType.Unknown, _) or (_, GoType.Unknown) => null,
        (GoType.Basic x, GoType.Basic y) => Plain(x.Name) == Plain(y.Name),
        (GoType.External x, GoType.External y) => x.Path == y.Path && x.Name == y.Name ? All(x.Arguments, y.Arguments) : x.Name.Contains('.') || y.Name.Contains('.') ? null : false,
        (GoType.Named x, GoType.Named y) => x.Object == y.Object ? All(x.Arguments, y.Arguments) : false,
        (GoType.Parameter x, GoType.Parameter y) => x.Object == y.Object,
        (GoType.Pointer x, GoType.Pointer y) => Same(x.Element, y.Element),
        (GoType.Slice x, GoType.Slice y) => Same(x.Element, y.Element),
        (GoType.Array x, GoType.Array y) => Same(x.Element, y.Element) == false ? false : null,
        (GoType.Map x, GoType.Map y) => Both(Same(x.Key, y.Key), Same(x.Value, y.Value)),
        (GoType.Channel x, GoType.Channel y) => Same(x.Element, y.Element),
        (GoType.Function x, GoType.Function y) => x.IsVariadic != y.IsVariadic ? false : Both(All(x.Parameters, y.Parameters), All(x.Results, y.Results)),
        (GoType.Struct x, GoType.Struct y) => x.Node == y.Node && ReferenceEquals(x.By, y.By) ? true : null,
        (GoType.Interface x, GoType.Interface y) => x.Node == y.Node && ReferenceEquals(x.By, y.By) || (IsEmpty(x) && IsEmpty(y)) ? true : null,
        (GoType.Interface x, GoType.Basic y) => y.Name is "any" or "error" ? IsEmpty(x) && y.Name == "any" : false,
        (GoType.Basic, GoType.Interface) => Same(b, a),
        (GoType.Tuple x, GoType.Tuple y) => All(x.Parts, y.Parts),
        // An external name may be an alias of anything outside.
        (GoType.External x, not (GoType.Named or GoType.Parameter)) => x.Name.Contains('.') ? null : false,
        (not (GoType.Named or GoType.Parameter), GoType.External) => Same(b, a),
        _ => false,
    };

    private static bool? All(IReadOnlyList<GoType> a, IReadOnlyList<GoType> b) => a.Count != b.Count ? false : a.Zip(b).Select(p => Same(p.First, p.Second)).Aggregate((bool?)true, Both);

    private static bool? Both(bool? a, bool? b) => a == false || b == false ? false : a is null || b is null ? null : true;

    private static bool IsEmpty(GoType.Interface type) => !type.Node.Named.Any();

    private static string Plain(string name) => name switch { "byte" => "uint8", "rune" => "int32", _ => name };
}
