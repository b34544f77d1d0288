using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python;

internal sealed partial class PythonExtractor
{
    private ImportKind KindOfImport(int node) => node < _typeCheckingEnd ? ImportKind.TypeOnly : ImportKind.Import;

    private void ReadImport(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        foreach (var child in _tree.Children(node))
        {
            if (nodes[child].Field != _g.Name) continue;
            var (module, alias) = NameAndAlias(nodes, child);
            if (module < 0) continue;
            for (var part = module + 1; part < nodes[module].Next; part++) MarkIdentifier(nodes, part, Mark.Import);
            // `import a.b` binds a.
            var local = alias >= 0 ? _tree.TextString(alias) : _tree.TextString(module + 1);
            _writer.Facts.Imports.Add(new ImportFact(Dotted(module), nodes[module].Start, KindOfImport(node), [new ImportedName("*", local)]));
        }
    }

    private void ReadImportFrom(ReadOnlySpan<SyntaxNode> nodes, int node, int module)
    {
        for (var part = module; part >= 0 && part < nodes[module].Next; part++) MarkIdentifier(nodes, part, Mark.Skip);
        var names = new List<ImportedName>();
        foreach (var child in _tree.Children(node))
        {
            if (nodes[child].Kind == _g.WildcardImport) names.Add(new ImportedName("*", "*"));
            if (nodes[child].Field != _g.Name) continue;
            var (name, alias) = NameAndAlias(nodes, child);
            if (name < 0) continue;
            MarkIdentifier(nodes, name + 1, Mark.Import);
            var there = _tree.TextString(name);
            names.Add(new ImportedName(there, alias < 0 ? there : _tree.TextString(alias)));
        }

        var (specifier, start) = module < 0 ? ("__future__", nodes[node].Start) : (Dotted(module), nodes[module].Start);
        _writer.Facts.Imports.Add(new ImportFact(specifier, start, KindOfImport(node), names));
    }

    private (int Name, int Alias) NameAndAlias(ReadOnlySpan<SyntaxNode> nodes, int child)
    {
        if (nodes[child].Kind != _g.AliasedImport) return (child, -1);
        var alias = _tree.ChildByField(child, _g.Alias);
        if (alias >= 0) _marks[alias] = Mark.Skip;
        return (_tree.ChildByField(child, _g.Name), alias);
    }

    /// <summary>A dotted name may be written with blanks.</summary>
    private string Dotted(int module) => string.Concat(_tree.TextString(module).Where(c => !char.IsWhiteSpace(c) && c != '\\'));

    private void ReadIf(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var condition = _tree.ChildByField(node, _g.Condition);
        var body = _tree.ChildByField(node, _g.Consequence);
        if (condition >= 0 && body >= 0 && _tree.Text(condition).EndsWith("TYPE_CHECKING"u8) && !_tree.Text(condition).StartsWith("not "u8))
            _typeCheckingEnd = Math.Max(_typeCheckingEnd, nodes[body].Next);
    }

    /// <summary><c>importlib.import_module("m")</c> and <c>__import__("m")</c>.</summary>
    private void ReadDynamicImport(ReadOnlySpan<SyntaxNode> nodes, int call, int function)
    {
        var name = _tree.Text(function);
        if (!name.SequenceEqual("__import__"u8) && !name.EndsWith("import_module"u8)) return;
        var arguments = _tree.ChildByField(call, _g.Arguments);
        var first = arguments < 0 ? -1 : _tree.ChildOfKind(arguments, _g.String);
        var text = first == arguments + 2 ? _tree.ChildOfKind(first, _g.StringContent) : -1;
        if (text >= 0) _writer.Facts.Imports.Add(new ImportFact(_tree.TextString(text), nodes[text].Start, ImportKind.Dynamic, []));
    }
}
