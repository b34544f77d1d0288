using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Types;

internal sealed partial class ClassTable
{
    private static void AddMembers(ClassModel model, Scope scope)
    {
        foreach (var variable in scope.Variables.Values)
        {
            foreach (var declaration in variable.Declarations) model.AddMember(variable.Name, declaration.Name);
            if (IsField(variable)) model.Fields.Add(variable.Name);
        }

        if (scope.Variables.TryGetValue("__slots__", out var slots)) AddSlots(model, slots);
        foreach (var method in Methods(scope)) AddAssigned(model, scope, method);
    }

    private static bool IsField(Variable variable) => variable.Declarations.Any(d => d.Kind == DeclarationKind.Assignment && d.Origin.Child(Fields.Type) is not null);

    private static IEnumerable<FunctionModel> Methods(Scope scope) => scope.Children
        .Select(c => c.Kind == ScopeKind.TypeParameters ? c.Children.FirstOrDefault() ?? c : c)
        .Where(c => c.Kind == ScopeKind.Function).Select(c => new FunctionModel(c));

    private static void AddSlots(ClassModel model, Variable slots)
    {
        foreach (var value in slots.Declarations.Select(d => d.Origin.Child(Fields.Right)).OfType<PythonNode>())
        {
            var strings = value.Is(Kinds.String) ? [value] : value.Is(Kinds.Dictionary) ? value.Children.Select(p => p.Child(Fields.Key)).OfType<PythonNode>() : value.Children;
            foreach (var name in strings.Select(s => StringLiteral.Of(s)).OfType<StringLiteral>()) model.AddMember(slots.Scope.Mangle(name.Content), name.Node);
        }
    }

    /// <summary>What a method assigns to an attribute of its <c>self</c> or <c>cls</c>.</summary>
    private static void AddAssigned(ClassModel model, Scope scope, FunctionModel method)
    {
        if (method.Receiver is not { } receiver || method.Node.Child(Fields.Body) is not { } body) return;
        var self = receiver.Name.Text;
        foreach (var attribute in body.Descendants(Kinds.Attribute).Where(AssignedAttributes.IsTarget))
        {
            if (attribute.Child(Fields.Object) is { } owner && owner.Is(Kinds.Identifier) && owner.Text == self
                && attribute.Child(Fields.Attribute) is { } name && owner.File.SiteOf(owner)?.Scope.Resolve(self).Variable?.Scope == method.Scope)
                model.AddMember(scope.Mangle(name.Text), name);
        }
    }

    private ClassModel? Make(PythonNode call)
    {
        if (call.Child(Fields.Function) is not { } callee || LastName(callee) is not ("namedtuple" or "NamedTuple" or "TypedDict")) return null;
        if (evaluator.Of(callee) is not PythonType.External { From: "collections.namedtuple" or "typing.NamedTuple" or "typing.TypedDict" or "typing_extensions.TypedDict" } external) return null;
        var arguments = call.Child(Fields.Arguments)?.Children.ToList() ?? [];
        if (arguments.Count < 2 || StringLiteral.Of(arguments[0]) is not { } name) return null;
        var model = new ClassModel(name.Content, call, []) { Read = () => { } };
        model.ExternalBases.Add(external.From);
        foreach (var field in FieldStrings(arguments[1]))
        {
            model.AddMember(field.Content, field.Node);
            model.Fields.Add(field.Content);
        }

        return model;
    }

    /// <summary>The strings that name fields; one that names several at once is given whole.</summary>
    private static IEnumerable<StringLiteral> FieldStrings(PythonNode fields)
    {
        if (fields.Is(Kinds.String)) return StringLiteral.Of(fields) is { } all ? all.Content.Split([' ', ','], StringSplitOptions.RemoveEmptyEntries).Select(f => all with { Content = f }) : [];
        if (fields.Is(Kinds.Dictionary)) return fields.Children.Select(p => StringLiteral.Of(p.Child(Fields.Key))).OfType<StringLiteral>();
        return fields.Children.Select(c => StringLiteral.Of(c.Is(Kinds.Tuple) ? c.FirstChild : c)).OfType<StringLiteral>();
    }

    private static string LastName(PythonNode callee) => (callee.Is(Kinds.Attribute) ? callee.Child(Fields.Attribute)?.Text : callee.Text) ?? "";
}
