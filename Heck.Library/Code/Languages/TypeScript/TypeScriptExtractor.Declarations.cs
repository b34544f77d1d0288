using Heck.Code.Languages.Extraction;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript;

internal sealed partial class TypeScriptExtractor
{
    private void DeclareClass(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var symbol = DeclareNamed(nodes, node, SymbolKind.Class, _tree.ChildByField(node, _g.Body));
        _writer.Open(nodes[node].Next, ScopeKind.Type, symbol);
    }

    private void DeclareType(ReadOnlySpan<SyntaxNode> nodes, int node, SymbolKind kind)
    {
        var symbol = DeclareNamed(nodes, node, kind, _tree.ChildByField(node, _g.Body));
        _writer.Open(nodes[node].Next, ScopeKind.Type, symbol);
    }

    private void DeclareEnum(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var body = _tree.ChildByField(node, _g.Body);
        var symbol = DeclareNamed(nodes, node, SymbolKind.Enum, body);
        _writer.Open(nodes[node].Next, ScopeKind.Type, symbol);
        if (body < 0) return;
        foreach (var child in _tree.Children(body))
        {
            var name = nodes[child].Kind == _g.EnumAssignment ? _tree.ChildByField(child, _g.Name) : child;
            if (name >= 0 && nodes[name].Field == _g.Name) Declare(nodes, child, name, SymbolKind.EnumMember, nodes[child].End, Visible());
        }
    }

    private void DeclareFunction(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var symbol = DeclareNamed(nodes, node, SymbolKind.Function, _tree.ChildByField(node, _g.Body));
        _writer.Open(nodes[node].Next, ScopeKind.Function, symbol);
    }

    private void OpenArrow(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        MarkLocals(nodes, _tree.ChildByField(node, _g.Parameter));
        _writer.Open(nodes[node].Next, ScopeKind.Function);
    }

    private void DeclareMethod(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var name = _tree.ChildByField(node, _g.Name);
        if (name < 0) return;
        var kind = MethodKind(nodes, node, name);
        var body = _tree.ChildByField(node, _g.Body);
        var symbol = Declare(nodes, node, name, kind, HeadEnd(nodes, node, body), Visible() && !IsPrivate(nodes, node, name));
        if (kind == SymbolKind.Constructor) DeclareParameterProperties(nodes, node);
        _writer.Open(nodes[node].Next, ScopeKind.Function, symbol);
    }

    private SymbolKind MethodKind(ReadOnlySpan<SyntaxNode> nodes, int node, int name)
    {
        foreach (var child in _tree.Children(node))
        {
            if (child >= name) break;
            if (nodes[child].Kind == _g.Get || nodes[child].Kind == _g.Set) return SymbolKind.Property;
        }

        return _writer.Scope == ScopeKind.Type && _tree.Text(name).SequenceEqual("constructor"u8) ? SymbolKind.Constructor : SymbolKind.Method;
    }

    /// <summary>A parameter of a constructor with a modifier is a field too.</summary>
    private void DeclareParameterProperties(ReadOnlySpan<SyntaxNode> nodes, int constructor)
    {
        if (grammar == Grammar.JavaScript) return;
        foreach (var list in _tree.Children(constructor))
        {
            if (_g.Rule(nodes[list].Kind) != NodeRule.Parameters) continue;
            foreach (var parameter in _tree.Children(list))
            {
                var name = _tree.ChildByField(parameter, _g.Pattern);
                if (name >= 0 && nodes[name].Kind == _g.Identifier && HasPropertyModifier(nodes, parameter))
                    Declare(nodes, parameter, name, SymbolKind.Field, nodes[parameter].End, Visible() && !IsPrivate(nodes, parameter, name));
            }
        }
    }

    private bool HasPropertyModifier(ReadOnlySpan<SyntaxNode> nodes, int parameter)
    {
        foreach (var child in _tree.Children(parameter))
        {
            var kind = nodes[child].Kind;
            if (kind == _g.AccessibilityModifier || kind == _g.OverrideModifier || kind == _g.Readonly) return true;
        }

        return false;
    }

    private void DeclareProperty(ReadOnlySpan<SyntaxNode> nodes, int node, SymbolKind kind)
    {
        var name = _tree.ChildByField(node, grammar == Grammar.JavaScript ? _g.Property : _g.Name);
        if (name < 0) return;
        var value = _tree.ChildByField(node, _g.Value);
        var symbol = Declare(nodes, node, name, kind, HeadEnd(nodes, node, value), Visible() && !IsPrivate(nodes, node, name));
        _writer.Open(nodes[node].Next, ScopeKind.Value, symbol);
    }

    private void DeclareNamespace(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var name = _tree.ChildByField(node, _g.Name);
        var body = _tree.ChildByField(node, _g.Body);
        if (body >= 0) _marks[body] = Mark.Skip;
        if (name < 0) return;
        var ambient = _wrapper.Child == node && _wrapper.Ambient;
        if (ambient) _ambientEnd = Math.Max(_ambientEnd, nodes[node].Next);
        if (nodes[name].Kind == _g.String)
        {
            _writer.Open(nodes[node].Next, ScopeKind.Module, Declare(nodes, node, name, SymbolKind.Namespace, HeadEnd(nodes, node, body), exported: true));
            return;
        }

        // A.B.C declares three namespaces, each in the one before.
        var exported = IsExported(node);
        for (var part = name; part < nodes[name].Next; part++)
        {
            if (nodes[part].Next != part + 1 || !nodes[part].IsNamed) continue;
            var symbol = Declare(nodes, node, part, SymbolKind.Namespace, HeadEnd(nodes, node, body), exported);
            _writer.Open(nodes[node].Next, ScopeKind.Module, symbol);
            exported = true;
        }
    }

    private void ReadAmbient(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var outer = _wrapper.Child == node ? _wrapper : new Wrapper(-1, nodes[node].Start, nodes[node].End, Exported: false, Ambient: true);
        var word = -1;
        foreach (var child in _tree.Children(node))
        {
            if (nodes[child].Kind == _g.GlobalWord) word = child;
            else if (nodes[child].Kind == _g.StatementBlock && word >= 0) DeclareGlobal(nodes, node, word, child);
            else if (nodes[child].IsNamed) _wrapper = outer with { Child = child, Ambient = true };
        }
    }

    private void DeclareGlobal(ReadOnlySpan<SyntaxNode> nodes, int node, int word, int body)
    {
        _marks[body] = Mark.Skip;
        _ambientEnd = Math.Max(_ambientEnd, nodes[node].Next);
        var symbol = Declare(nodes, node, word, SymbolKind.Namespace, nodes[word].End, exported: true);
        _writer.Open(nodes[node].Next, ScopeKind.Module, symbol);
    }

    private void ReadExport(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var declaration = _tree.ChildByField(node, _g.Declaration);
        var value = declaration >= 0 ? declaration : _tree.ChildByField(node, _g.Value);
        if (value >= 0) _wrapper = new Wrapper(value, nodes[node].Start, nodes[node].End, Exported: true, Ambient: false);
        if (declaration >= 0) return;
        var source = _tree.ChildByField(node, _g.Source);
        if (source >= 0) ReadReExport(nodes, node, source);
        else ReadExportedNames(nodes, node);
    }

    private void DeclareVariables(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        var word = nodes[node + 1].Kind;
        var symbols = word == _g.Var ? !_writer.InFunction : _writer.Scope == ScopeKind.Module;
        var kind = word == _g.Let || word == _g.Var ? SymbolKind.Variable : SymbolKind.Constant;
        var count = 0;
        foreach (var child in _tree.Children(node))
        {
            if (_g.Rule(nodes[child].Kind) != NodeRule.Declarator) continue;
            var pattern = _tree.ChildByField(child, _g.Name);
            var value = _tree.ChildByField(child, _g.Value);
            if (value >= 0) ReadRequire(nodes, pattern, value);
            if (symbols) DeclareVariable(nodes, node, child, pattern, value, kind, first: count++ == 0);
            else MarkLocals(nodes, pattern);
        }
    }

    private void DeclareVariable(ReadOnlySpan<SyntaxNode> nodes, int statement, int declarator, int pattern, int value, SymbolKind kind, bool first)
    {
        if (pattern < 0) return;
        var only = first && nodes[declarator].Next >= nodes[statement].Next - 1;
        var site = new VariableSite(statement, declarator, only, HeadEnd(nodes, declarator, value), IsExported(statement));
        if (nodes[pattern].Kind != _g.Identifier)
        {
            DeclarePattern(nodes, pattern, kind, site);
            return;
        }

        var valueRule = value < 0 ? NodeRule.None : _g.Rule(nodes[value].Kind);
        if (valueRule == NodeRule.ArrowFunction || valueRule == NodeRule.Function)
        {
            kind = SymbolKind.Function;
            site = site with { HeadEnd = HeadEnd(nodes, declarator, _tree.ChildByField(value, _g.Body)) };
        }
        else if (valueRule == NodeRule.Class)
        {
            kind = SymbolKind.Class;
            site = site with { HeadEnd = HeadEnd(nodes, declarator, _tree.ChildByField(value, _g.Body)) };
        }

        var symbol = DeclareVariableName(nodes, pattern, kind, site);
        Own(nodes, value, symbol);
        if (_g.TypeAnnotation != GrammarInfo.NoKind) Own(nodes, _tree.ChildOfKind(declarator, _g.TypeAnnotation), symbol);
    }

    private void Own(ReadOnlySpan<SyntaxNode> nodes, int node, int symbol)
    {
        // A leaf keeps its own role.
        if (node < 0 || nodes[node].Next == node + 1 || _marks[node] != Mark.None) return;
        _marks[node] = Mark.Owned;
        _valueOwners[node] = symbol;
    }

    private void DeclarePattern(ReadOnlySpan<SyntaxNode> nodes, int pattern, SymbolKind kind, VariableSite site)
    {
        var names = new PatternNames(_g, nodes, pattern);
        while (names.MoveNext()) DeclareVariableName(nodes, names.Current, kind, site);
    }

    private int DeclareVariableName(ReadOnlySpan<SyntaxNode> nodes, int name, SymbolKind kind, VariableSite site)
    {
        // { a } also reads the property a.
        if (nodes[name].Kind != _g.ShorthandPattern) _marks[name] = Mark.Skip;
        var statement = Outermost(nodes, site.Statement);
        var (start, end) = site.Only ? statement : (nodes[site.Declarator].Start, nodes[site.Declarator].End);
        var signature = site.Only
            ? Signature(nodes, site.Statement, start, site.HeadEnd)
            : Signature(nodes, site.Statement, statement.Start, nodes[site.Statement + 1].End) + " " + Signature(nodes, site.Declarator, start, site.HeadEnd);
        return _writer.Symbol(NameOf(nodes, name), kind, nodes[name].Start, start, end, site.Exported, signature, Doc(nodes, statement.Start));
    }

    private int DeclareNamed(ReadOnlySpan<SyntaxNode> nodes, int node, SymbolKind kind, int body)
    {
        var name = _tree.ChildByField(node, _g.Name);
        return name < 0 ? -1 : Declare(nodes, node, name, kind, HeadEnd(nodes, node, body), IsExported(node));
    }

    private int Declare(ReadOnlySpan<SyntaxNode> nodes, int node, int name, SymbolKind kind, int headEnd, bool exported)
    {
        if (nodes[name].Next == name + 1) _marks[name] = Mark.Skip;
        var (start, end) = Outermost(nodes, node);
        return _writer.Symbol(
            NameOf(nodes, name), kind, nodes[name].Start, start, end, exported, Signature(nodes, node, start, headEnd), Doc(nodes, start));
    }

    private int NameOf(ReadOnlySpan<SyntaxNode> nodes, int name)
    {
        var (start, end) = (nodes[name].Start, nodes[name].End);
        return nodes[name].Kind == _g.String && end - start >= 2 ? _writer.Name(start + 1, end - 1) : _writer.Name(start, end);
    }

    /// <summary>The declaration with <c>export</c>, <c>declare</c> and decorators.</summary>
    private (int Start, int End) Outermost(ReadOnlySpan<SyntaxNode> nodes, int node)
    {
        if (_wrapper.Child == node) return (_wrapper.Start, _wrapper.End);
        return (_marks[node] == Mark.Decorated ? _decoratorStart : nodes[node].Start, nodes[node].End);
    }

    private bool IsExported(int node) => (_wrapper.Child == node && _wrapper.Exported) || (node < _ambientEnd && !_writer.InFunction);

    /// <summary>Whether a member is seen where its owner is.</summary>
    private bool Visible() => !_writer.InFunction && (_writer.Enclosing >= 0 || _writer.Scope == ScopeKind.Type);

    private bool IsPrivate(ReadOnlySpan<SyntaxNode> nodes, int node, int name)
    {
        if (_tree.Text(name).StartsWith("#"u8)) return true;
        if (grammar == Grammar.JavaScript) return false;
        var modifier = _tree.ChildOfKind(node, _g.AccessibilityModifier);
        return modifier >= 0 && _tree.Text(modifier).SequenceEqual("private"u8);
    }

    private void DecideExports(Span<SymbolFact> symbols)
    {
        foreach (ref var symbol in symbols)
        {
            var exported = symbol.Parent < 0
                ? symbol.Exported || _exportedNames.Contains(symbol.Name)
                : symbol.Exported && symbols[symbol.Parent].Exported;
            if (exported != symbol.Exported) symbol = symbol with { Exported = exported };
        }
    }

    private readonly record struct VariableSite(int Statement, int Declarator, bool Only, int HeadEnd, bool Exported);
}
