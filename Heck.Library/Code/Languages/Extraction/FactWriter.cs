namespace Heck.Code.Languages.Extraction;

/// <summary>Writes the facts of one file at a time and knows at every moment which symbol and which scope it is in.</summary>
internal sealed class FactWriter
{
    private readonly NameTable _names = new();
    private readonly Stack<Outer> _scopes = new();
    private FileFacts _facts = new();
    private ReadOnlyMemory<byte> _source;
    private int _functionDepth;

    public FileFacts Facts => _facts;

    public ReadOnlySpan<byte> Source => _source.Span;

    /// <summary>The innermost open symbol, -1 at the top of the file.</summary>
    public int Enclosing { get; private set; }

    public ScopeKind Scope { get; private set; }

    public bool InFunction => _functionDepth > 0;

    public void Begin(ReadOnlyMemory<byte> source, FileFacts facts)
    {
        facts.Clear();
        _names.Begin(facts.Names);
        _scopes.Clear();
        (_facts, _source, _functionDepth) = (facts, source, 0);
        (Enclosing, Scope) = (-1, ScopeKind.Module);
    }

    public int Name(int start, int end) => _names.Intern(Source[start..end]);

    /// <summary>Adds a symbol under the innermost open one and returns its index; -1 for a name that broken code lacks and the parser made up.</summary>
    public int Symbol(int name, SymbolKind kind, int nameStart, int start, int end, bool exported, string? signature, string? doc)
    {
        if (_facts.Names[name].Length == 0) return -1;
        _facts.Symbols.Add(new SymbolFact(name, kind, nameStart, start, end, Enclosing, exported, signature, doc));
        return _facts.Symbols.Count - 1;
    }

    /// <summary>Says whose member a symbol is when its owner is not declared in the file.</summary>
    public void SetOwner(int symbol, int name) => _facts.Symbols[symbol] = _facts.Symbols[symbol] with { Owner = name };

    public void Reference(int start, int end, ReferenceRole role) =>
        _facts.References.Add(new ReferenceFact(Name(start, end), start, role, Enclosing));

    /// <summary>Opens a scope that closes before a node; it belongs to a symbol unless that is -1.</summary>
    public void Open(int next, ScopeKind kind, int symbol = -1)
    {
        _scopes.Push(new Outer(next, Enclosing, Scope));
        if (symbol >= 0) Enclosing = symbol;
        Scope = kind;
        if (kind == ScopeKind.Function) _functionDepth++;
    }

    public void CloseBefore(int node)
    {
        while (_scopes.TryPeek(out var outer) && outer.Next <= node)
        {
            if (Scope == ScopeKind.Function) _functionDepth--;
            (Enclosing, Scope) = (outer.Enclosing, outer.Scope);
            _scopes.Pop();
        }
    }

    private readonly record struct Outer(int Next, int Enclosing, ScopeKind Scope);
}
