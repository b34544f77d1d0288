namespace Heck.Code.Languages.Go.Binding.Types;

/// <summary>Types as the table of the standard library's interfaces writes them.</summary>
internal static class TypeText
{
    /// <summary>Parameters and results; null when a type in them cannot be in the standard library.</summary>
    public static string? Of(GoType.Function f)
    {
        var (parameters, results) = (List(f.Parameters, f.IsVariadic), List(f.Results, isVariadic: false));
        return parameters is null || results is null ? null : parameters + results;
    }

    private static string? List(IReadOnlyList<GoType> types, bool isVariadic)
    {
        var texts = types.Select(Of).ToList();
        if (texts.Contains(null)) return null;
        if (isVariadic) texts[^1] = "..." + texts[^1]![2..];
        return $"({string.Join(',', texts)})";
    }

    private static string? Of(GoType type) => type switch
    {
        GoType.Basic(var name) => name switch { "byte" => "uint8", "rune" => "int32", _ => name },
        GoType.External external => external.Full,
        GoType.Pointer(var element) => Of(element) is { } of ? "*" + of : null,
        GoType.Slice(var element) => Of(element) is { } of ? "[]" + of : null,
        GoType.Interface(var node, _) when !node.Named.Any() => "any",
        _ => null,
    };
}
