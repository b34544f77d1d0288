using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>Namespaces, ambient modules and global augmentation.</summary>
internal sealed partial class ScopeBuilder
{
    private void VisitNamespace(TsNode node, TsScope scope)
    {
        var name = node.Get(F.Name);
        var body = node.Get(F.Body);
        if (name.Kind == K.String)
        {
            VisitNamedModule(name.StringValue() ?? "", body, scope);
            return;
        }

        var parts = name.Kind == K.NestedIdentifier ? [.. DottedName.PartsOf(name)] : new List<TsNode> { name };
        var symbol = DeclareStatement(parts[0], node, scope, "namespace", Meaning.Namespace | Meaning.Value);
        foreach (var part in parts.Skip(1)) symbol = Declare(symbol.Exports, part, node, "namespace", Meaning.Namespace | Meaning.Value, symbol);
        if (body.Exists) VisitChildren(body, Open(body, scope, takesVariables: true, symbol));
    }

    private void VisitNamedModule(string specifier, TsNode body, TsScope scope)
    {
        if (body.IsNone) return;
        var outer = _module;
        var inner = Open(body, scope, takesVariables: true);
        _module = new ModuleExports(_file.File, inner) { IsModule = true };
        _file.NamedModules.Add((specifier, _module));
        VisitChildren(body, inner);
        // In an ambient module everything is exported, said or not, unless it has an assignment.
        foreach (var (name, symbol) in inner.Names.Where(n => n.Value.Alias is null)) _module.Named.TryAdd(name, new ExportEntry(symbol));
        _module = outer;
    }

    private void VisitAmbient(TsNode node, TsScope scope)
    {
        if (!node.Has(T.Global))
        {
            VisitChildren(node, scope);
            return;
        }

        var body = node.Get(K.StatementBlock);
        var inner = Open(body, scope, takesVariables: true);
        VisitChildren(body, inner);
        foreach (var (name, symbol) in inner.Names) _file.Globals[name] = symbol;
    }

    /// <summary>Declares what a statement names: in its block, and among the exports of its module or namespace where it is exported.</summary>
    private TsSymbol DeclareStatement(TsNode name, TsNode node, TsScope scope, string kind, Meaning meaning)
    {
        if (!IsExported(node, scope)) return Declare(scope.Names, name, node, kind, meaning);
        if (scope.Container is { } container) return Declare(container.Exports, name, node, kind, meaning, container);
        var symbol = Declare(scope.Names, name, node, kind, meaning);
        var export = node.Ancestor(a => a.Kind == K.ExportStatement);
        if (export.Exists && ReferenceEquals(scope, _module.Scope)) _module.Export(export.Has(T.Default) ? AliasTarget.Default : symbol.Name, new ExportEntry(symbol));
        return symbol;
    }

    private static bool IsExported(TsNode node, TsScope scope)
    {
        var parent = node.Parent;
        if (parent.Kind is K.VariableDeclarator or K.LexicalDeclaration or K.VariableDeclaration or K.ExpressionStatement) parent = parent.Parent;
        while (parent.Kind is K.AmbientDeclaration or K.LexicalDeclaration or K.VariableDeclaration or K.ExpressionStatement) parent = parent.Parent;
        return parent.Kind == K.ExportStatement || (scope.Container is not null && IsAmbient(scope.Node));
    }

    /// <summary>Everything in a <c>declare namespace</c> is exported.</summary>
    private static bool IsAmbient(TsNode node) => node.File.IsDeclarationFile || node.Ancestor(a => a.Kind == K.AmbientDeclaration).Exists;
}
