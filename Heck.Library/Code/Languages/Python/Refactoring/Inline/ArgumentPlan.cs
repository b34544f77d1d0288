using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Inline;

/// <summary>For one call, the value of each parameter.</summary>
internal sealed class ArgumentPlan
{
    private readonly PythonScene _python;
    private readonly InlineAsk _ask;
    private readonly InlinedFunction _function;
    private readonly CallPlace _place;
    private readonly EffectReader _effects;
    private readonly Dictionary<Variable, PythonNode> _values = [];

    public ArgumentPlan(PythonScene python, InlineAsk ask, InlinedFunction function, CallPlace place)
    {
        (_python, _ask, _function, _place, _effects) = (python, ask, function, place, new EffectReader(python));
        AddReceiver();
        AddArguments();
    }

    /// <summary>The values by parameter, in the order in which the call computes them.</summary>
    public IReadOnlyDictionary<Variable, PythonNode> Values => _values;

    public PythonNode ValueOf(Variable parameter) => ValueText.Bare(_values[parameter]);

    public IReadOnlyList<PythonNode> UsesOf(Variable parameter) => [.. _python.SitesOf(parameter).Where(s => s.Role == NameRole.Load && _function.Body.Any(b => s.Node.IsWithin(b))).Select(s => s.Node)];

    /// <summary>Refuses when the values, put where the parameters stand in the one expression, would be computed in another order, more often or not at all.</summary>
    public void CheckInExpression(PythonNode expression)
    {
        foreach (var (parameter, value) in _values)
        {
            var does = _effects.Of(value);
            var uses = UsesOf(parameter);
            if (does == Effects.None || does == Effects.Computes && uses.Count > 0) continue;
            var isHarmless = (does & (Effects.Writes | Effects.Prints)) == 0;
            if (uses.Count == 0 && isHarmless) continue;
            var isOnce = uses.Count == 1 && EvaluationOrder.IsOnce(uses[0], expression);
            var before = isOnce ? EvaluationOrder.Before(uses[0], expression).Where(b => !IsParameter(b)).Select(_effects.Of).Aggregate(Effects.None, (a, b) => a | b) : Effects.Writes;
            var others = _values.Where(v => v.Key != parameter).Select(v => _effects.Of(v.Value)).Aggregate(Effects.None, (a, b) => a | b);
            var clash = isHarmless ? (before & Effects.Writes) != 0 || (others & Effects.Writes) != 0 : (before & ~Effects.Computes) != 0 || (others & ~Effects.Computes) != 0;
            if (!isOnce || clash) throw _python.Refuse(ErrorTable.RefactorSideEffects, $"The value for '{parameter.Name}' would be computed at another time, more often, or not at all.", _ask, (value, "argument"));
        }
    }

    /// <summary>Whether a value can stand where its parameter stands in a body of statements; else a variable holds it.</summary>
    public bool CanStandIn(Variable parameter)
    {
        var value = ValueOf(parameter);
        if (parameter.Declarations.Count > 1 || _effects.Of(value) != Effects.None) return false;
        return value.Identifiers.All(i => _python.VariableAt(i) is not { } variable || variable.Scope.Kind != ScopeKind.Module || variable.Declarations.Count == 1);
    }

    private bool IsParameter(PythonNode part) => part.Is(Kinds.Identifier) && _python.VariableAt(part) is { } v && _values.ContainsKey(v);

    private void AddReceiver()
    {
        var model = _function.Model;
        if (model.Class is null) return;
        if (_place.Object is not { } owner) throw _python.Refuse(ErrorTable.RefactorUnsupported, "The method is not called on an object.", _ask, (_place.Call, "call"));
        if (_effects.Of(owner) is var does && (does & ~Effects.Reads) != 0) throw _python.Refuse(ErrorTable.RefactorSideEffects, "The object that the method is called on is computed.", _ask, (owner, "object"));
        if (model.Receiver is not { } receiver) return;
        var isClass = _python.Evaluator.Of(owner) is PythonType.Class;
        if (isClass != model.IsClassMethod) throw _python.Refuse(ErrorTable.RefactorUnsupported, "The method is called on a class, or a class method on an object.", _ask, (_place.Call, "call"));
        _values[_function.Parameter(receiver)] = owner;
    }

    private void AddArguments()
    {
        var bound = CallArguments.Bind(_function.Filled, _place.Call) ?? throw _python.Refuse(ErrorTable.RefactorUnsupported, "The call spreads a list or dictionary, or does not fit.", _ask, (_place.Call, "call"));
        foreach (var (parameter, argument) in bound.OrderBy(b => b.Value.Start)) _values[_function.Model.Scope.Variables[parameter]] = CallArguments.ValueOf(argument);
        foreach (var parameter in _function.Filled.Where(p => !bound.ContainsKey(p.Name.Text)))
        {
            var value = CallArguments.DefaultOf(parameter) ?? throw _python.Refuse(ErrorTable.RefactorUnsupported, $"The call gives no value for '{parameter.Name.Text}'.", _ask, (_place.Call, "call"));
            if (_effects.Of(value) != Effects.None || value.Identifiers.Any()) throw _python.Refuse(ErrorTable.RefactorSideEffects, $"The default of '{parameter.Name.Text}' is computed once, where the function is declared.", _ask, (value, "default"));
            _values[_function.Parameter(parameter)] = value;
        }
    }
}
