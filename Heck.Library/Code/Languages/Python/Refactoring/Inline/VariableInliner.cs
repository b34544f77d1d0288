using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Refactoring.Imports;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Inline;

/// <summary>Puts the value of a variable that is assigned once where its name is read.</summary>
internal sealed class VariableInliner(PythonScene python, InlineAsk ask, BoundSymbol symbol, Variable variable, Verdicts uses)
{
    private readonly EffectReader _effects = new(python);

    public Proposal Propose(CancellationToken ct)
    {
        var assignment = Assignment();
        var value = assignment.Child(Fields.Right)!.Value;
        var places = Places(assignment);
        var isAll = ask.Path == symbol.Path && ask.Offset < variable.First.Name.End && ask.Offset >= variable.First.Name.Start;
        var chosen = isAll ? places : places.Where(p => p.File.Path == ask.Path && p.Start <= ask.Offset && ask.Offset < p.End).ToList();
        if (chosen.Count == 0) throw python.Refuse(ErrorTable.RefactorUsedElsewhere, $"No use of '{symbol.Name}' can take its value.", ask);
        var removes = isAll || places.Count == 1;
        new InlinePlaces(python, _effects, ask, assignment, value).Check(chosen, keepsDeclaration: !removes);
        var edits = chosen.Select(p => Edit(p, value)).ToList();
        if (removes) edits.AddRange(Removal.Of([assignment.Statement]));
        if (removes) edits.AddRange(ForeignImports().SelectMany(g => ImportEdits.Remove(g.Key, [.. g])));
        return new Proposal($"Inline {symbol.Kind} {symbol.Name}", edits, python.Scene.LedgerOf(symbol.Name, uses, ct));
    }

    private PythonNode Assignment()
    {
        if (variable.Declarations.Count > 1)
            throw python.Refuse(ErrorTable.RefactorReassigned, $"'{symbol.Name}' is bound {variable.Declarations.Count} times.", ask, variable.Declarations.Select(d => (d.Name, "assigned")));
        var origin = variable.First.Origin;
        var isPlain = variable.First.Kind == DeclarationKind.Assignment && origin.Child(Fields.Left) == variable.First.Name && origin.Child(Fields.Right) is { } value && !value.Is(Kinds.Assignment)
            && origin.Parent is { } parent && parent.Is(Kinds.ExpressionStatement);
        if (!isPlain || variable.Scope.Kind == ScopeKind.Class)
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is not a variable that a statement of its own gives one value.", ask, (variable.First.Name, "bound here"));
        return origin;
    }

    /// <summary>The reads of the variable, in its own file and, by import, in others.</summary>
    private List<PythonNode> Places(PythonNode assignment)
    {
        var places = new List<PythonNode>();
        foreach (var use in uses.Changed)
        {
            if (use.Path == symbol.Path && use.Start == symbol.Offset) continue;
            var file = python.File(use.Path);
            var site = file.Sites.FirstOrDefault(s => s.Node.Start == use.Start && s.Node.Unit == file.Unit)
                ?? throw ErrorTable.RefactorUsedElsewhere.With($"'{symbol.Name}' is named in a string.", details: python.Scene.Places(ask.Path, ask.Offset, [(use.Path, use.Start, "in a string")]));
            if (site.Role == NameRole.Imported && !file.Path.Equals(symbol.Path) && site.Binds) continue;
            var place = site.Role == NameRole.Attribute ? site.Node.Parent!.Value : site.Node;
            if (site.Role is not (NameRole.Load or NameRole.Attribute) || place.Parent is { } parent && (parent.Is(Kinds.Decorator) && !assignment.Child(Fields.Right)!.Value.Is(Kinds.Identifier)))
                throw python.Refuse(ErrorTable.RefactorUnsupported, $"A use of '{symbol.Name}' can hold no value.", ask, (site.Node, "use"));
            if (FormatHoles.Reject(place, ValueText.Bare(assignment.Child(Fields.Right)!.Value).Text) is { } reason)
                throw python.Refuse(ErrorTable.RefactorUnsupported, $"The value of '{symbol.Name}' cannot stand in an f-string: {reason}.", ask, (place, "use"));
            places.Add(place);
        }

        return places;
    }

    private IEnumerable<IGrouping<PythonNode, PythonNode>> ForeignImports() => uses.Changed.Where(u => u.Path != symbol.Path)
        .SelectMany(u => python.File(u.Path).Sites.Where(s => s.Node.Start == u.Start && s is { Role: NameRole.Imported, Binds: true }).Select(s => s.Node))
        .GroupBy(n => n.Ancestor(Kinds.ImportFrom)!.Value);

    private static ProposedEdit Edit(PythonNode place, PythonNode value)
    {
        // A tuple in parentheses of its own, `print((a, b))`, must keep them.
        var code = value.Is(Kinds.ExpressionList) ? ValueText.Copy(value, Precedence.NeedsParentheses(value, place)) : ValueText.InPlaceOf(place, value);
        return new ProposedEdit(place.File.Path, place.Start, place.End, code);
    }
}
