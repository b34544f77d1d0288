using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>What tests around a use say about its type: <c>instanceof</c>, <c>in</c>, discriminants, type predicates.</summary>
internal sealed class Narrowing(TsProgram program)
{
    private TypeChecker Types => program.Types;

    public TsType At(TsNode reference, TsType declared)
    {
        if (declared is not (UnionType or UnknownType or PrimitiveType { Name: "unknown" } or InstanceType or ParameterType or ExternalType or DeferredType)) return declared;
        var text = reference.Text;
        var tests = TestsAbove(reference).Where(t => t.Condition.Exists && Mentions(t.Condition, text)).Reverse().ToList();
        return tests.Aggregate(declared, (type, test) => Apply(test.Condition, test.Holds, text, type));
    }

    private static bool Mentions(TsNode condition, string text) => condition.Text.Contains(text, StringComparison.Ordinal);

    /// <summary>The conditions known to hold or fail where a node stands, innermost first, up to the function around it.</summary>
    private static IEnumerable<(TsNode Condition, bool Holds)> TestsAbove(TsNode node)
    {
        for (var at = node; at.Parent.Exists && !IsBoundary(at.Kind); at = at.Parent)
        {
            var parent = at.Parent;
            switch (parent.Kind)
            {
                case K.IfStatement or K.TernaryExpression or K.WhileStatement or K.ForStatement when at.Field is F.Consequence or F.Body: yield return (parent.Get(F.Condition), true); break;
                case K.IfStatement or K.TernaryExpression when at.Field == F.Alternative: yield return (parent.Get(F.Condition), false); break;
                case K.BinaryExpression when at.Field == F.Right && parent.Get(F.Operator).Text is "&&" or "||": yield return (parent.Get(F.Left), parent.Get(F.Operator).Text == "&&"); break;
                case K.SwitchCase when at.Field != F.Value: yield return (parent, true); break;
                case K.StatementBlock or K.Program or K.SwitchCase:
                    foreach (var exit in EarlierExits(parent, at)) yield return (exit.Get(F.Condition), false);
                    break;
            }
        }
    }

    private static bool IsBoundary(K kind) => kind is K.FunctionDeclaration or K.MethodDefinition or K.FunctionExpression or K.Program;

    /// <summary>Statements before this one of the form <c>if (…) return;</c>.</summary>
    private static IEnumerable<TsNode> EarlierExits(TsNode block, TsNode statement) =>
        block.Named.TakeWhile(s => s != statement).Where(s => s.Kind == K.IfStatement && s.Get(F.Alternative).IsNone && Leaves(s.Get(F.Consequence))).Reverse();

    private static bool Leaves(TsNode statement) => statement.Kind switch
    {
        K.ReturnStatement or K.ThrowStatement or K.BreakStatement or K.ContinueStatement => true,
        K.StatementBlock => statement.LastNamed is { Exists: true } last && Leaves(last),
        _ => false,
    };

    private TsType Apply(TsNode condition, bool holds, string text, TsType type)
    {
        condition = condition.Unwrapped();
        switch (condition.Kind)
        {
            case K.UnaryExpression when condition.Get(F.Operator).Text == T.Not: return Apply(condition.FirstNamed, !holds, text, type);
            case K.BinaryExpression: return ApplyBinary(condition, condition.Get(F.Operator).Text, holds, text, type);
            case K.CallExpression: return ApplyPredicate(condition, holds, text, type);
            case K.SwitchCase: return ApplyCase(condition, text, type);
            default: return type;
        }
    }

    private TsType ApplyBinary(TsNode condition, string op, bool holds, string text, TsType type)
    {
        var (left, right) = (condition.Get(F.Left).Unwrapped(), condition.Get(F.Right).Unwrapped());
        switch (op)
        {
            case "&&" when holds: return Apply(right, true, text, Apply(left, true, text, type));
            case "||" when !holds: return Apply(right, false, text, Apply(left, false, text, type));
            case "instanceof" when left.Text == text: return ToInstance(type, Types.Calls.Constructed(Types.Expressions.TypeOf(right)), holds);
            case "in" when right.Text == text && left.Kind == K.String: return WithProperty(type, left.StringValue() ?? "", holds);
            case "===" or "==" or "!==" or "!=": return ByEquality(left, right, holds == op is "===" or "==", text, type);
            default: return type;
        }
    }

    private TsType ByEquality(TsNode left, TsNode right, bool equal, string text, TsType type)
    {
        if (left.Kind == K.MemberExpression && left.Get(F.Object).Text == text) return ByDiscriminant(type, left.Get(F.Property).Text, Types.Expressions.TypeOf(right), equal);
        return type;
    }

    private TsType ApplyCase(TsNode switchCase, string text, TsType type)
    {
        var value = switchCase.Parent.Parent.Get(F.Value).Unwrapped();
        if (value.Kind != K.MemberExpression || value.Get(F.Object).Text != text) return type;
        var labels = new List<TsType>();
        // An empty case falls through into the next one.
        foreach (var before in switchCase.Parent.Named.TakeWhile(c => c != switchCase).Append(switchCase).Reverse())
        {
            if (before != switchCase && before.Named.Count() > 1) break;
            labels.Add(Types.Expressions.TypeOf(before.Get(F.Value)));
        }

        return ByDiscriminant(type, value.Get(F.Property).Text, Substitution.Union(labels), equal: true);
    }

    private TsType ByDiscriminant(TsType type, string property, TsType value, bool equal)
    {
        if (type is DeferredType deferred) return ByDiscriminant(Types.Nodes.Expanded(deferred), property, value, equal);
        if (type is not UnionType union) return type;
        var values = value is UnionType v ? v.Types : [value];
        if (!values.All(x => x is LiteralType)) return type;
        var kept = union.Types.Where(t => Types.Properties.Find(t, property).Type is not { } own || MayBe(own, values, equal)).ToList();
        return kept.Count == 0 ? type : Substitution.Union(kept);
    }

    private static bool MayBe(TsType own, IReadOnlyList<TsType> values, bool equal) => own switch
    {
        LiteralType literal => values.Any(v => Substitution.Same(v, literal)) == equal,
        UnionType union when union.Types.All(t => t is LiteralType) => equal ? union.Types.Any(t => values.Any(v => Substitution.Same(v, t))) : union.Types.Any(t => !values.Any(v => Substitution.Same(v, t))),
        PrimitiveType { IsNullish: true } => !equal,
        _ => true,
    };

    private TsType WithProperty(TsType type, string name, bool has)
    {
        if (type is not UnionType union) return type;
        var kept = union.Types.Where(t => Types.Properties.Find(t, name).Certainty is Certainty.Absent != has).ToList();
        return kept.Count == 0 ? type : Substitution.Union(kept);
    }

    private TsType ApplyPredicate(TsNode call, bool holds, string text, TsType type)
    {
        var arguments = CallResolution.ArgumentsOf(call);
        var index = arguments.ToList().FindIndex(a => a.Text == text);
        if (index < 0 || Types.Calls.SignaturesOf(Types.Expressions.TypeOf(call.Get(F.Function)), construct: false) is not [var signature, ..]) return type;
        if (call.Get(F.Function).Text == "Array.isArray") return ToArray(type, holds);
        var predicate = signature.Node.Get(F.ReturnType) is { Exists: true } returns ? returns.Subtree.FirstOrDefault(n => n.Kind == K.TypePredicate) : default;
        if (predicate.IsNone || index >= signature.Parameters.Count || signature.Parameters[index].Get(F.Pattern).Text != predicate.Get(F.Name).Text) return type;
        return ToInstance(type, Types.Substitution.Apply(Types.Nodes.TypeOf(predicate.Get(F.Type)), Types.Calls.Resolve(call)?.Mapper ?? signature.Mapper), holds);
    }

    private static TsType ToArray(TsType type, bool holds)
    {
        if (type is not UnionType union) return type;
        var kept = union.Types.Where(t => t is TupleType or InstanceType { Symbol: { IsLibrary: true, Name: "Array" or "ReadonlyArray" } } == holds).ToList();
        return kept.Count == 0 ? type : Substitution.Union(kept);
    }

    private TsType ToInstance(TsType type, TsType tested, bool holds)
    {
        if (tested is UnknownType) return type;
        var parts = type is UnionType union ? union.Types : [type];
        if (!holds) return type is UnionType && Substitution.Union(parts.Where(p => !Derives(p, tested))) is var rest and not PrimitiveType { Name: "never" } ? rest : type;
        var kept = parts.Where(p => Derives(p, tested)).ToList();
        return kept.Count > 0 ? Substitution.Union(kept) : tested;
    }

    private bool Derives(TsType type, TsType from) => Substitution.Same(type, from) || (type, from) switch
    {
        (InstanceType a, InstanceType b) => a.Symbol == b.Symbol || Types.Heritage.AllBasesOf(a.Symbol).Any(x => Derives(x, from)),
        (_, UnionType union) => union.Types.Any(u => Derives(type, u)),
        _ => false,
    };
}
