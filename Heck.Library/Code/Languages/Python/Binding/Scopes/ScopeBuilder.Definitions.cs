using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Scopes;

internal sealed partial class ScopeBuilder
{
    private void VisitFunction(PythonNode function, Scope scope)
    {
        var name = function.Child(Fields.Name)!.Value;
        Bind(name, DeclarationKind.Function, function, scope);
        var parameters = function.Child(Fields.Parameters);
        ScanDefaults(parameters, scope);
        var around = OpenTypeParameters(function, name.Text, scope);
        ScanAnnotations(parameters, around);
        Scan(function.Child(Fields.ReturnType), around);
        var body = new Scope(ScopeKind.Function, function, name.Text, around);
        BindParameters(parameters, body);
        Scan(function.Child(Fields.Body), body);
    }

    private void VisitLambda(PythonNode lambda, Scope scope)
    {
        var parameters = lambda.Child(Fields.Parameters);
        ScanDefaults(parameters, scope);
        var body = new Scope(ScopeKind.Lambda, lambda, "lambda", scope);
        BindParameters(parameters, body);
        Scan(lambda.Child(Fields.Body), body);
    }

    private void VisitClass(PythonNode definition, Scope scope)
    {
        var name = definition.Child(Fields.Name)!.Value;
        Bind(name, DeclarationKind.Class, definition, scope);
        var around = OpenTypeParameters(definition, name.Text, scope);
        Scan(definition.Child(Fields.Superclasses), around);
        Scan(definition.Child(Fields.Body), new Scope(ScopeKind.Class, definition, name.Text, around));
    }

    /// <summary>The first iterable is evaluated outside, everything else inside.</summary>
    private void VisitComprehension(PythonNode comprehension, Scope scope)
    {
        var inside = new Scope(ScopeKind.Comprehension, comprehension, NameOfComprehension(comprehension.Kind), scope);
        var isFirst = true;
        foreach (var clause in comprehension.Children.Where(c => c.Is(Kinds.ForInClause)))
        {
            BindTarget(clause.Child(Fields.Left)!.Value, DeclarationKind.For, clause, inside);
            foreach (var iterable in clause.ChildrenIn(Fields.Right)) Scan(iterable, isFirst ? scope : inside);
            isFirst = false;
        }

        foreach (var other in comprehension.Children.Where(c => !c.Is(Kinds.ForInClause))) Scan(other, inside);
    }

    private static string NameOfComprehension(ushort kind) =>
        kind == Kinds.ListComprehension ? "listcomp" : kind == Kinds.SetComprehension ? "setcomp" : kind == Kinds.GeneratorExpression ? "genexpr" : "dictcomp";

    private void VisitTypeAlias(PythonNode alias, Scope scope)
    {
        var left = alias.Child(Fields.Left)!.Value.FirstChild!.Value;
        if (!left.Is(Kinds.Identifier) && !left.Is(Kinds.GenericType))
        {
            VisitAttributeOfType(alias, scope);
            return;
        }

        var name = left.Is(Kinds.Identifier) ? left : left.FirstChild!.Value;
        Bind(name, DeclarationKind.TypeAlias, alias, scope);
        var inside = new Scope(ScopeKind.TypeParameters, alias, name.Text, scope);
        if (left.ChildOfKind(Kinds.TypeParameter) is { } parameters) BindTypeParameters(parameters, inside);
        Scan(alias.Child(Fields.Right), inside);
    }

    /// <summary>The grammar takes <c>type(x).y = z</c> for an alias; its word <c>type</c> is a name.</summary>
    private void VisitAttributeOfType(PythonNode alias, Scope scope)
    {
        AddSite(_unit[alias.Index + 1], NameRole.Load, scope);
        Scan(alias.Child(Fields.Left), scope);
        Scan(alias.Child(Fields.Right), scope);
    }

    private void BindParameters(PythonNode? parameters, Scope body)
    {
        foreach (var parameter in parameters?.Children ?? []) BindParameter(parameter, parameter, body);
    }

    private void BindParameter(PythonNode node, PythonNode parameter, Scope body)
    {
        if (node.Is(Kinds.Identifier)) Bind(node, DeclarationKind.Parameter, parameter, body);
        else if (node.Child(Fields.Name) is { } name) BindParameter(name, parameter, body);
        else foreach (var child in node.Children.Where(c => !c.Is(Kinds.Type))) BindParameter(child, parameter, body);
    }

    private void ScanDefaults(PythonNode? parameters, Scope scope)
    {
        foreach (var parameter in parameters?.Children ?? []) Scan(parameter.Child(Fields.Value), scope);
    }

    private void ScanAnnotations(PythonNode? parameters, Scope scope)
    {
        foreach (var parameter in parameters?.Children ?? []) Scan(parameter.Child(Fields.Type), scope);
    }

    private Scope OpenTypeParameters(PythonNode definition, string name, Scope scope)
    {
        if (definition.Child(Fields.TypeParameters) is not { } parameters) return scope;
        var inside = new Scope(ScopeKind.TypeParameters, definition, name, scope);
        BindTypeParameters(parameters, inside);
        return inside;
    }

    private void BindTypeParameters(PythonNode parameters, Scope scope)
    {
        foreach (var parameter in parameters.Children) BindTypeParameter(parameter, parameter, scope);
    }

    private void BindTypeParameter(PythonNode node, PythonNode parameter, Scope scope)
    {
        var children = node.Children.ToList();
        if (node.Is(Kinds.Identifier)) Bind(node, DeclarationKind.TypeParameter, parameter, scope);
        else if (children.Count > 0) BindTypeParameter(children[0], parameter, scope);
        foreach (var bound in children.Skip(1)) Scan(bound, scope);
    }
}
