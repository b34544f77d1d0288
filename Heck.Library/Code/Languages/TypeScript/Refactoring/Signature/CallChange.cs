using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Signature;

/// <summary>One use of a function whose parameters change.</summary>
internal sealed class CallChange
{
    private readonly TsScene _ts;
    private readonly TsNode _asked;
    private readonly SignaturePlan _plan;
    private readonly TsNode _list;
    private readonly List<TsNode> _arguments;
    private readonly TsNode _receiver;

    private CallChange(TsScene ts, TsNode asked, TsNode use, SignaturePlan plan, TsNode list, bool hasReceiver, string? problem)
    {
        (_ts, _asked, Use, _plan, _list, Problem) = (ts, asked, use, plan, list, problem);
        var all = list.Named.ToList();
        _receiver = hasReceiver ? all.FirstOrDefault() : default;
        _arguments = [.. all.Skip(hasReceiver ? 1 : 0)];
    }

    public TsNode Use { get; }

    /// <summary>Why the use cannot follow; null for a call.</summary>
    public string? Problem { get; }

    public static CallChange Of(TsScene ts, TsNode asked, TsNode use, SignaturePlan plan)
    {
        var callee = use.Parent is { Kind: K.MemberExpression } member && use.Field == F.Property ? member : use;
        while (callee.Parent.Kind is K.NonNullExpression or K.ParenthesizedExpression) callee = callee.Parent;
        var call = callee.Parent;
        if (call.Kind == K.CallExpression && callee.Field == F.Function && call.Get(F.Arguments).Kind == K.Arguments) return new(ts, asked, use, plan, call.Get(F.Arguments), false, null);
        if (call.Kind == K.NewExpression && callee.Field == F.Constructor) return new(ts, asked, use, plan, call.Get(F.Arguments), false, call.Get(F.Arguments).IsNone ? "is constructed without parentheses" : null);
        if (call.Kind == K.MemberExpression && callee.Field == F.Object && call.Parent.Kind == K.CallExpression && call.Field == F.Function)
        {
            return call.Get(F.Property).Text switch
            {
                "call" => new(ts, asked, use, plan, call.Parent.Get(F.Arguments), true, null),
                "apply" or "bind" => new(ts, asked, use, plan, default, false, $"is called by {call.Get(F.Property).Text}, whose arguments cannot follow"),
                _ => new(ts, asked, use, plan, default, false, "is used as a value"),
            };
        }

        return new(ts, asked, use, plan, default, false, "is used as a value, so that its calls cannot be followed");
    }

    public void Refuse()
    {
        var moved = _arguments.Skip(_plan.Unchanged).ToList();
        var spread = _arguments.FindIndex(a => a.Kind == K.SpreadElement);
        if (spread >= 0 && (moved.Count > 0 || _plan.Unchanged < _plan.After.Count))
            throw _ts.Refuse(ErrorTable.RefactorUsedElsewhere, _asked, "A call spreads its arguments, so that their places are not known.", [_arguments[spread]], "used");
        var hasRest = _plan.After.Count > 0 && _arguments.Count > _plan.Before.Count;
        if (_arguments.Count > _plan.Before.Count && !RestStays())
            throw _ts.Refuse(ErrorTable.RefactorUsedElsewhere, _asked, "A call passes more arguments than there are parameters.", [_arguments[_plan.Before.Count]], "used");
        foreach (var removed in _plan.Removed.Where(i => i < _arguments.Count).Select(i => _arguments[i]))
        {
            if (_ts.Effects.Of(removed) == Effect.Does) throw _ts.Refuse(ErrorTable.RefactorSideEffects, _asked, "An argument that goes does something when it is evaluated.", [removed], "call");
        }

        RefuseOrder();
    }

    public IEnumerable<ProposedEdit> Edits()
    {
        var after = New();
        if (_arguments.Count > 0) return ItemLists.Rewritten(_list, _arguments, after);
        if (after.Count == 0) return [];
        var code = new CodeText();
        foreach (var item in after) code.Write(code.Pieces.Count > 0 ? ", " : "").Append(item.Code!);
        return [_receiver.Exists ? ProposedEdit.Insert(_list.File.Path, _receiver.End, CodeText.Of(", ").Append(code)) : ProposedEdit.Insert(_list.File.Path, _list.Start + 1, code)];
    }

    /// <summary>The arguments there will be; those at the end that nobody passes and that have a default are left out.</summary>
    private List<(int Old, CodeText? Code)> New()
    {
        var after = new List<(int Old, CodeText? Code)>();
        var last = _plan.After.ToList().FindLastIndex(a => a.New is null && a.Old < _arguments.Count);
        for (var i = 0; i <= last; i++)
        {
            var (old, added) = _plan.After[i];
            if (added is not null) after.Add((-1, CodeText.Of(added.Value ?? "undefined")));
            else after.Add(old < _arguments.Count ? (old, null) : (-1, CodeText.Of("undefined")));
        }

        for (var i = _plan.Before.Count; i < _arguments.Count; i++) after.Add((i, null));
        return after;
    }

    /// <summary>A rest parameter that keeps its place at the end takes the further arguments.</summary>
    private bool RestStays() => _plan.Before.Count > 0 && _plan.After.Count > 0 && _plan.After[^1].New is null && _plan.After[^1].Old == _plan.Before.Count - 1;

    private void RefuseOrder()
    {
        if (!_plan.IsReordered) return;
        var order = _plan.After.Where(a => a.New is null && a.Old < _arguments.Count).Select(a => a.Old).ToList();
        var effects = _arguments.Select(a => _ts.Effects.Of(a)).ToList();
        for (var i = 0; i < order.Count; i++)
        {
            for (var j = i + 1; j < order.Count; j++)
            {
                if (order[i] < order[j] || effects[order[i]] == Effect.None || effects[order[j]] == Effect.None || (effects[order[i]] == Effect.Reads && effects[order[j]] == Effect.Reads)) continue;
                throw _ts.Refuse(ErrorTable.RefactorSideEffects, _asked, "Arguments would be evaluated in another order.", [_arguments[order[i]], _arguments[order[j]]], "call");
            }
        }
    }
}
