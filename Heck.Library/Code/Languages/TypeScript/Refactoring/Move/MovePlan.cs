using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Move;

/// <summary>What moves where, and what each file then needs of the others.</summary>
internal sealed class MovePlan(TsScene ts, TsFile source, RefactorAsk ask, CancellationToken ct)
{
    private readonly Dictionary<TsSymbol, RepoPath> _homes = [];
    private readonly Dictionary<TsNode, RepoPath> _statements = [];
    private TsNode _asked;

    public TsScene Ts => ts;

    public TsFile Source => source;

    public RefactorAsk Ask => ask;

    public CancellationToken Ct => ct;

    public TsNode Asked => _asked;

    public IEnumerable<TsSymbol> Symbols => _homes.Keys;

    public IEnumerable<RepoPath> Targets => _statements.Values.Distinct();

    /// <summary>What remaining code of the source needs of moved code, by its new file.</summary>
    public Dictionary<TsSymbol, Need> SourceNeeds { get; } = [];

    /// <summary>What each new place needs.</summary>
    public Dictionary<RepoPath, Dictionary<TsSymbol, Need>> TargetNeeds { get; } = [];

    /// <summary>Imports of the source that only moved code used.</summary>
    public HashSet<TsSymbol> UnusedImports { get; } = [];

    public RepoPath HomeOf(TsSymbol symbol) => _homes.GetValueOrDefault(symbol.Final, source.Path);

    public bool IsMoved(TsSymbol symbol) => _homes.ContainsKey(symbol.Final);

    public IReadOnlyList<TsNode> StatementsFor(RepoPath target) => [.. _statements.Where(s => s.Value == target).Select(s => s.Key).OrderBy(s => s.Start)];

    public IReadOnlyCollection<TsNode> Statements => _statements.Keys;

    public void Add(int offset, RepoPath to)
    {
        var node = new TsNode(source, source.Tree.Covering(offset, offset + 1));
        if (_asked.IsNone) _asked = node;
        if (to == source.Path) throw Refuse(ErrorTable.RefactorUnsupported, $"'{node.Text}' is in {to} already.", [node]);
        if (ts.Names.Of(node) is not { } symbol) throw ErrorTable.TargetNotFound.With($"At {ts.Shared.PlaceOf(source.Path, offset)} stands no name of a declaration.");
        foreach (var declaration in TopDeclaration.Of(ts, node, symbol))
        {
            if (declaration.Name.File != source) throw Refuse(ErrorTable.RefactorUnsupported, $"'{node.Text}' is also declared in {declaration.Name.File.Path}.", [declaration.Name]);
            _statements[declaration.Statement] = to;
        }

        _homes[symbol.Final] = to;
    }

    public void Prepare()
    {
        RefuseSplitStatements();
        RefuseCommonJs();
        foreach (var target in Targets) TargetNeeds[target] = [];
        foreach (var statement in source.Root.Named)
        {
            if (_statements.TryGetValue(statement, out var home)) Collect(statement, TargetNeeds[home], home);
            else if (statement.Kind is not (K.ImportStatement or K.ExportStatement) || statement.Get(F.Declaration).Exists || statement.Get(F.Value).Exists) Collect(statement, SourceNeeds, source.Path);
        }

        RefuseWrites();
        FindUnusedImports();
    }

    public HeckException Refuse(ErrorCode code, string message, IEnumerable<TsNode> places, string role = "in the way") => ts.Refuse(code, _asked, message, places, role);

    /// <summary>What a name means before imports are followed.</summary>
    private TsSymbol? Raw(TsNode name)
    {
        if (ts.Program.Scopes(name.File).DeclaredBy(name) is { } declared) return declared;
        var meaning = name.Kind == K.TypeIdentifier ? Meaning.Type : name.Parent.Kind is K.NestedTypeIdentifier or K.NestedIdentifier ? Meaning.Namespace : Meaning.Value | Meaning.Namespace;
        return ts.Program.Names.Lookup(name, name.Text, meaning);
    }

    private void Collect(TsNode statement, Dictionary<TsSymbol, Need> needs, RepoPath home)
    {
        var top = ts.Program.Scopes(source).Module.Scope;
        var loads = RunsCode(statement);
        foreach (var name in statement.Subtree.Where(TsNames.IsName))
        {
            if (name.Parent.Kind == K.NestedTypeIdentifier && name.Field == F.Name) continue;
            if (Raw(name) is not { IsLibrary: false } symbol || !top.Names.TryGetValue(name.Text, out var known) || known.Final != symbol.Final) continue;
            var isElsewhere = symbol.Alias is not null ? home != source.Path : HomeOf(symbol) != home;
            if (!isElsewhere || symbol.Declarations.Exists(d => statement.Contains(d.Name))) continue;
            if (!needs.TryGetValue(symbol.Final, out var need)) needs[symbol.Final] = need = new Need(symbol.Final);
            if (LoadOrder.IsTypePosition(name)) continue;
            need.IsValue = true;
            need.AtLoad |= loads || LoadOrder.RunsAtLoad(name);
        }

        if (home != source.Path && statement.Subtree.Any(n => n.Kind is K.JsxElement or K.JsxSelfClosingElement) && top.Names.TryGetValue("React", out var react) && react.Alias is not null)
            needs.TryAdd(react.Final, new Need(react.Final) { IsValue = true });
    }

    /// <summary>Whether loading a statement calls something, which may use anything.</summary>
    private static bool RunsCode(TsNode statement) => statement.Subtree.Any(n => n.Kind is K.CallExpression or K.NewExpression or K.AwaitExpression && LoadOrder.RunsAtLoad(n));

    private void RefuseSplitStatements()
    {
        foreach (var (statement, home) in _statements)
        {
            var declaration = statement.Get(F.Declaration) is { Exists: true } inner ? inner : statement;
            if (declaration.Kind is not (K.LexicalDeclaration or K.VariableDeclaration)) continue;
            var names = declaration.All(K.VariableDeclarator).SelectMany(d => d.Get(F.Name).Subtree.Where(n => n.Kind is K.Identifier or K.ShorthandPropertyIdentifierPattern && ts.Program.Scopes(source).DeclaredBy(n) is not null)).ToList();
            var others = names.Where(n => HomeOf(ts.Program.Scopes(source).DeclaredBy(n)!) != home).ToList();
            if (others.Count > 0) throw Refuse(ErrorTable.RefactorUnsupported, "The statement declares other names as well, which would have to move too.", others, "declared");
        }
    }

    private void RefuseCommonJs()
    {
        if (source.IsJavaScript && source.Root.Subtree.FirstOrDefault(CommonJs.Marks) is { Exists: true } mark)
            throw Refuse(ErrorTable.RefactorUnsupported, $"{source.Path} is a CommonJS module; declarations are moved between modules of import and export only.", [mark]);
        if (ts.Program.Scopes(source).Module.IsModule) return;
        foreach (var symbol in Symbols)
        {
            var elsewhere = ts.Program.FilesWith(symbol.Name).Where(f => f.File != source).SelectMany(f => ts.Names.UsesIn(f.File.Root, symbol)).ToList();
            if (elsewhere.Count > 0) throw Refuse(ErrorTable.RefactorUsedElsewhere, $"{source.Path} is a script, and other files use its '{symbol.Name}' without an import.", elsewhere, "used");
        }
    }

    /// <summary>Nobody can assign to what is imported.</summary>
    private void RefuseWrites()
    {
        foreach (var symbol in TargetNeeds.Values.SelectMany(n => n.Keys).Concat(SourceNeeds.Keys).Where(s => s.Alias is null).Distinct())
        {
            var home = HomeOf(symbol);
            var writes = ts.Names.WritesOf(symbol).Where(w => HomeOfCode(w) != home).ToList();
            if (writes.Count > 0) throw Refuse(ErrorTable.RefactorReassigned, $"'{symbol.Name}' would be assigned from another file.", writes, "assigned");
        }
    }

    private RepoPath HomeOfCode(TsNode node) => _statements.GetValueOrDefault(Containers.TopStatementOf(node), source.Path);

    private void FindUnusedImports()
    {
        var imports = TargetNeeds.Values.SelectMany(n => n.Keys).Where(s => s.Alias is not null).Distinct().ToList();
        foreach (var import in imports)
        {
            var isJsx = import.Name == "React" && source.Root.Subtree.Any(n => n.Kind is K.JsxElement or K.JsxSelfClosingElement && HomeOfCode(n) == source.Path);
            var stays = source.Root.Subtree.Any(n => TsNames.IsName(n) && n.Text == import.Name && n.Ancestor(K.ImportStatement).IsNone && HomeOfCode(n) == source.Path && Raw(n)?.Final == import);
            if (!stays && !isJsx) UnusedImports.Add(import);
        }
    }
}
