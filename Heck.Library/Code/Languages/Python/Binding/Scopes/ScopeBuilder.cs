using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Syntax;

namespace Heck.Code.Languages.Python.Binding.Scopes;

/// <summary>
/// Makes the scopes of a file and says of every identifier what it is, as CPython's symbol table does. Nodes are scanned in a row; only those
/// that bind, or that open a scope, have a rule here, everything else is looked into.
/// </summary>
internal sealed partial class ScopeBuilder
{
    private readonly SourceUnit _unit;
    private readonly SyntaxParser _parser;
    private readonly List<NameSite> _sites;
    private readonly List<(Scope Scope, string Name, Declaration Declaration)> _nonlocalStores;
    private readonly Dictionary<ushort, Action<PythonNode, Scope>> _rules;

    private ScopeBuilder(SourceUnit unit, SyntaxParser parser, List<NameSite> sites, List<(Scope, string, Declaration)> nonlocalStores)
    {
        (_unit, _parser, _sites, _nonlocalStores) = (unit, parser, sites, nonlocalStores);
        _rules = new()
        {
            [Kinds.AsPattern] = VisitAsPattern,
            [Kinds.Assignment] = VisitAssignment,
            [Kinds.Attribute] = VisitAttribute,
            [Kinds.AugmentedAssignment] = VisitAssignment,
            [Kinds.Call] = VisitCall,
            [Kinds.CaseClause] = VisitCaseClause,
            [Kinds.ClassDefinition] = VisitClass,
            [Kinds.DeleteStatement] = VisitDelete,
            [Kinds.DictionaryComprehension] = VisitComprehension,
            [Kinds.ExceptClause] = VisitExcept,
            [Kinds.ForStatement] = VisitFor,
            [Kinds.FunctionDefinition] = VisitFunction,
            [Kinds.FutureImport] = VisitImport,
            [Kinds.GeneratorExpression] = VisitComprehension,
            [Kinds.GlobalStatement] = VisitGlobal,
            [Kinds.ImportFrom] = VisitImport,
            [Kinds.ImportStatement] = VisitImport,
            [Kinds.KeywordArgument] = VisitKeyword,
            [Kinds.Lambda] = VisitLambda,
            [Kinds.ListComprehension] = VisitComprehension,
            [Kinds.MemberType] = VisitMemberType,
            [Kinds.NamedExpression] = VisitWalrus,
            [Kinds.NonlocalStatement] = VisitNonlocal,
            [Kinds.SetComprehension] = VisitComprehension,
            [Kinds.Subscript] = VisitSubscript,
            [Kinds.Type] = VisitAnnotation,
            [Kinds.TypeAliasStatement] = VisitTypeAlias,
        };
    }

    /// <summary>Scans a whole file into the scope of its module.</summary>
    public static IReadOnlyList<NameSite> Build(Scope module, SourceUnit unit, SyntaxParser parser)
    {
        var builder = new ScopeBuilder(unit, parser, [], []);
        builder.ScanChildren(unit.Root, module);
        builder.BindNonlocals();
        return builder._sites;
    }

    private void Scan(PythonNode? node, Scope scope)
    {
        if (node is { } at) Scan(at.Index, _unit.Tree.Nodes[at.Index].Next, scope);
    }

    private void ScanChildren(PythonNode node, Scope scope) => Scan(node.Index + 1, _unit.Tree.Nodes[node.Index].Next, scope);

    private void Scan(int from, int to, Scope scope)
    {
        for (var at = from; at < to;)
        {
            var kind = _unit.Tree.Nodes[at].Kind;
            if (_rules.TryGetValue(kind, out var visit))
            {
                visit(_unit[at], scope);
                at = _unit.Tree.Nodes[at].Next;
                continue;
            }

            if (kind == Kinds.Identifier) AddSite(_unit[at], NameRole.Load, scope);
            at++;
        }
    }

    private void AddSite(PythonNode name, NameRole role, Scope scope, bool binds = false)
    {
        // What error recovery made up is not in the source.
        if (!_unit.Tree.Nodes[name.Index].IsMissing) _sites.Add(new NameSite(name, role, scope, binds));
    }

    private void Bind(PythonNode name, DeclarationKind kind, PythonNode origin, Scope scope, NameRole role = NameRole.Store)
    {
        var key = scope.Mangle(name.Text);
        var declaration = new Declaration(name, kind, origin);
        AddSite(name, role, scope, binds: true);
        if (scope.DeclaresGlobal(key)) scope.Module.Bind(key, declaration);
        else if (scope.DeclaresNonlocal(key)) _nonlocalStores.Add((scope, key, declaration));
        else scope.Bind(key, declaration);
    }

    /// <summary>The function that a nonlocal name belongs to may bind it after the function that stores it.</summary>
    private void BindNonlocals()
    {
        foreach (var (scope, name, declaration) in _nonlocalStores) scope.ResolveOutside(name).Variable?.Add(declaration);
    }

    /// <summary>Binds the names of an assignment's or loop's target; its subscripts and attributes are read.</summary>
    private void BindTarget(PythonNode target, DeclarationKind kind, PythonNode origin, Scope scope)
    {
        if (target.Is(Kinds.Identifier)) Bind(target, kind, origin, scope);
        else if (IsTargetList(target.Kind)) foreach (var child in target.Children) BindTarget(child, kind, origin, scope);
        else Scan(target, scope);
    }

    private static bool IsTargetList(ushort kind) =>
        kind == Kinds.PatternList || kind == Kinds.TuplePattern || kind == Kinds.ListPattern || kind == Kinds.ListSplatPattern || kind == Kinds.AsPatternTarget
        || kind == Kinds.Tuple || kind == Kinds.List || kind == Kinds.ExpressionList || kind == Kinds.ListSplat || kind == Kinds.ParenthesizedExpression;
}
