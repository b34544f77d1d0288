using Heck.Code.Languages.Extraction;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript;

internal sealed partial class TypeScriptExtractor
{
    private void Use(ReadOnlySpan<SyntaxNode> nodes, int node, ReferenceRole role)
    {
        var mark = _marks[node];
        if (mark == Mark.Skip || nodes[node].IsMissing || IsImportType(nodes, node)) return;
        _writer.Reference(nodes[node].Start, nodes[node].End, mark == Mark.None ? role : RoleOf(mark, role));
    }

    private static ReferenceRole RoleOf(Mark mark, ReferenceRole otherwise) => mark switch
    {
        Mark.Read => ReferenceRole.Read,
        Mark.Call => ReferenceRole.Call,
        Mark.Write => ReferenceRole.Write,
        Mark.Inherit => ReferenceRole.Inherit,
        Mark.Import => ReferenceRole.Import,
        Mark.Export => ReferenceRole.Export,
        _ => otherwise,
    };

    /// <summary>Says to the children of an expression or a type what they are.</summary>
    private void MarkUses(ReadOnlySpan<SyntaxNode> nodes, int node, NodeRule rule)
    {
        switch (rule)
        {
            case NodeRule.Call: ReadCall(nodes, node); break;
            case NodeRule.New: MarkField(node, _g.Constructor, Mark.Call); break;
            case NodeRule.Member: PassOn(node, _tree.ChildByField(node, _g.Property)); break;
            case NodeRule.Assignment: ReadAssignment(nodes, node); break;
            case NodeRule.Update: MarkAll(nodes, node, _g.Identifier, Mark.Write); MarkAll(nodes, node, _g.MemberExpression, Mark.Write); break;
            case NodeRule.Heritage: MarkHeritage(nodes, node); break;
            case NodeRule.Implements: MarkNamedChildren(nodes, node, Mark.Inherit); break;
            case NodeRule.GenericType or NodeRule.QualifiedType: PassOn(node, _tree.ChildByField(node, _g.Name)); break;
            case NodeRule.BoundType: MarkFirstNamed(nodes, node, Mark.Skip); break;
            case NodeRule.IndexSignature: MarkField(node, _g.Name, Mark.Skip); break;
            case NodeRule.JsxElement: MarkTag(nodes, node, Mark.Call); break;
            case NodeRule.JsxClosing: MarkTag(nodes, node, Mark.Read); break;
            case NodeRule.JsxNamespace: MarkNamedChildren(nodes, node, Mark.Skip); break;
        }
    }

    private void ReadCall(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var function = _tree.ChildByField(node, _g.Function);
        if (function < 0) return;
        if (nodes[function].Kind == _g.ImportWord) AddCallImport(nodes, node, ImportKind.Dynamic, []);
        else if (_marks[function] == Mark.None && IsRequire(nodes, node)) AddCallImport(nodes, node, ImportKind.Require, []);
        if (_marks[function] == Mark.None) _marks[function] = Mark.Call;
    }

    private void ReadDecorator(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        if (_marks[node] == Mark.Decorated) _decoratorStart = nodes[node].Start;
        MarkChild(node, _g.Identifier, Mark.Call);
        MarkChild(node, _g.MemberExpression, Mark.Call);
    }

    /// <summary>The grammar of TypeScript puts decorators of methods before them in the class body.</summary>
    private void MarkDecorated(ReadOnlySpan<SyntaxNode> nodes, int body)
    {
        var decorated = false;
        foreach (var child in _tree.Children(body))
        {
            var rule = _g.Rule(nodes[child].Kind);
            if (rule == NodeRule.Comment) continue;
            if (rule == NodeRule.Decorator && decorated) continue;
            if (rule == NodeRule.Decorator || decorated) _marks[child] = Mark.Decorated;
            decorated = rule == NodeRule.Decorator;
        }
    }

    private void ReadAssignment(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        MarkWritten(nodes, _tree.ChildByField(node, _g.Left));
        ReadCommonJsExport(nodes, node);
    }

    private void MarkWritten(ReadOnlySpan<SyntaxNode> nodes, int target)
    {
        if (target >= 0 && nodes[target].Kind == _g.MemberExpression) _marks[target] = Mark.Write;
        var names = new PatternNames(_g, nodes, target);
        while (names.MoveNext()) _marks[names.Current] = Mark.Write;
    }

    private void MarkLocals(ReadOnlySpan<SyntaxNode> nodes, int pattern)
    {
        var names = new PatternNames(_g, nodes, pattern);
        while (names.MoveNext())
            if (nodes[names.Current].Kind == _g.Identifier) _marks[names.Current] = Mark.Skip;
    }

    private void MarkParameters(ReadOnlySpan<SyntaxNode> nodes, int list)
    {
        foreach (var child in _tree.Children(list))
            if (nodes[child].IsNamed && _g.Rule(nodes[child].Kind) != NodeRule.Parameter) MarkLocals(nodes, child);
    }

    private void MarkParameter(ReadOnlySpan<SyntaxNode> nodes, int node) => MarkLocals(nodes, _tree.ChildByField(node, _g.Pattern));

    private void ReadForIn(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var left = _tree.ChildByField(node, _g.Left);
        var word = _tree.ChildByField(node, _g.Kind);
        if (word < 0) MarkWritten(nodes, left);
        else if (nodes[word].Kind == _g.Var && !_writer.InFunction && left >= 0)
            DeclarePattern(nodes, left, SymbolKind.Variable, new VariableSite(node, left, Only: false, nodes[left].End, Exported: false));
        else MarkLocals(nodes, left);
        _writer.Open(nodes[node].Next, ScopeKind.Block);
    }

    /// <summary>The bases of a class: in JavaScript the expression itself, in TypeScript the value of its clause.</summary>
    private void MarkHeritage(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        foreach (var child in _tree.Children(node))
            if (nodes[child].Kind == _g.Identifier || nodes[child].Kind == _g.MemberExpression) _marks[child] = Mark.Inherit;
    }

    private void MarkTag(ReadOnlySpan<SyntaxNode> nodes, int node, Mark mark)
    {
        var name = _tree.ChildByField(node, _g.Name);
        if (name < 0) return;
        // A tag in lower case is an element of HTML.
        var intrinsic = nodes[name].Kind == _g.Identifier && _tree.Text(name) is [>= (byte)'a' and <= (byte)'z', ..];
        _marks[name] = intrinsic ? Mark.Skip : mark;
    }

    private void PassOn(int node, int child)
    {
        if (child >= 0 && _marks[node] is Mark.Call or Mark.Write or Mark.Inherit or Mark.Read) _marks[child] = _marks[node];
    }

    private void MarkField(int node, ushort field, Mark mark)
    {
        var child = _tree.ChildByField(node, field);
        if (child >= 0) _marks[child] = mark;
    }

    private void MarkChild(int node, ushort kind, Mark mark)
    {
        var child = _tree.ChildOfKind(node, kind);
        if (child >= 0) _marks[child] = mark;
    }

    private void MarkAll(ReadOnlySpan<SyntaxNode> nodes, int node, ushort kind, Mark mark)
    {
        foreach (var child in _tree.Children(node))
            if (nodes[child].Kind == kind) _marks[child] = mark;
    }

    private void MarkNamedChildren(ReadOnlySpan<SyntaxNode> nodes, int node, Mark mark)
    {
        foreach (var child in _tree.Children(node))
            if (nodes[child].IsNamed) _marks[child] = mark;
    }

    private void MarkFirstNamed(ReadOnlySpan<SyntaxNode> nodes, int node, Mark mark)
    {
        foreach (var child in _tree.Children(node))
        {
            if (!nodes[child].IsNamed) continue;
            _marks[child] = mark;
            return;
        }
    }
}
