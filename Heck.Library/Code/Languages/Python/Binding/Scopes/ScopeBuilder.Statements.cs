using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Binding.Scopes;

internal sealed partial class ScopeBuilder
{
    private void VisitAssignment(PythonNode assignment, Scope scope)
    {
        var kind = assignment.Is(Kinds.Assignment) ? DeclarationKind.Assignment : DeclarationKind.AugmentedAssignment;
        BindTarget(assignment.Child(Fields.Left)!.Value, kind, assignment, scope);
        Scan(assignment.Child(Fields.Type), scope);
        Scan(assignment.Child(Fields.Right), scope);
    }

    /// <summary>A walrus inside comprehensions binds in the scope around them.</summary>
    private void VisitWalrus(PythonNode walrus, Scope scope)
    {
        var name = walrus.Child(Fields.Name)!.Value;
        var target = scope;
        while (target.Kind == ScopeKind.Comprehension) target = target.Parent!;
        var key = scope.Mangle(name.Text);
        for (var inside = scope; inside != target; inside = inside.Parent!)
        {
            if (target.Kind == ScopeKind.Module || target.DeclaresGlobal(key)) inside.AddGlobal(key);
            else inside.AddNonlocal(key);
        }

        if (target != scope && !scope.DeclaresGlobal(key) && !target.DeclaresNonlocal(key)) BindAcross(name, key, walrus, scope, target);
        else Bind(name, DeclarationKind.Walrus, walrus, scope);
        Scan(walrus.Child(Fields.Value), scope);
    }

    private void BindAcross(PythonNode name, string key, PythonNode walrus, Scope site, Scope target)
    {
        AddSite(name, NameRole.Store, site, binds: true);
        target.Bind(key, new Declaration(name, DeclarationKind.Walrus, walrus));
    }

    private void VisitFor(PythonNode loop, Scope scope)
    {
        BindTarget(loop.Child(Fields.Left)!.Value, DeclarationKind.For, loop, scope);
        foreach (var part in loop.Children.Where(c => c.Field != Fields.Left)) Scan(part, scope);
    }

    private void VisitAsPattern(PythonNode pattern, Scope scope)
    {
        Scan(pattern.FirstChild, scope);
        if (pattern.Child(Fields.Alias) is { } alias) BindTarget(alias, pattern.Ancestor(Kinds.WithItem, Kinds.ExceptClause) is { } holder && holder.Is(Kinds.ExceptClause) ? DeclarationKind.Except : DeclarationKind.With, pattern, scope);
    }

    private void VisitExcept(PythonNode clause, Scope scope)
    {
        foreach (var part in clause.Children)
        {
            if (part.Field == Fields.Alias) BindTarget(part, DeclarationKind.Except, clause, scope);
            else Scan(part, scope);
        }
    }

    private void VisitDelete(PythonNode statement, Scope scope)
    {
        foreach (var target in statement.Children) BindTarget(target, DeclarationKind.Delete, statement, scope);
    }

    private void VisitGlobal(PythonNode statement, Scope scope)
    {
        foreach (var name in statement.Children)
        {
            scope.AddGlobal(scope.Mangle(name.Text));
            AddSite(name, NameRole.Directive, scope);
        }
    }

    private void VisitNonlocal(PythonNode statement, Scope scope)
    {
        foreach (var name in statement.Children)
        {
            scope.AddNonlocal(scope.Mangle(name.Text));
            AddSite(name, NameRole.Directive, scope);
        }
    }

    private void VisitImport(PythonNode statement, Scope scope)
    {
        if (statement.Child(Fields.ModuleName) is { } module) AddModuleParts(module, scope);
        var isFrom = !statement.Is(Kinds.ImportStatement);
        foreach (var name in statement.ChildrenIn(Fields.Name)) VisitImportedName(name, statement, isFrom, scope);
        if (statement.ChildOfKind(Kinds.WildcardImport) is not null) scope.Module.StarImports.Add(statement);
    }

    private void VisitImportedName(PythonNode name, PythonNode statement, bool isFrom, Scope scope)
    {
        var kind = isFrom ? DeclarationKind.FromImport : DeclarationKind.Import;
        var role = isFrom ? NameRole.Imported : NameRole.ModulePart;
        if (name.Child(Fields.Alias) is { } alias)
        {
            Bind(alias, kind, statement, scope);
            foreach (var part in name.Child(Fields.Name)!.Value.Children) AddSite(part, role, scope);
            return;
        }

        var parts = name.Children.ToList();
        Bind(parts[0], kind, statement, scope, role);
        foreach (var part in parts.Skip(1)) AddSite(part, role, scope);
    }

    private void AddModuleParts(PythonNode module, Scope scope)
    {
        foreach (var part in module.Descendants(Kinds.Identifier)) AddSite(part, NameRole.ModulePart, scope);
    }
}
