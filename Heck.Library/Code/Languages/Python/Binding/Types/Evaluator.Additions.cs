using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

internal sealed partial class Evaluator
{
    /// <summary>A container's items and those that are added to it where it is used.</summary>
    private PythonType WithAdded(PythonType type, Func<IEnumerable<PythonNode>> uses) => type switch
    {
        PythonType.Container { Kind: ContainerKind.Sequence } list => Sequence(uses().SelectMany(AddedBy).Prepend(list.Item)),
        PythonType.Container { Kind: ContainerKind.Mapping, Items: [var key, var value] } =>
            new PythonType.Container(ContainerKind.Mapping, [key, PythonType.Union(uses().SelectMany(AddedBy).Prepend(value))]),
        _ => type,
    };

    private static IEnumerable<PythonNode> UsesOf(Variable variable) => variable.First.Name.File.SitesOf(variable.First.Name.Text)
        .Where(s => s.Role == NameRole.Load && s.Scope.Resolve(s.Node.Text).Variable == variable).Select(s => s.Node);

    /// <summary>The places in a class's own methods that use an attribute of the object.</summary>
    private static IEnumerable<PythonNode> UsesInMethods(ClassModel of, string name) => of.Scopes
        .SelectMany(s => s.Node.File.SitesOf(of.Members[name][0].Text).Where(a => a.Role == NameRole.Attribute && a.Node.IsWithin(s.Node)))
        .Select(a => a.Node.Parent!.Value)
        .Where(a => a.Child(Fields.Object) is { } owner && owner.Is(Kinds.Identifier) && owner.Text is "self" or "cls");

    private IEnumerable<PythonType> AddedBy(PythonNode use)
    {
        if (use.Parent is not { } parent) return [];
        if (parent.Is(Kinds.AugmentedAssignment) && use.Field == Fields.Left) return [ItemOf(Of(parent.Child(Fields.Right)))];
        if (parent.Is(Kinds.Subscript) && use.Field == Fields.Value && AssignedAttributes.IsTarget(parent))
            return parent.Parent is { } assignment && assignment.Is(Kinds.Assignment) ? [Of(assignment.Child(Fields.Right))] : [PythonType.Unknown];
        if (!parent.Is(Kinds.Attribute) || use.Field != Fields.Object || parent.Parent is not { } call || !call.Is(Kinds.Call)) return [];
        var arguments = call.Child(Fields.Arguments)?.Children.ToList() ?? [];
        return (parent.Child(Fields.Attribute)?.Text, arguments.Count) switch
        {
            ("append" or "add" or "appendleft", 1) => [Of(arguments[0])],
            ("insert" or "setdefault", 2) => [Of(arguments[1])],
            ("extend" or "extendleft" or "update", 1) => [Of(arguments[0]) is PythonType.Container { Kind: ContainerKind.Mapping, Items: [_, var value] } ? value : ItemOf(Of(arguments[0]))],
            ("append" or "add" or "insert" or "extend" or "update", _) => [PythonType.Unknown],
            _ => [],
        };
    }
}
