using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Types;
using Heck.Contracts;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>
/// Joins symbols that must keep one name: a member with what it overrides and implements, a key with the property it gives, a parameter
/// with the property it declares.
/// </summary>
internal sealed class SymbolGroups(TsProgram program)
{
    private readonly Dictionary<(RepoPath, int), (RepoPath, int)> _parents = [];
    private readonly Dictionary<(RepoPath, int), TsSymbol> _symbols = [];
    private readonly HashSet<(RepoPath, int)> _linkedToBases = [];
    private readonly List<(TsSymbol Symbol, string From)> _outside = [];
    private readonly List<(TsSymbol Symbol, string Why)> _unclear = [];

    public void Add(FoundUse use)
    {
        foreach (var symbol in use.Symbols)
        {
            Register(symbol);
            Join(use.Symbols[0], symbol);
            if (use.External is { } from) _outside.Add((symbol, from));
        }
    }

    public void AddOutside(TsSymbol symbol, string from) => _outside.Add((symbol, from));

    /// <summary>The symbol that stands for the group: the one declared first by path and place.</summary>
    public TsSymbol Representative(TsSymbol symbol) => _symbols[Root(KeyOf(symbol))];

    public IEnumerable<TsSymbol> GroupOf(TsSymbol representative)
    {
        var root = Root(KeyOf(representative));
        return _symbols.Where(s => Root(s.Key) == root).Select(s => s.Value);
    }

    /// <summary>The members known, by group.</summary>
    public IEnumerable<IGrouping<(RepoPath, int), TsSymbol>> Members => _symbols.Where(s => s.Value.IsMember && !s.Value.IsStatic).GroupBy(s => Root(s.Key), s => s.Value);

    public void JoinAll(IEnumerable<TsSymbol> symbols)
    {
        var known = symbols.ToList();
        known.ForEach(Register);
        foreach (var symbol in known.Skip(1)) Join(known[0], symbol);
    }

    public int MemberGroups => _symbols.Where(s => s.Value.IsMember).Select(s => Root(s.Key)).Distinct().Count();

    public string? OutsideOf(TsSymbol representative) => _outside.Find(o => Same(o.Symbol, representative)).From;

    public string? UnclearOf(TsSymbol representative) => _unclear.Find(o => Same(o.Symbol, representative)).Why;

    /// <summary>Joins every member with the same member of what its class or interface extends and implements, through to the top.</summary>
    public void JoinBases()
    {
        for (var pending = _symbols.Values.ToList(); pending.Count > 0; pending = [.. _symbols.Values.Where(s => !_linkedToBases.Contains(KeyOf(s)))])
        {
            foreach (var symbol in pending) JoinBases(symbol);
        }
    }

    /// <summary>A class may join two members that it inherits without declaring either.</summary>
    public void JoinThrough(TsSymbol type, string name)
    {
        var found = program.Types.Heritage.AllBasesOf(type).Select(b => program.Types.Properties.Find(b, name)).ToList();
        var symbols = found.Where(f => f.Certainty == Certainty.Found).SelectMany(f => f.Symbols).Where(s => _symbols.ContainsKey(KeyOf(s))).ToList();
        foreach (var symbol in symbols.Skip(1)) Join(symbols[0], symbol);
    }

    private void JoinBases(TsSymbol symbol)
    {
        if (!_linkedToBases.Add(KeyOf(symbol)) || !symbol.IsMember || symbol.Parent is not { } owner || symbol.Name.StartsWith('#')) return;
        if (symbol.IsStatic)
        {
            if (program.Types.Heritage.BaseValueOf(owner) is { } baseValue) JoinWith(symbol, program.Types.Properties.Find(baseValue, symbol.Name), isLibraryFunction: true);
            return;
        }

        foreach (var baseType in program.Types.Heritage.AllBasesOf(owner)) JoinWith(symbol, program.Types.Properties.Find(baseType, symbol.Name));
    }

    private void JoinWith(TsSymbol symbol, Property inherited, bool isLibraryFunction = false)
    {
        switch (inherited.Certainty)
        {
            case Certainty.Found:
                foreach (var other in inherited.Symbols)
                {
                    Register(other);
                    Join(symbol, other);
                }

                break;
            case Certainty.External when inherited.Type is ExternalType outside && !(isLibraryFunction && outside.From == "library"): _outside.Add((symbol, outside.From)); break;
            case Certainty.Unknown when inherited.Why != Property.OnFunction.Why && inherited.Why != Property.Added.Why: _unclear.Add((symbol, inherited.Why ?? "a base is not known")); break;
        }
    }

    private void Register(TsSymbol symbol)
    {
        if (!_symbols.TryAdd(KeyOf(symbol), symbol)) return;
        _parents[KeyOf(symbol)] = KeyOf(symbol);
        if (symbol.IsLibrary) _outside.Add((symbol, "library"));
    }

    private bool Same(TsSymbol a, TsSymbol b) => _parents.ContainsKey(KeyOf(a)) && Root(KeyOf(a)) == Root(KeyOf(b));

    private void Join(TsSymbol a, TsSymbol b)
    {
        var (x, y) = (Root(KeyOf(a)), Root(KeyOf(b)));
        if (x == y) return;
        if (Before(x, y)) _parents[y] = x;
        else _parents[x] = y;
    }

    private (RepoPath, int) Root((RepoPath, int) key)
    {
        while (_parents[key] is var parent && parent != key) key = parent;
        return key;
    }

    private static bool Before((RepoPath Path, int Start) x, (RepoPath Path, int Start) y) => x.Path == y.Path ? x.Start < y.Start : x.Path < y.Path;

    /// <summary>Symbols are one when they are first declared at one place, which holds over two readings of a file.</summary>
    private static (RepoPath, int) KeyOf(TsSymbol symbol) =>
        symbol.Declarations.Select(d => (d.Name.File.Path, d.Name.Start)).Aggregate((a, b) => Before(b, a) ? b : a);
}
