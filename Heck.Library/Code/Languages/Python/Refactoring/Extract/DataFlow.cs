using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>Which variables go into selected code and which come out of it.</summary>
internal sealed class DataFlow
{
    private readonly PythonScene _python;
    private readonly ExtractAsk _ask;
    private readonly SelectedCode _code;
    private readonly Scope _scope;
    private readonly HashSet<string> _readEarly = [];
    private readonly HashSet<string>? _atEnd;

    public DataFlow(PythonScene python, ExtractAsk ask, SelectedCode code)
    {
        (_python, _ask, _code) = (python, ask, code);
        _scope = code.First.Definition is { } definition ? code.First.File.ScopeOf(definition)! : code.First.File.Module;
        if (_scope.Kind == ScopeKind.Class) throw python.Refuse(ErrorTable.RefactorUnsupported, "The code stands in the body of a class, not in a function.", ask, (_scope.Node, "class"));
        Used = [.. Names().Select(n => python.VariableAt(n)).OfType<Variable>().Where(v => v.Scope.Node.File == code.First.File && (v.Scope == _scope || !IsInside(v.Scope.Node))).Distinct()];
        var flow = new AssignmentFlow(python, _scope) { Visit = NoteReads };
        _atEnd = code.Expression is { } expression ? ReadAll(expression) : flow.Run(code.Statements, []);
        Leaves = flow.Leaves;
        Results = code.Expression is null ? [.. Used.Where(v => IsBound(v) && new LaterReads(python, v, code.First, code.Last).Any()).OrderBy(FirstIn)] : [];
        Parameters = [.. Used.Where(GoesIn).OrderBy(v => v.First.Name.Start)];
        Check();
    }

    /// <summary>The scope that the code stands in.</summary>
    public Scope Scope => _scope;

    /// <summary>Variables of the file that the code names and that are declared outside of scopes of its own.</summary>
    public IReadOnlyList<Variable> Used { get; }

    public IReadOnlyList<Variable> Parameters { get; }

    public IReadOnlyList<Variable> Results { get; }

    /// <summary>Whether some way through the code reaches its end.</summary>
    public bool Completes => _atEnd is not null;

    /// <summary>Whether a <c>break</c> or <c>continue</c> leaves it.</summary>
    public bool Leaves { get; }

    /// <summary>Whether the code gives a variable a value.</summary>
    public bool IsBound(Variable variable) => variable.Declarations.Any(d => d.Name.File == _code.First.File && IsInside(d.Name));

    /// <summary>Module variables that the code stores by a <c>global</c> that stands outside of it.</summary>
    public IEnumerable<Variable> Globals => Used.Where(v => v.Scope.Kind == ScopeKind.Module && _scope.DeclaresGlobal(v.Name) && IsBound(v) && !Names().Any(n => n.Text == v.Name && n.File.SiteOf(n)?.Role == NameRole.Directive));

    private IEnumerable<PythonNode> Names() => _code.Roots.SelectMany(r => r.Identifiers);

    private bool IsInside(PythonNode node) => node.Start >= _code.Start && node.End <= _code.End;

    private int FirstIn(Variable variable) => Names().First(n => _python.VariableAt(n) == variable).Start;

    private bool GoesIn(Variable variable)
    {
        if (variable.Scope.Kind == ScopeKind.Class) return false;
        if (variable.Scope.Kind == ScopeKind.Module) return _scope.Kind == ScopeKind.Module && IsBound(variable) && NeedsValue(variable);
        return variable.Scope != _scope || NeedsValue(variable);
    }

    /// <summary>Whether the code reads what the variable had before: at once, or at its end on the ways that did not assign it.</summary>
    private bool NeedsValue(Variable variable) => _readEarly.Contains(variable.Name) || Results.Contains(variable) && _atEnd is not null && !_atEnd.Contains(variable.Name);

    private HashSet<string> ReadAll(PythonNode expression)
    {
        NoteReads(expression, new HashSet<string>());
        return new HashSet<string>();
    }

    private void NoteReads(PythonNode code, HashSet<string> state)
    {
        foreach (var name in code.Identifiers)
        {
            if (name.File.SiteOf(name) is not { } site || _python.VariableAt(name) is not { } variable || variable.Scope != _scope) continue;
            var reads = site.Role == NameRole.Load || name.Parent is { } parent && (parent.Is(Kinds.AugmentedAssignment) && name.Field == Fields.Left || parent.Is(Kinds.DeleteStatement));
            if (reads && !state.Contains(variable.Name)) _readEarly.Add(variable.Name);
        }
    }

    private void Check()
    {
        RefuseUnbound();
        foreach (var variable in Used.Where(v => v.Scope.Kind != ScopeKind.Module || _scope.Kind == ScopeKind.Module))
        {
            RefuseSharing(variable);
            if (IsBound(variable)) RefuseBound(variable);
        }
    }

    private void RefuseUnbound()
    {
        HashSet<string>? before = null;
        var first = _code.First.Statement;
        var flow = new AssignmentFlow(_python, _scope) { Visit = (node, state) => { if (before is null && (node == first || node.IsWithin(first) && node.Parent == first || first.IsWithin(node))) before = state; } };
        var body = _scope.Kind == ScopeKind.Module ? _scope.Node.Children : _scope.Kind == ScopeKind.Lambda ? [] : _scope.Node.Child(Fields.Body)!.Value.Children;
        flow.Run(body, [.. _scope.Variables.Values.Where(v => v.IsParameter).Select(v => v.Name)]);
        if (before is null) return;
        foreach (var variable in Parameters.Where(p => p.Scope == _scope && !p.IsParameter && !before.Contains(p.Name)))
            throw _python.Refuse(ErrorTable.RefactorControlFlow, $"'{variable.Name}' may have no value where the code begins, so it cannot be handed to a function.", _ask, (variable.First.Name, "assigned"));
        foreach (var variable in Results.Where(r => !Parameters.Contains(r) && _atEnd is not null && !_atEnd.Contains(r.Name)))
            throw _python.Refuse(ErrorTable.RefactorControlFlow, $"'{variable.Name}' gets its value only on some ways through the code.", _ask, (variable.First.Name, "assigned"));
    }

    /// <summary>Functions that share a variable with the code see its changes at once; a parameter or result is a copy.</summary>
    private void RefuseSharing(Variable variable)
    {
        if (variable.Scope.Kind == ScopeKind.Module && !IsBound(variable)) return;
        var stores = variable.Declarations.Where(d => d.Name.File.SiteOf(d.Name) is { } site && site.Scope != variable.Scope && site.Scope.Kind is ScopeKind.Function or ScopeKind.Lambda && site.Scope.Kind != ScopeKind.Comprehension).ToList();
        if (stores.Count > 0) throw _python.Refuse(ErrorTable.RefactorReassigned, $"A function inside assigns '{variable.Name}'.", _ask, stores.Select(s => (s.Name, "assigned")));
        var seen = _python.SitesOf(variable).Where(s => s.Role == NameRole.Load && s.Node.Definition != variable.First.Name.Definition && s.Node.Definition is { } d && d != _code.First.Definition && !d.Is(Kinds.ClassDefinition)).ToList();
        var (inside, outside) = (seen.Where(s => IsInside(s.Node)).ToList(), seen.Where(s => !IsInside(s.Node)).ToList());
        var isChanged = variable.Declarations.Count > 1 && !IsInside(variable.Scope.Node);
        if (variable.Scope == _scope && IsBound(variable) && outside.Count > 0 && _code.Expression is null && _scope.Kind != ScopeKind.Module && variable.Declarations.Any(d => !IsInside(d.Name)))
            throw _python.Refuse(ErrorTable.RefactorReassigned, $"A function outside of the code reads '{variable.Name}', which the code assigns.", _ask, outside.Select(s => (s.Node, "read")));
        if (inside.Count > 0 && isChanged && variable.Scope.Kind != ScopeKind.Module && variable.Declarations.Any(d => !IsInside(d.Name) && d.Name.Start > _code.Start || d.Kind == DeclarationKind.For))
            throw _python.Refuse(ErrorTable.RefactorReassigned, $"A function in the code reads '{variable.Name}', which is assigned again outside of it.", _ask, variable.Declarations.Select(d => (d.Name, "assigned")));
    }

    private void RefuseBound(Variable variable)
    {
        if (variable.Scope.Kind != ScopeKind.Module && variable.Scope != _scope)
            throw _python.Refuse(ErrorTable.RefactorReassigned, $"The code assigns '{variable.Name}' of a function around it.", _ask, (variable.First.Name, "declared"));
        if (_code.Expression is not null) throw _python.Refuse(ErrorTable.RefactorControlFlow, $"The expression assigns '{variable.Name}'.", _ask, (variable.First.Name, "assigned"));
        if (variable.Declarations.FirstOrDefault(d => d.Kind == DeclarationKind.Delete && IsInside(d.Name)) is { Name.Unit: not null } gone && variable.Declarations.Any(d => !IsInside(d.Name)))
            throw _python.Refuse(ErrorTable.RefactorControlFlow, $"The code deletes '{variable.Name}'.", _ask, (gone.Name, "deleted"));
        if (!Results.Contains(variable)) return;
        var around = _code.First.Ancestors.TakeWhile(a => a != _scope.Node).FirstOrDefault(a => a.Is(Kinds.TryStatement) && a.Child(Fields.Body) is { } body && _code.First.IsWithin(body));
        if (around.Unit is not null && (variable.Declarations.Any(d => !IsInside(d.Name)) || around.Children.Any(c => (c.Is(Kinds.ExceptClause) || c.Is(Kinds.FinallyClause)) && _python.SitesOf(variable).Any(s => s.Node.IsWithin(c)))))
            throw _python.Refuse(ErrorTable.RefactorControlFlow, $"When the code fails half-way, '{variable.Name}' would not have the value that is read after it.", _ask, (around, "try"));
    }
}
