using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>A parameter of a function or lambda.</summary>
internal sealed record ParameterModel(PythonNode Name, ParameterKind Kind, PythonNode? Annotation)
{
    public bool TakesKeyword => Kind is ParameterKind.Normal or ParameterKind.KeywordOnly;

    /// <summary>Reads a parameter list.</summary>
    public static IReadOnlyList<ParameterModel> ReadAll(PythonNode? list)
    {
        var found = new List<ParameterModel>();
        var kind = ParameterKind.Normal;
        foreach (var node in list?.Children ?? [])
        {
            var text = node.Text;
            if (text == "/") Reclassify(found);
            else if (text == "*") kind = ParameterKind.KeywordOnly;
            else if (Read(node, kind) is { } parameter)
            {
                found.Add(parameter);
                if (parameter.Kind == ParameterKind.Rest) kind = ParameterKind.KeywordOnly;
            }
        }

        return found;
    }

    private static void Reclassify(List<ParameterModel> before)
    {
        for (var i = 0; i < before.Count; i++) before[i] = before[i] with { Kind = ParameterKind.PositionalOnly };
    }

    private static ParameterModel? Read(PythonNode node, ParameterKind kind)
    {
        var annotation = node.Child(Fields.Type);
        var name = node.Child(Fields.Name) ?? (node.Is(Kinds.TypedParameter) ? node.FirstChild!.Value : node);
        if (name.Is(Kinds.ListSplatPattern)) (name, kind) = (name.FirstChild ?? name, ParameterKind.Rest);
        else if (name.Is(Kinds.DictionarySplatPattern)) (name, kind) = (name.FirstChild ?? name, ParameterKind.Keywords);
        return name.Is(Kinds.Identifier) ? new ParameterModel(name, kind, annotation) : null;
    }
}
