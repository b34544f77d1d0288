using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>Which local values go into selected code and come out of it.</summary>
internal sealed class DataFlow
{
    private readonly TsScene _ts;
    private readonly Selection _selection;
    private readonly TsNode _home;

    /// <param name="ts">The scene.</param>
    /// <param name="selection">The code.</param>
    /// <param name="home">The statement of the file, or the method, beside which the new function will stand: what is declared inside of it is local.</param>
    /// <exception cref="HeckException">A value is shared in a way that no parameter and no result can keep.</exception>
    public DataFlow(TsScene ts, Selection selection, TsNode home)
    {
        (_ts, _selection, _home) = (ts, selection, home);
        var used = selection.Nodes.SelectMany(ts.Names.AllIn).Select(u => u.Symbol).Distinct().Where(IsLocal).ToList();
        Outer = [.. used.Where(s => !IsDeclaredInside(s) && s.First.Node.Kind is not (K.TypeParameter or K.InferType or K.MappedTypeClause)).OrderBy(s => FirstUse(s).Start)];
        foreach (var symbol in Outer) Sort(symbol);
        foreach (var symbol in used.Where(IsDeclaredInside)) SortDeclared(symbol);
        Inputs.RemoveAll(s => s.First.Node.Kind is K.InterfaceDeclaration or K.TypeAliasDeclaration);
    }

    /// <summary>Local symbols from outside that the code uses.</summary>
    public IReadOnlyList<TsSymbol> Outer { get; }

    /// <summary>Values that the code needs.</summary>
    public List<TsSymbol> Inputs { get; } = [];

    /// <summary>Variables of outside that the code gives another value, which is used later.</summary>
    public List<TsSymbol> Assigned { get; } = [];

    /// <summary>Variables that the code declares and later code uses.</summary>
    public List<TsSymbol> Declared { get; } = [];

    /// <summary>Variables that the code gives their first value in a statement of its own: the assignment becomes their declaration.</summary>
    public List<(TsSymbol Symbol, TsNode Statement)> Begun { get; } = [];

    public TsNode FirstUse(TsSymbol symbol) => _selection.Nodes.SelectMany(n => _ts.Names.UsesIn(n, symbol)).First();

    private bool IsLocal(TsSymbol symbol) => symbol.Alias is null && symbol.Declarations.Exists(d => d.Name.File == _selection.File && _home.Contains(d.Name) && !IsOfHome(d.Name, d.Node));

    /// <summary>The name of the statement itself is no local, and neither are variables at the top of the file.</summary>
    private bool IsOfHome(TsNode name, TsNode node)
    {
        if (node == _home || (_home.Kind == K.ExportStatement && node.Parent == _home)) return true;
        return _ts.Program.Scopes(name.File).Module.Scope.Names.TryGetValue(name.Text, out var top) && top.Declarations.Exists(d => d.Name == name) && !IsDeclaredInside(top);
    }

    private bool IsDeclaredInside(TsSymbol symbol) => symbol.Declarations.Exists(d => _selection.Contains(d.Name));

    private void Sort(TsSymbol symbol)
    {
        var uses = _ts.Names.UsesIn(symbol.First.Name.File.Root, symbol).ToList();
        var writes = uses.Where(TsNames.IsWrite).ToList();
        var inside = uses.Where(_selection.Contains).ToList();
        var written = writes.Where(_selection.Contains).ToList();
        RefuseShared(symbol, uses, writes, written);
        if (written.Count == 0)
        {
            Inputs.Add(symbol);
            return;
        }

        var isUsedLater = uses.Exists(u => !_selection.Contains(u) && !symbol.Declarations.Exists(d => d.Name == u));
        if (isUsedLater) Assigned.Add(symbol);
        if (FirstAssignment(inside[0]) is { Exists: true } statement) Begun.Add((symbol, statement));
        else Inputs.Add(symbol);
    }

    /// <summary>A copy of a value is not the variable: closures that see it, or code that runs between, would notice.</summary>
    private void RefuseShared(TsSymbol symbol, List<TsNode> uses, List<TsNode> writes, List<TsNode> written)
    {
        var home = Containers.FunctionOf(_selection.First);
        var closures = uses.Where(u => Containers.FunctionOf(u) != home && Containers.FunctionOf(u) != FunctionDeclaring(symbol)).ToList();
        var isWritten = writes.Count > 0;
        var nestedWrites = writes.Where(w => Containers.FunctionOf(w) != home).ToList();
        if (written.Count > 0 && (closures.Count > 0 || FunctionDeclaring(symbol) != home))
            throw _ts.Refuse(ErrorTable.RefactorReassigned, _selection.First, $"'{symbol.Name}' is assigned here and belongs to functions around or inside as well.", written.Concat(closures), "assigned");
        if (nestedWrites.Count > 0)
            throw _ts.Refuse(ErrorTable.RefactorReassigned, _selection.First, $"'{symbol.Name}' is assigned by another function, which may run meanwhile.", nestedWrites, "assigned");
        if (isWritten && closures.Exists(_selection.Contains))
            throw _ts.Refuse(ErrorTable.RefactorReassigned, _selection.First, $"A function here keeps '{symbol.Name}', which is assigned elsewhere.", writes, "assigned");
    }

    private static TsNode FunctionDeclaring(TsSymbol symbol)
    {
        var node = symbol.First.Node;
        return symbol.Kind == "parameter" && node.Kind.IsFunctionLike() ? node : node.Kind is K.RequiredParameter or K.OptionalParameter ? node.Parent.Parent : Containers.FunctionOf(node);
    }

    private void SortDeclared(TsSymbol symbol)
    {
        var outside = _ts.Names.UsesIn(symbol.First.Name.File.Root, symbol).Where(u => !_selection.Contains(u)).ToList();
        if (outside.Count == 0) return;
        if (symbol.First.Node.Kind is not K.VariableDeclarator || outside.Exists(u => u.Start < _selection.Start))
            throw _ts.Refuse(ErrorTable.RefactorControlFlow, _selection.First, $"'{symbol.Name}' is declared here and used outside.", outside, "used");
        var function = Containers.FunctionOf(_selection.First);
        var isShared = _ts.Names.IsReassigned(symbol) && _ts.Names.UsesIn(symbol.First.Name.File.Root, symbol).Any(u => Containers.FunctionOf(u) != function);
        if (isShared) throw _ts.Refuse(ErrorTable.RefactorReassigned, _selection.First, $"'{symbol.Name}' is assigned again, and functions share it.", outside, "used");
        Declared.Add(symbol);
    }

    private TsNode FirstAssignment(TsNode use)
    {
        if (!TsNames.IsPlainWrite(use) || use.Parent.Parent.Kind != K.ExpressionStatement || !_selection.Nodes.Contains(use.Parent.Parent)) return default;
        var value = use.Parent.Get(F.Right);
        return value.Subtree.Any(n => TsNames.IsName(n) && n.Text == use.Text) ? default : use.Parent.Parent;
    }
}
