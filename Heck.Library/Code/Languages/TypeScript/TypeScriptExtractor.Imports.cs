using System.Text;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript;

internal sealed partial class TypeScriptExtractor
{
    private void ReadImport(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var names = new List<ImportedName>();
        var required = -1;
        for (var child = node + 1; child < nodes[node].Next; child++)
        {
            var kind = nodes[child].Kind;
            if (kind == _g.ImportSpecifier)
                names.Add(ReadSpecifier(nodes, child, Mark.Import));
            else if (kind == _g.NamespaceImport)
                names.Add(new ImportedName("*", TakeName(nodes, _tree.ChildOfKind(child, _g.Identifier), Mark.Import)));
            else if (kind == _g.ImportClause && _tree.ChildOfKind(child, _g.Identifier) is >= 0 and var whole)
                names.Add(new ImportedName("default", TakeName(nodes, whole, Mark.Import)));
            else if (kind == _g.ImportRequire && (required = child) >= 0)
                names.Add(new ImportedName("*", TakeName(nodes, _tree.ChildOfKind(child, _g.Identifier), Mark.Import)));
        }

        var importKind = required >= 0 ? ImportKind.Require : HasTypeWord(nodes, node) ? ImportKind.TypeOnly : ImportKind.Import;
        var source = _tree.ChildByField(required >= 0 ? required : node, _g.Source);
        AddImport(nodes, source, importKind, names);
    }

    private void ReadReExport(ReadOnlySpan<SyntaxNode> nodes, int node, int source)
    {
        var names = new List<ImportedName>();
        for (var child = node + 1; child < source; child++)
        {
            if (nodes[child].Kind == _g.ExportSpecifier) names.Add(ReadSpecifier(nodes, child, Mark.Export));
            else if (nodes[child].Kind == _g.NamespaceExport) names.Add(new ImportedName("*", TakeName(nodes, LastNamed(nodes, child), Mark.Skip)));
        }

        if (names.Count == 0 && _tree.ChildOfKind(node, _g.Star) >= 0) names.Add(new ImportedName("*", "*"));
        AddImport(nodes, source, ImportKind.ReExport, names);
    }

    /// <summary><c>export { a, b as c }</c>, <c>export default a</c> and <c>export = a</c>.</summary>
    private void ReadExportedNames(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        ExportName(nodes, _tree.ChildOfKind(node, _g.Identifier));
        var clause = _tree.ChildOfKind(node, _g.ExportClause);
        if (clause < 0) return;
        foreach (var specifier in _tree.Children(clause))
        {
            if (nodes[specifier].Kind != _g.ExportSpecifier) continue;
            ReadSpecifier(nodes, specifier, Mark.Export);
            ExportName(nodes, _tree.ChildByField(specifier, _g.Name));
        }
    }

    /// <summary><c>module.exports = a</c>, <c>module.exports = { a, b: c }</c> and <c>exports.a = b</c>.</summary>
    private void ReadCommonJsExport(ReadOnlySpan<SyntaxNode> nodes, int assignment)
    {
        var left = _tree.ChildByField(assignment, _g.Left);
        var right = _tree.ChildByField(assignment, _g.Right);
        if (left < 0 || right < 0 || _writer.InFunction || nodes[left].Kind != _g.MemberExpression) return;
        var target = _tree.Text(left);
        if (!target.StartsWith("module.exports"u8) && !target.StartsWith("exports."u8)) return;
        if (nodes[right].Kind == _g.Identifier) ExportName(nodes, right);
        if (nodes[right].Kind != _g.ObjectLiteral) return;
        foreach (var property in _tree.Children(right))
        {
            if (nodes[property].Kind == _g.ShorthandProperty) ExportName(nodes, property);
            else if (nodes[property].Kind == _g.Pair) ExportName(nodes, _tree.ChildByField(property, _g.Value));
        }
    }

    private void ExportName(ReadOnlySpan<SyntaxNode> nodes, int name)
    {
        if (name < 0 || (nodes[name].Kind != _g.Identifier && nodes[name].Kind != _g.ShorthandProperty)) return;
        _exportedNames.Add(_writer.Name(nodes[name].Start, nodes[name].End));
        _marks[name] = Mark.Export;
    }

    private ImportedName ReadSpecifier(ReadOnlySpan<SyntaxNode> nodes, int specifier, Mark mark)
    {
        var there = _tree.ChildByField(specifier, _g.Name);
        var alias = _tree.ChildByField(specifier, _g.Alias);
        var name = TakeName(nodes, there, mark);
        return new ImportedName(name, alias < 0 ? name : TakeName(nodes, alias, Mark.Skip));
    }

    private string TakeName(ReadOnlySpan<SyntaxNode> nodes, int name, Mark mark)
    {
        if (name < 0) return "";
        if (nodes[name].Kind == _g.String) return _writer.Facts.Names[NameOf(nodes, name)];
        _marks[name] = mark;
        return _writer.Facts.Names[_writer.Name(nodes[name].Start, nodes[name].End)];
    }

    private int LastNamed(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var last = -1;
        foreach (var child in _tree.Children(node))
            if (nodes[child].IsNamed && !nodes[child].IsExtra) last = child;
        return last;
    }

    private bool HasTypeWord(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        foreach (var child in _tree.Children(node))
            if (nodes[child].Kind == _g.Type) return true;
        return false;
    }

    /// <summary><c>const fs = require("fs")</c> and <c>const { a } = require("m")</c>; other calls of require give no names.</summary>
    private void ReadRequire(ReadOnlySpan<SyntaxNode> nodes, int pattern, int value)
    {
        if (pattern < 0 || nodes[value].Kind != _g.CallExpression || !IsRequire(nodes, value)) return;
        AddCallImport(nodes, value, ImportKind.Require, RequiredNames(nodes, pattern));
        MarkField(value, _g.Function, Mark.Call);
    }

    private List<ImportedName> RequiredNames(ReadOnlySpan<SyntaxNode> nodes, int pattern)
    {
        if (nodes[pattern].Kind == _g.Identifier) return [new("*", _tree.TextString(pattern))];
        var names = new List<ImportedName>();
        if (nodes[pattern].Kind != _g.ObjectPattern) return names;
        foreach (var child in _tree.Children(pattern))
        {
            var bound = new PatternNames(_g, nodes, child);
            if (!nodes[child].IsNamed || !bound.MoveNext()) continue;
            var key = nodes[child].Kind == _g.PairPattern ? _tree.ChildByField(child, _g.Key) : bound.Current;
            names.Add(new ImportedName(_tree.TextString(key), _tree.TextString(bound.Current)));
        }

        return names;
    }

    private bool IsRequire(ReadOnlySpan<SyntaxNode> nodes, int call)
    {
        var function = _tree.ChildByField(call, _g.Function);
        return function >= 0 && nodes[function].Kind == _g.Identifier && _tree.Text(function).SequenceEqual("require"u8);
    }

    private void AddCallImport(ReadOnlySpan<SyntaxNode> nodes, int call, ImportKind kind, IReadOnlyList<ImportedName> names)
    {
        var arguments = _tree.ChildByField(call, _g.Arguments);
        var first = arguments < 0 ? -1 : _tree.ChildOfKind(arguments, _g.String);
        if (first == arguments + 2) AddImport(nodes, first, kind, names);
    }

    private void AddImport(ReadOnlySpan<SyntaxNode> nodes, int specifier, ImportKind kind, IReadOnlyList<ImportedName> names)
    {
        var text = specifier < 0 ? -1 : _tree.ChildOfKind(specifier, _g.StringFragment);
        if (text >= 0) _writer.Facts.Imports.Add(new ImportFact(_tree.TextString(text), nodes[text].Start, kind, names));
    }

    /// <summary>What <see cref="GrammarGaps"/> lets the grammar read as a name: <c>import("m")</c>.</summary>
    private bool IsImportType(ReadOnlySpan<SyntaxNode> nodes, int name)
    {
        var text = _tree.Text(name);
        if (text is not [(byte)'i', .., (byte)')']) return false;
        var start = text.IndexOfAny("'\""u8) + 1;
        var length = text[start..].IndexOfAny("'\""u8);
        if (length > 0)
            _writer.Facts.Imports.Add(new ImportFact(Encoding.UTF8.GetString(text.Slice(start, length)), nodes[name].Start + start, ImportKind.Dynamic, []));
        return true;
    }

    /// <summary><c>/// &lt;reference path="a.d.ts" /&gt;</c> names a file beside this one, <c>types="node"</c> a package.</summary>
    private void ReadTripleSlash(ReadOnlySpan<byte> comment, int start)
    {
        if (comment.IndexOf("<reference "u8) < 0) return;
        AddReference(comment, start, "path=\""u8, ImportKind.Import);
        AddReference(comment, start, "types=\""u8, ImportKind.TypeOnly);
    }

    private void AddReference(ReadOnlySpan<byte> comment, int start, ReadOnlySpan<byte> attribute, ImportKind kind)
    {
        var at = comment.IndexOf(attribute);
        if (at < 0) return;
        at += attribute.Length;
        var length = comment[at..].IndexOf((byte)'"');
        if (length <= 0) return;
        var target = Encoding.UTF8.GetString(comment.Slice(at, length));
        var relative = kind == ImportKind.TypeOnly || target.StartsWith('.') ? target : "./" + target;
        _writer.Facts.Imports.Add(new ImportFact(relative, start + at, kind, []));
    }
}
