using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

internal sealed partial class Evaluator
{
    /// <summary>What the place of a literal asks for: the annotation of the variable, parameter or result that it becomes.</summary>
    public PythonType Expected(PythonNode literal)
    {
        var parent = literal.Parent!.Value;
        if (parent.Is(Kinds.ParenthesizedExpression)) return Expected(parent);
        if (parent.Is(Kinds.Assignment)) return parent.Child(Fields.Type) is { } annotation ? OfAnnotation(annotation) : Of(parent.Child(Fields.Left));
        if (parent.Is(Kinds.ReturnStatement)) return parent.Ancestor(Kinds.FunctionDefinition)?.Child(Fields.ReturnType) is { } result ? OfAnnotation(result) : PythonType.Unknown;
        if (parent.Is(Kinds.List)) return ItemOf(Expected(parent));
        if (parent.Is(Kinds.KeywordArgument)) return OfArgument(parent.Parent!.Value, p => p.TakesKeyword && p.Name.Text == parent.Child(Fields.Name)?.Text);
        if (parent.Is(Kinds.TypedDefaultParameter)) return OfAnnotation(parent.Child(Fields.Type)!.Value);
        if (!parent.Is(Kinds.ArgumentList)) return PythonType.Unknown;
        var index = parent.Children.TakeWhile(a => a != literal).Count();
        return Of(parent.Parent?.Child(Fields.Function)) is PythonType.Class(var of) && of.IsTypedDict ? new PythonType.Instance(of) : OfArgument(parent, index);
    }

    private PythonType OfArgument(PythonNode arguments, int index)
    {
        if (Of(arguments.Parent?.Child(Fields.Function)) is not PythonType.Function(var function, var isBound)) return PythonType.Unknown;
        return Annotated(function.Parameters.Skip(isBound ? 1 : 0).Where(p => p.Kind is ParameterKind.PositionalOnly or ParameterKind.Normal).ElementAtOrDefault(index));
    }

    private PythonType OfArgument(PythonNode arguments, Func<ParameterModel, bool> isMeant) =>
        Of(arguments.Parent?.Child(Fields.Function)) is PythonType.Function(var function, _) ? Annotated(function.Parameters.FirstOrDefault(isMeant)) : PythonType.Unknown;

    private PythonType Annotated(ParameterModel? parameter) => parameter?.Annotation is { } annotation ? OfAnnotation(annotation) : PythonType.Unknown;
}
