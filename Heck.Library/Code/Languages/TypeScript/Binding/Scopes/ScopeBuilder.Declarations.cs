using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>Functions, classes, types, enums, namespaces and variables.</summary>
internal sealed partial class ScopeBuilder
{
    private void VisitFunction(TsNode node, TsScope scope)
    {
        var name = node.Get(F.Name);
        if (node.Kind is K.FunctionDeclaration or K.GeneratorFunctionDeclaration or K.FunctionSignature) DeclareStatement(name, node, scope, "function", Meaning.Value);
        else if (name.Exists && !node.Kind.IsFunctionExpression()) Visit(name, scope);

        foreach (var decorator in node.All(F.Decorator)) Visit(decorator, scope);
        var inner = scope;
        if (name.Exists && node.Kind.IsFunctionExpression())
        {
            // The name of a function expression is visible inside it only, and a parameter may hide it.
            inner = new TsScope(node, scope);
            Declare(inner.Names, name, node, "function", Meaning.Value);
        }

        inner = Open(node, inner, takesVariables: true);
        VisitTypeParameters(node, inner);
        if (node.Get(F.Parameter) is { Exists: true } single) DeclarePattern(single, node, inner, "parameter");
        foreach (var parameter in node.Get(F.Parameters).Named) VisitParameter(parameter, inner);
        foreach (var child in node.Children.Where(c => c.Field is F.ReturnType or F.Type)) Visit(child, inner);
        VisitBody(node.Get(F.Body), inner);
    }

    private void VisitParameter(TsNode parameter, TsScope scope)
    {
        foreach (var decorator in parameter.All(F.Decorator)) Visit(decorator, scope);
        var pattern = parameter.Get(F.Pattern);
        if (pattern.IsNone) pattern = parameter.Get(F.Name);
        if (pattern.Exists) DeclarePattern(pattern, parameter, scope, "parameter");
        foreach (var child in parameter.Children.Where(c => c.Field is F.Type or F.Value)) Visit(child, scope);
    }

    private void VisitTypeParameters(TsNode node, TsScope scope)
    {
        foreach (var parameter in node.Get(F.TypeParameters).All(K.TypeParameter))
        {
            Declare(scope.Names, parameter.Get(F.Name), parameter, "type parameter", Meaning.Type);
            VisitChildren(parameter, scope);
        }
    }

    private void VisitClass(TsNode node, TsScope scope)
    {
        var name = node.Get(F.Name);
        var inner = Open(node, scope);
        TsSymbol symbol;
        if (name.Exists && node.Kind != K.Class) symbol = DeclareStatement(name, node, scope, "class", Meaning.Value | Meaning.Type);
        else if (name.Exists) symbol = Declare(inner.Names, name, node, "class", Meaning.Value | Meaning.Type);
        else
        {
            symbol = new TsSymbol("default", "class", Meaning.Value | Meaning.Type);
            symbol.Declare(node, node, Meaning.Value | Meaning.Type);
        }

        _file.AddClass(node, symbol);
        VisitTypeParameters(node, inner);
        foreach (var child in node.Children.Where(c => c.Field is not (F.Name or F.TypeParameters))) Visit(child, inner);
    }

    private void VisitTypeWithParameters(TsNode node, TsScope scope, string kind)
    {
        var symbol = DeclareStatement(node.Get(F.Name), node, scope, kind, Meaning.Type);
        _file.AddClass(node, symbol);
        var inner = Open(node, scope);
        VisitTypeParameters(node, inner);
        foreach (var child in node.Children.Where(c => c.Field is not (F.Name or F.TypeParameters))) Visit(child, inner);
    }

    private void VisitEnum(TsNode node, TsScope scope)
    {
        var symbol = DeclareStatement(node.Get(F.Name), node, scope, "enum", Meaning.All);
        _file.AddClass(node, symbol);
        var inner = Open(node, scope, container: symbol);
        foreach (var member in node.Get(F.Body).Named)
        {
            var name = member.Kind == K.EnumAssignment ? member.Get(F.Name) : member;
            if (name.PropertyName() is { } text) DeclareMember(symbol, text, name, member, "enum member");
            if (member.Get(F.Value) is { Exists: true } value) Visit(value, inner);
        }
    }

    private void DeclareMember(TsSymbol container, string text, TsNode name, TsNode node, string kind)
    {
        if (!container.Exports.TryGetValue(text, out var member))
            container.Exports[text] = member = new TsSymbol(text, kind, Meaning.Value | Meaning.Type) { Parent = container, IsMember = true, IsStatic = true };
        member.Declare(name.NameText(), node, Meaning.Value);
        _file.AddDeclared(name.NameText(), member);
    }

    private void VisitVariables(TsNode node, TsScope scope)
    {
        var isVar = node.Kind == K.VariableDeclaration;
        var home = isVar ? VariableHome(scope) : scope;
        var kind = node.Has(T.Const) ? "constant" : "variable";
        foreach (var declarator in node.All(K.VariableDeclarator))
        {
            DeclarePattern(declarator.Get(F.Name), declarator, home, kind, scope);
            foreach (var child in declarator.Children.Where(c => c.Field is F.Type or F.Value)) Visit(child, scope);
        }
    }

    private void VisitForIn(TsNode node, TsScope scope)
    {
        var inner = Open(node, scope);
        var left = node.Get(F.Left);
        if (node.Get(F.Kind) is { Exists: true } kind) DeclarePattern(left, node, kind.Text == "var" ? VariableHome(scope) : inner, kind.Text == "const" ? "constant" : "variable", inner);
        else Visit(left, inner);
        foreach (var child in node.Children.Where(c => c.Field is F.Right or F.Value or F.Body)) Visit(child, inner);
    }

    private void VisitCatch(TsNode node, TsScope scope)
    {
        var inner = Open(node, scope);
        if (node.Get(F.Parameter) is { Exists: true } parameter) DeclarePattern(parameter, node, inner, "variable");
        if (node.Get(F.Type) is { Exists: true } type) Visit(type, inner);
        VisitBody(node.Get(F.Body), inner);
    }

    private void VisitIndexSignature(TsNode node, TsScope scope)
    {
        var inner = Open(node, scope);
        if (node.Get(F.Name) is { Exists: true } name) Declare(inner.Names, name, node, "parameter", Meaning.Value);
        var mapped = node.Get(K.MappedTypeClause);
        if (mapped.Get(F.Name) is { Exists: true } parameter) Declare(inner.Names, parameter, mapped, "type parameter", Meaning.Type);
        foreach (var child in node.Children.Where(c => c.Field != F.Name)) Visit(child, inner);
    }

    private void VisitInfer(TsNode node, TsScope scope)
    {
        var name = node.Get(K.TypeIdentifier);
        var conditional = node.Ancestor(a => a.Kind == K.ConditionalType && a.Get(F.Right).Contains(node));
        var home = conditional.Exists ? _file.OpenedBy(conditional)! : scope;
        if (name.Exists) Declare(home.Names, name, node, "type parameter", Meaning.Type);
        foreach (var child in node.Named.Where(c => c != name)) Visit(child, scope);
    }

    /// <summary>Declares the names of a binding pattern; visits what is evaluated in it.</summary>
    private void DeclarePattern(TsNode pattern, TsNode node, TsScope home, string kind, TsScope? evaluatedIn = null)
    {
        switch (pattern.Kind)
        {
            case K.Identifier or K.ShorthandPropertyIdentifierPattern: Declare(home.Names, pattern, node, kind, Meaning.Value); break;
            case K.PairPattern:
                Visit(pattern.Get(F.Key), evaluatedIn ?? home);
                DeclarePattern(pattern.Get(F.Value), node, home, kind, evaluatedIn);
                break;
            case K.AssignmentPattern or K.ObjectAssignmentPattern:
                DeclarePattern(pattern.Get(F.Left), node, home, kind, evaluatedIn);
                Visit(pattern.Get(F.Right), evaluatedIn ?? home);
                break;
            case K.ObjectPattern or K.ArrayPattern or K.RestPattern:
                foreach (var child in pattern.Named) DeclarePattern(child, node, home, kind, evaluatedIn);
                break;
        }
    }

    private static TsScope VariableHome(TsScope scope)
    {
        while (!scope.TakesVariables && scope.Parent is { } parent) scope = parent;
        return scope;
    }
}
