using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>Which argument of a call reaches which parameter.</summary>
internal static class CallArguments
{
    /// <summary>The arguments as written, in order; a generator that stands alone is one.</summary>
    public static IReadOnlyList<PythonNode> Of(PythonNode call)
    {
        var list = call.Child(Fields.Arguments)!.Value;
        return list.Is(Kinds.ArgumentList) ? [.. list.Children] : [list];
    }

    public static bool IsSpread(PythonNode argument) => argument.Is(Kinds.ListSplat) || argument.Is(Kinds.DictionarySplat);

    public static PythonNode ValueOf(PythonNode argument) => argument.Is(Kinds.KeywordArgument) ? argument.Child(Fields.Value)!.Value : argument;

    /// <summary>The arguments by parameter; null when the call spreads lists or does not fit. Parameters without an argument are left out.</summary>
    public static Dictionary<string, PythonNode>? Bind(IReadOnlyList<ParameterModel> parameters, PythonNode call)
    {
        var bound = new Dictionary<string, PythonNode>();
        var positional = parameters.Where(p => p.Kind is ParameterKind.PositionalOnly or ParameterKind.Normal).ToList();
        var next = 0;
        foreach (var argument in Of(call))
        {
            if (IsSpread(argument)) return null;
            if (argument.Is(Kinds.KeywordArgument))
            {
                var name = argument.Child(Fields.Name)!.Value.Text;
                if (!parameters.Any(p => p.TakesKeyword && p.Name.Text == name) || !bound.TryAdd(name, argument)) return null;
            }
            else if (next < positional.Count)
            {
                bound[positional[next++].Name.Text] = argument;
            }
            else
            {
                return null;
            }
        }

        return bound;
    }

    /// <summary>The value that a parameter has when it gets no argument.</summary>
    public static PythonNode? DefaultOf(ParameterModel parameter)
    {
        var holder = parameter.Name.Parent!.Value;
        return (holder.Is(Kinds.DefaultParameter) || holder.Is(Kinds.TypedDefaultParameter)) && holder.Child(Fields.Name) == parameter.Name ? holder.Child(Fields.Value) : null;
    }
}
