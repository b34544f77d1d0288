using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>The classes of the workspace with their members and bases, made as they are asked for.</summary>
internal sealed partial class ClassTable(PythonProgram program, Evaluator evaluator)
{
    private readonly Dictionary<Scope, ClassModel> _byScope = [];
    private readonly Dictionary<PythonNode, ClassModel?> _byCall = [];

    public ClassModel Of(Scope scope)
    {
        scope = StubTwins.SourceOf(scope, program);
        if (_byScope.TryGetValue(scope, out var known)) return known;
        IReadOnlyList<Scope> scopes = [scope, .. StubTwins.StubsOf(scope, program)];
        var model = _byScope[scope] = new ClassModel(scope.Name, scope.Node, scopes);
        foreach (var part in scopes) AddMembers(model, part);
        model.Read = () => evaluator.Apart(() => ReadBases(model));
        return model;
    }

    /// <summary>The classes that a file defines.</summary>
    public IEnumerable<ClassModel> In(PythonFile file) => ClassScopes(file.Module).Select(Of);

    /// <summary>The class that a call makes: <c>namedtuple</c>, <c>NamedTuple</c>, <c>TypedDict</c>; null for other calls.</summary>
    public ClassModel? MadeBy(PythonNode call)
    {
        if (_byCall.TryGetValue(call, out var known)) return known;
        _byCall[call] = null;
        return _byCall[call] = Make(call);
    }

    private static IEnumerable<Scope> ClassScopes(Scope scope) =>
        scope.Children.SelectMany(c => c.Kind == ScopeKind.Class ? ClassScopes(c).Prepend(c) : ClassScopes(c));

    private void ReadBases(ClassModel model)
    {
        foreach (var part in model.Scopes.Take(1))
        {
            foreach (var argument in part.Node.Child(Fields.Superclasses)?.Children ?? []) AddBase(model, argument);
        }

        model.IsDataClass = FunctionModel.DecoratorsOf(model.Node).Any(IsDataClassDecorator);
    }

    private void AddBase(ClassModel model, PythonNode argument)
    {
        if (argument.Is(Kinds.KeywordArgument)) return;
        switch (evaluator.Of(argument))
        {
            case PythonType.Class(var of) when of != model: model.Bases.Add(of); break;
            case PythonType.External { IsInstance: false } external: model.ExternalBases.Add(external.From); break;
            default: model.HasUnknownBase = true; break;
        }
    }

    private static bool IsDataClassDecorator(PythonNode decorator)
    {
        var name = decorator.Text.Split('(')[0];
        return name[(name.LastIndexOf('.') + 1)..] is "dataclass" or "define" or "frozen" or "mutable" or "attrs" or "s";
    }
}
