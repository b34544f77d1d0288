using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>
/// Walks statements in the order in which they run and knows which variables of a scope certainly have a value. A state is null where nothing runs
/// any more.
/// </summary>
internal sealed class AssignmentFlow(PythonScene python, Scope scope)
{
    private readonly Stack<List<HashSet<string>>> _breaks = new();

    /// <summary>Told of a statement, or the head of one, before it runs, with the state there.</summary>
    public Action<PythonNode, HashSet<string>>? Visit { get; init; }

    /// <summary>Whether a jump leaves the statements that are walked.</summary>
    public bool Leaves { get; private set; }

    public HashSet<string>? Run(IEnumerable<PythonNode> statements, HashSet<string>? state) => statements.Aggregate(state, (s, statement) => s is null ? null : Run(statement, s));

    private HashSet<string>? Run(PythonNode statement, HashSet<string> state)
    {
        if (statement.Is(Kinds.IfStatement)) return RunIf(statement, state);
        if (statement.Is(Kinds.ForStatement) || statement.Is(Kinds.WhileStatement)) return RunLoop(statement, state);
        if (statement.Is(Kinds.TryStatement)) return RunTry(statement, state);
        if (statement.Is(Kinds.WithStatement)) return Run(Block(statement), Head(statement.ChildOfKind(Kinds.WithClause), state));
        if (statement.Is(Kinds.MatchStatement)) return RunMatch(statement, state);
        Visit?.Invoke(statement, state);
        if (statement.Is(Kinds.ReturnStatement) || statement.Is(Kinds.RaiseStatement)) return null;
        if (statement.Is(Kinds.BreakStatement) || statement.Is(Kinds.ContinueStatement)) return Jump(statement, state);
        return statement.Is(Kinds.DeleteStatement) ? [.. state.Except(Bound(statement))] : [.. state, .. Bound(statement)];
    }

    private HashSet<string>? Jump(PythonNode statement, HashSet<string> state)
    {
        if (_breaks.Count == 0) Leaves = true;
        else if (statement.Is(Kinds.BreakStatement)) _breaks.Peek().Add(state);
        return null;
    }

    private HashSet<string>? RunIf(PythonNode statement, HashSet<string> state)
    {
        var after = Head(statement.Child(Fields.Condition), state);
        var ends = new List<HashSet<string>?> { Run(statement.Child(Fields.Consequence)!.Value.Children, after) };
        foreach (var clause in statement.ChildrenIn(Fields.Alternative))
        {
            if (clause.Is(Kinds.ElseClause)) return Join([.. ends, Run(clause.Child(Fields.Body)!.Value.Children, after)]);
            after = Head(clause.Child(Fields.Condition), after);
            ends.Add(Run(clause.Child(Fields.Consequence)!.Value.Children, after));
        }

        return Join([.. ends, after]);
    }

    private HashSet<string>? RunLoop(PythonNode loop, HashSet<string> state)
    {
        var isFor = loop.Is(Kinds.ForStatement);
        var after = Head(loop.Child(isFor ? Fields.Right : Fields.Condition), state);
        _breaks.Push([]);
        Run(loop.Child(Fields.Body)!.Value.Children, isFor ? [.. after, .. Bound(loop.Child(Fields.Left))] : after);
        var breaks = _breaks.Pop();
        var isEndless = !isFor && loop.Child(Fields.Condition) is { } condition && (condition.Is(Kinds.True) || condition.Text == "1");
        var end = isEndless ? null : loop.ChildOfKind(Kinds.ElseClause) is { } other ? Run(other.Child(Fields.Body)!.Value.Children, after) : after;
        return Join([end, .. breaks]);
    }

    private HashSet<string>? RunTry(PythonNode statement, HashSet<string> state)
    {
        var end = Run(statement.Child(Fields.Body)!.Value.Children, state);
        var ends = new List<HashSet<string>?>();
        if (statement.ChildOfKind(Kinds.ElseClause) is { } other && end is not null) end = Run(other.Child(Fields.Body)!.Value.Children, end);
        ends.Add(end);
        foreach (var handler in statement.Children.Where(c => c.Is(Kinds.ExceptClause)))
        {
            var inside = handler.Children.Where(c => !c.Is(Kinds.Block)).Aggregate(state, (s, c) => Head(c, s));
            ends.Add(Run(Block(handler), inside) is { } left ? [.. left.Except(handler.Children.Where(c => !c.Is(Kinds.Block)).SelectMany(c => Bound(c)))] : null);
        }

        var joined = Join(ends);
        if (statement.ChildOfKind(Kinds.FinallyClause) is not { } last) return joined;
        var final = Run(Block(last), state);
        return joined is null || final is null ? null : [.. joined, .. final];
    }

    private HashSet<string>? RunMatch(PythonNode statement, HashSet<string> state)
    {
        var after = statement.Children.Where(c => !c.Is(Kinds.Block)).Aggregate(state, (s, c) => Head(c, s));
        var cases = Block(statement).ToList();
        var ends = cases.Select(c => Run(Block(c), c.Children.Where(p => !p.Is(Kinds.Block)).Aggregate(after, (s, p) => Head(p, s)))).ToList();
        var isFull = cases.Count > 0 && cases[^1].Children.ToList() is [var only, _] && only.Text == "_";
        return Join(isFull ? ends : [.. ends, after]);
    }

    private static IEnumerable<PythonNode> Block(PythonNode holder) => holder.ChildOfKind(Kinds.Block)?.Children ?? [];

    private HashSet<string> Head(PythonNode? head, HashSet<string> state)
    {
        if (head is not { } node) return state;
        Visit?.Invoke(node, state);
        return [.. state, .. Bound(node)];
    }

    /// <summary>The variables of the scope that code certainly binds when it runs, blocks inside left out.</summary>
    private IEnumerable<string> Bound(PythonNode? code) => code is not { } node ? [] : node.OwnNodes
        .Where(n => n.Is(Kinds.Identifier) && n.File.SiteOf(n) is { Binds: true } && python.VariableAt(n)?.Scope == scope && IsCertain(n, node))
        .Select(n => python.VariableAt(n)!.Name);

    private static bool IsCertain(PythonNode name, PythonNode code) => name.Parent is not { } parent || !parent.Is(Kinds.NamedExpression) || name == code || EvaluationOrder.IsOnce(name, code);

    private static HashSet<string>? Join(IEnumerable<HashSet<string>?> states)
    {
        var living = states.OfType<HashSet<string>>().ToList();
        return living.Count == 0 ? null : living.Aggregate((a, b) => [.. a.Intersect(b)]);
    }
}
