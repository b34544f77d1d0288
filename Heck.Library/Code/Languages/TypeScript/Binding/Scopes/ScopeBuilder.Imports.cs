using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Scopes;

/// <summary>Imports, exports and CommonJS assignments.</summary>
internal sealed partial class ScopeBuilder
{
    private void VisitImport(TsNode node, TsScope scope)
    {
        if (node.Get(K.ImportRequireClause) is { Exists: true } require)
        {
            DeclareAlias(require.Get(K.Identifier), require, scope, new AliasTarget(node, require.Get(F.Source).StringValue(), AliasTarget.ExportEquals), ExportedAs(node));
            return;
        }

        var specifier = node.Get(F.Source).IsNone ? null : node.Get(F.Source).StringValue();
        if (specifier is null) return;
        foreach (var clause in node.Get(K.ImportClause).Named)
        {
            switch (clause.Kind)
            {
                case K.Identifier: DeclareAlias(clause, clause, scope, new AliasTarget(node, specifier, AliasTarget.Default)); break;
                case K.NamespaceImport: DeclareAlias(clause.Get(K.Identifier), clause, scope, new AliasTarget(node, specifier, AliasTarget.Everything)); break;
                case K.NamedImports:
                    foreach (var import in clause.All(K.ImportSpecifier))
                    {
                        var name = import.Get(F.Name);
                        var local = import.Get(F.Alias) is { Exists: true } alias ? alias : name;
                        DeclareAlias(local, import, scope, new AliasTarget(node, specifier, name.PropertyName() ?? ""));
                    }

                    break;
            }
        }
    }

    private void VisitImportAlias(TsNode node, TsScope scope)
    {
        var name = node.Get(K.Identifier);
        var entity = node.LastNamed;
        DeclareAlias(name, node, scope, new AliasTarget(node, null, entity.Text, entity), ExportedAs(node));
    }

    private static TsNode ExportedAs(TsNode node) => node.Parent.Kind == K.ExportStatement ? node.Parent : default;

    private void DeclareAlias(TsNode name, TsNode node, TsScope scope, AliasTarget target, TsNode export = default)
    {
        if (name.IsNone) return;
        var table = export.Exists && scope.Container is { } container ? container.Exports : scope.Names;
        var symbol = Declare(table, name, node, "import", Meaning.All);
        symbol.Alias ??= target;
        if (export.Exists && scope.Container is null) _module.Export(symbol.Name, new ExportEntry(symbol));
    }

    private void VisitExport(TsNode node, TsScope scope)
    {
        var specifier = node.Get(F.Source) is { Exists: true } source ? source.StringValue() : null;
        if (node.Get(K.ExportClause) is { Exists: true } clause)
        {
            foreach (var export in clause.All(K.ExportSpecifier)) DeclareExport(export, specifier, scope);
        }
        else if (node.Get(K.NamespaceExport) is { Exists: true } everything && specifier is not null)
        {
            var name = everything.LastNamed;
            _module.Export(name.PropertyName() ?? "", new ExportEntry(ExportAlias(name, everything, new AliasTarget(node, specifier, AliasTarget.Everything))));
        }
        else if (specifier is not null)
        {
            _module.Stars.Add(specifier);
        }
        else if (node.Get(F.Declaration) is { Exists: true } declaration)
        {
            foreach (var decorator in node.All(F.Decorator)) Visit(decorator, scope);
            Visit(declaration, scope);
            if (declaration.Kind is K.LexicalDeclaration or K.VariableDeclaration) ExportVariables(declaration, scope);
            else if (declaration.Kind == K.AmbientDeclaration && declaration.Named.FirstOrDefault(n => n.Kind is K.LexicalDeclaration or K.VariableDeclaration) is { Exists: true } ambient) ExportVariables(ambient, scope);
        }
        else
        {
            VisitExportedExpression(node, scope);
        }
    }

    private void VisitExportedExpression(TsNode node, TsScope scope)
    {
        var value = node.Get(F.Value) is { Exists: true } given ? given : node.LastNamed;
        if (value.IsNone) return;
        Visit(value, scope);
        if (!node.Has(T.Default))
        {
            if (node.Has(T.Equal)) _module.Assigned = value;
            return;
        }

        _module.Export(AliasTarget.Default, value.Kind == K.Identifier ? new ExportEntry(Local: value) : new ExportEntry(Expression: value));
    }

    private void ExportVariables(TsNode declaration, TsScope scope)
    {
        foreach (var name in declaration.All(K.VariableDeclarator).SelectMany(d => BoundNames(d.Get(F.Name))))
        {
            if (_file.DeclaredBy(name) is not { } symbol) continue;
            if (scope.Container is { } container) container.Exports.TryAdd(symbol.Name, symbol);
            else if (ReferenceEquals(scope, _module.Scope)) _module.Export(symbol.Name, new ExportEntry(symbol));
        }
    }

    private static IEnumerable<TsNode> BoundNames(TsNode pattern) => pattern.Kind switch
    {
        K.Identifier or K.ShorthandPropertyIdentifierPattern => [pattern],
        K.PairPattern => BoundNames(pattern.Get(F.Value)),
        K.AssignmentPattern or K.ObjectAssignmentPattern => BoundNames(pattern.Get(F.Left)),
        _ => pattern.Named.SelectMany(BoundNames),
    };

    private void DeclareExport(TsNode export, string? specifier, TsScope scope)
    {
        var name = export.Get(F.Name);
        var alias = export.Get(F.Alias);
        var local = name.PropertyName() ?? "";
        var exported = alias.Exists ? alias.PropertyName() ?? "" : local;
        var target = new AliasTarget(export, specifier, local, specifier is null ? name : default);
        ExportEntry entry;
        if (alias.Exists && exported is not AliasTarget.Default) entry = new ExportEntry(ExportAlias(alias, export, target));
        else entry = specifier is null ? new ExportEntry(Local: name) : new ExportEntry(PassThrough: target);
        if (scope.Container is { } container && entry.Symbol is { } symbol) container.Exports[exported] = symbol;
        else _module.Export(exported, entry);
    }

    private TsSymbol ExportAlias(TsNode name, TsNode node, AliasTarget target)
    {
        var symbol = new TsSymbol(name.PropertyName() ?? name.Text, "export", Meaning.All) { Alias = target };
        symbol.Declare(name.NameText(), node, Meaning.All);
        _file.AddDeclared(name.NameText(), symbol);
        return symbol;
    }

    private void VisitAssignment(TsNode node, TsScope scope)
    {
        VisitChildren(node, scope);
        var left = node.Get(F.Left);
        if (!_file.File.IsJavaScript || left.Kind != K.MemberExpression) return;
        if (CommonJs.IsModuleExports(left)) _module.Assigned = node.Get(F.Right);
        else if (CommonJs.IsExportsProperty(left)) DeclareProperty(left.Get(F.Property), node);
    }

    private void DeclareProperty(TsNode name, TsNode node)
    {
        if (!_module.Properties.TryGetValue(name.Text, out var symbol))
            _module.Properties[name.Text] = symbol = new TsSymbol(name.Text, "export", Meaning.Value) { IsMember = true, IsStatic = true };
        symbol.Declare(name, node, Meaning.Value);
        _file.AddDeclared(name, symbol);
    }
}
