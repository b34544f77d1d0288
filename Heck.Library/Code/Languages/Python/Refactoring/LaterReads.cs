using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Refactoring.Imports;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>Says whether the value that a variable has after some statements may be read.</summary>
internal sealed class LaterReads(PythonScene python, Variable variable, PythonNode first, PythonNode last)
{
    private enum Fate
    {
        Passes,
        Read,
        Ends,
    }

    private readonly HashSet<PythonNode> _reads = [.. python.SitesOf(variable).Where(IsRead).Select(s => s.Node)];
    private readonly HashSet<PythonNode> _all = [.. python.SitesOf(variable).Select(s => s.Node)];

    public bool Any()
    {
        if (IsReadByOthers()) return true;
        for (var at = last; at != variable.Scope.Node && !at.Is(Kinds.Module); at = at.Parent!.Value)
        {
            var fate = After(at);
            if (fate != Fate.Passes) return fate == Fate.Read;
        }

        return false;
    }

    private static bool IsRead(NameSite site) => site.Role is NameRole.Load || site.Node.Parent is { } parent && (parent.Is(Kinds.AugmentedAssignment) && site.Node.Field == Fields.Left || parent.Is(Kinds.DeleteStatement));

    /// <summary>Functions outside of the statements that see the variable, and for a module's anything that can.</summary>
    private bool IsReadByOthers()
    {
        if (_reads.Any(r => !IsInside(r) && python.Program.File(r.File.Path)!.SiteOf(r)!.Scope != variable.Scope && r.Definition != last.Definition)) return true;
        return variable.Scope.Kind == ScopeKind.Module && (_reads.Any(r => !IsInside(r)) || ImportedNames.TakenFrom(python, variable).Any());
    }

    private bool IsInside(PythonNode node) => node.Start >= first.Start && node.End <= last.End;

    private Fate After(PythonNode at)
    {
        var parent = at.Parent!.Value;
        if (parent.IsBlock) return OfAll(parent.Children.Where(s => s.Start > at.Start));
        if (parent.Is(Kinds.ForStatement) || parent.Is(Kinds.WhileStatement))
        {
            if (at.Field != Fields.Body) return Fate.Passes;
            // Round again, and whatever the loop does after its end.
            return Reads(parent.Is(Kinds.WhileStatement) ? parent.Child(Fields.Condition)!.Value : parent.Child(Fields.Left)!.Value) || OfAll(at.Children.TakeWhile(s => s.Start < first.Start)) == Fate.Read || parent.ChildOfKind(Kinds.ElseClause) is { } other && Reads(other) ? Fate.Read : Fate.Passes;
        }

        return parent.Is(Kinds.TryStatement) && parent.Children.Any(c => c.Start > at.Start && Reads(c)) ? Fate.Read : Fate.Passes;
    }

    private Fate OfAll(IEnumerable<PythonNode> statements)
    {
        foreach (var statement in statements)
        {
            var fate = Of(statement);
            if (fate != Fate.Passes) return fate;
        }

        return Fate.Passes;
    }

    private Fate Of(PythonNode statement)
    {
        if (statement.Is(Kinds.IfStatement)) return OfBranches(statement);
        if (statement.Is(Kinds.ForStatement) || statement.Is(Kinds.WhileStatement) || statement.Is(Kinds.TryStatement) || statement.Is(Kinds.MatchStatement)) return Reads(statement) ? Fate.Read : Fate.Passes;
        if (statement.Is(Kinds.WithStatement)) return Reads(statement.ChildOfKind(Kinds.WithClause)!.Value) ? Fate.Read : OfAll(statement.Child(Fields.Body)!.Value.Children);
        if (Reads(statement)) return Fate.Read;
        var isGone = statement.Is(Kinds.ReturnStatement) || statement.Is(Kinds.RaiseStatement);
        return isGone || IsAssigned(statement) ? Fate.Ends : Fate.Passes;
    }

    private Fate OfBranches(PythonNode statement)
    {
        if (Reads(statement.Child(Fields.Condition)!.Value)) return Fate.Read;
        var fates = new List<Fate> { OfAll(statement.Child(Fields.Consequence)!.Value.Children) };
        var isFull = false;
        foreach (var clause in statement.ChildrenIn(Fields.Alternative))
        {
            isFull |= clause.Is(Kinds.ElseClause);
            if (clause.Child(Fields.Condition) is { } condition && Reads(condition)) return Fate.Read;
            fates.Add(OfAll((clause.Child(Fields.Consequence) ?? clause.Child(Fields.Body)!.Value).Children));
        }

        return fates.Contains(Fate.Read) ? Fate.Read : isFull && fates.TrueForAll(f => f == Fate.Ends) ? Fate.Ends : Fate.Passes;
    }

    private bool IsAssigned(PythonNode statement) => statement.Is(Kinds.ExpressionStatement) && statement.FirstChild is { } assignment && assignment.Is(Kinds.Assignment)
        && assignment.Child(Fields.Right) is not null && assignment.Child(Fields.Left) is { } left && (_all.Contains(left) || left.Children.Any(_all.Contains) && (left.Is(Kinds.PatternList) || left.Is(Kinds.TuplePattern)));

    private bool Reads(PythonNode code) => _reads.Any(r => r.IsWithin(code));
}
