using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Inline;

/// <summary>Refuses places where a value would not be what it is where it is computed now.</summary>
internal sealed class InlinePlaces(PythonScene python, EffectReader effects, InlineAsk ask, PythonNode assignment, PythonNode value)
{
    private readonly PythonNode _statement = assignment.Statement;
    private readonly PythonNode? _definition = assignment.Definition;
    private readonly HashSet<string> _names = [.. value.Identifiers.Where(i => i.File.SiteOf(i) is { Role: NameRole.Load }).Select(i => i.Text)];

    public void Check(IReadOnlyList<PythonNode> places, bool keepsDeclaration)
    {
        var does = effects.Of(value);
        RefuseWalrus();
        foreach (var place in places)
        {
            if (place.File != assignment.File) CheckForeign(place);
            else CheckReach(place, does);
        }

        if ((does & (Effects.Creates | Effects.Writes | Effects.Prints)) == 0) return;
        // Another object, or the effect again, at each place; and once more where the declaration stays.
        if (places.Count > 1 || keepsDeclaration)
            throw python.Refuse(ErrorTable.RefactorSideEffects, "The value would be computed more than once.", ask, places.Select(p => (p, "use")));
    }

    private void RefuseWalrus()
    {
        if (value.Descendants(Kinds.NamedExpression).FirstOrDefault() is { Unit: not null } walrus)
            throw python.Refuse(ErrorTable.RefactorSideEffects, "The value assigns a variable.", ask, (walrus, "assigned"));
    }

    private void CheckForeign(PythonNode place)
    {
        if (_names.Count == 0 && effects.Of(value) == Effects.None) return;
        throw python.Refuse(ErrorTable.RefactorUsedElsewhere, "Another file uses the variable, and its value is more than a constant.", ask, (place, "use"));
    }

    private void CheckReach(PythonNode place, Effects does)
    {
        var isLater = place.Definition != _definition;
        if (!isLater && place.Start < assignment.Start)
            throw python.Refuse(ErrorTable.RefactorReassigned, "The variable is read before it is assigned.", ask, (place, "read before"));
        var block = _statement.Parent!.Value;
        if (!place.IsWithin(block) || isLater && _definition is not null && place.Start < assignment.Start)
            throw python.Refuse(ErrorTable.RefactorControlFlow, "The use may be reached without the assignment.", ask, (place, "use"));
        RefuseRebound(place, isLater);
        if (does == Effects.None) return;
        if (isLater)
        {
            // A function runs later, when what the value is computed from may differ.
            if (does != Effects.Computes || !AreFixed()) throw Moves(place);
            return;
        }

        CheckBetween(place, does);
    }

    /// <summary>Names of the value that are bound again between the assignment and the use.</summary>
    private void RefuseRebound(PythonNode place, bool isLater)
    {
        foreach (var variable in value.Identifiers.Select(i => python.VariableAt(i)).OfType<Variable>().Distinct())
        {
            var others = variable.Declarations.Where(d => IsAgain(d, variable, place, isLater)).ToList();
            if (others.Count == 0) continue;
            throw python.Refuse(ErrorTable.RefactorReassigned, $"'{variable.Name}', which the value is computed from, is bound again before the use.", ask, others.Select(o => (o.Name, "assigned")).Append((place, "use")));
        }
    }

    private bool IsAgain(Declaration declaration, Variable variable, PythonNode place, bool isLater)
    {
        if (declaration.Name.File != assignment.File) return true;
        var at = declaration.Name.Start;
        if (isLater) return at > assignment.Start || LoopAround() is { } around && at >= around.Start && at < around.End;
        // A store in another function may happen at any call.
        if (declaration.Name.Definition != _definition && declaration.Kind != DeclarationKind.Parameter && declaration.Name.File.SiteOf(declaration.Name) is { Binds: true, Scope: var scope } && scope != variable.Scope && scope.Kind != ScopeKind.Comprehension) return true;
        return at > assignment.End && at < EndOfReach(place);
    }

    private PythonNode? LoopAround() => assignment.Ancestors.TakeWhile(a => a != _definition).Where(a => a.Is(Kinds.ForStatement) || a.Is(Kinds.WhileStatement)).Select(a => (PythonNode?)a).LastOrDefault();

    private bool AreFixed() => value.Identifiers.Select(i => python.VariableAt(i)).OfType<Variable>().All(v => v.Declarations.Count == 1 && v.First.Kind is DeclarationKind.Parameter or DeclarationKind.Assignment or DeclarationKind.Function or DeclarationKind.Class or DeclarationKind.Import or DeclarationKind.FromImport);

    private void CheckBetween(PythonNode place, Effects does)
    {
        if ((does & (Effects.Creates | Effects.Writes | Effects.Prints)) != 0 && EvaluationOrder.IsRepeated(place, _statement.Parent!.Value)) throw Moves(place);
        var between = Between(place).ToList();
        var happens = effects.Of(between.Where(n => !n.IsBlock));
        var use = place.Statement;
        if ((does & (Effects.Writes | Effects.Prints)) != 0)
        {
            var conditional = !EvaluationOrder.IsOnce(place, use) || use.Parent != _statement.Parent;
            var early = between.Where(n => !IsMethodOf(n, place)).Select(effects.Of).Aggregate(Effects.None, (a, b) => a | b);
            if (conditional || early != Effects.None) throw Moves(place);
        }
        else if ((does & Effects.Reads) != 0 ? (happens & Effects.Writes) != 0 : (happens & Effects.Writes) != 0 && effects.MayChange(_names, between.SelectMany(n => n.OwnNodes)))
        {
            throw Moves(place);
        }
        else if ((does & Effects.Creates) != 0 && (happens & Effects.Writes) != 0 && _names.Count > 0 && effects.MayChange(_names, between.SelectMany(n => n.OwnNodes)))
        {
            throw Moves(place);
        }
    }

    /// <summary>What runs after the assignment and before the use; of a loop that holds the use, all of it.</summary>
    private IEnumerable<PythonNode> Between(PythonNode place)
    {
        var holder = place;
        while (holder.Parent != _statement.Parent) holder = holder.Parent!.Value;
        foreach (var statement in _statement.Parent!.Value.Children.Where(s => s.Start > _statement.Start && s.End <= holder.Start)) yield return statement;
        if (EvaluationOrder.IsRepeated(place, _statement.Parent!.Value)) yield return holder;
        else foreach (var part in Path(place, holder)) yield return part;
    }

    /// <summary>What runs before a use within the statement that holds it: statements before it in its blocks, and parts of its own.</summary>
    private static IEnumerable<PythonNode> Path(PythonNode place, PythonNode holder)
    {
        for (var at = place; ; at = at.Parent!.Value)
        {
            var statement = at.Statement;
            foreach (var part in EvaluationOrder.Before(at, statement)) yield return part;
            if (statement == holder) yield break;
            foreach (var earlier in statement.Parent!.Value.Children.Where(s => s.End <= statement.Start)) yield return earlier;
            at = statement.Parent!.Value;
        }
    }

    /// <summary>In <c>names.append(value)</c> the method is looked up first, which is as good as no effect.</summary>
    private static bool IsMethodOf(PythonNode earlier, PythonNode place) =>
        earlier.Field == Fields.Function && earlier.Is(Kinds.Attribute) && place.IsWithin(earlier.Parent!.Value) && earlier.Child(Fields.Object) is { } owner && owner.Is(Kinds.Identifier);

    private int EndOfReach(PythonNode place)
    {
        var loop = place.Ancestors.TakeWhile(a => a != _statement.Parent!.Value).Where(a => a.Is(Kinds.ForStatement) || a.Is(Kinds.WhileStatement)).Select(a => (PythonNode?)a).LastOrDefault();
        return loop?.End ?? place.Start;
    }

    private Contracts.Errors.HeckException Moves(PythonNode place) =>
        python.Refuse(ErrorTable.RefactorSideEffects, "At the use the value might be another, or be computed at another time.", ask, (value, "value"), (place, "use"));
}
