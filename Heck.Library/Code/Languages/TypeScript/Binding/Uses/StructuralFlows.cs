using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Types;

namespace Heck.Code.Languages.TypeScript.Binding.Uses;

/// <summary>
/// TypeScript lets a value stand for any type of its shape. Where a value of one type is given for another and both have the member,
/// the two must keep one name: the members are joined.
/// </summary>
internal sealed class StructuralFlows(TsProgram program, SymbolGroups groups, string name)
{
    /// <summary>Types inside types are compared down to here.</summary>
    private const int Deepest = 4;

    private readonly HashSet<(TsNode, TsNode)> _compared = [];

    /// <summary>Looks at all files, but only when two types of fitting shape have the member.</summary>
    public void Join(CancellationToken ct)
    {
        if (!AnyFit()) return;
        foreach (var file in program.AllFiles())
        {
            ct.ThrowIfCancellationRequested();
            foreach (var node in file.File.Root.Subtree.Where(IsGiven)) Compare(node);
            foreach (var type in file.ClassLikes.Select(file.SymbolOf).OfType<TsSymbol>().Distinct()) CompareWithBases(type);
        }
    }

    private bool AnyFit()
    {
        var shapes = groups.Members.Select(g => g.Where(m => !m.IsLibrary).Select(m => Shape.Of(program, m)).ToList()).ToList();
        return shapes.Exists(a => shapes.Exists(b => a != b && a.Exists(x => b.Exists(y => x.Fits(y)))));
    }

    private static bool IsGiven(TsNode node)
    {
        if (node.Kind is not (K.Identifier or K.MemberExpression or K.CallExpression or K.NewExpression or K.This or K.AwaitExpression or K.SubscriptExpression or K.NonNullExpression
            or K.AsExpression or K.ShorthandPropertyIdentifier or K.TernaryExpression or K.BinaryExpression or K.Array or K.Object)) return false;
        return node.Parent.Kind switch
        {
            K.Arguments or K.ReturnStatement or K.YieldExpression or K.SpreadElement or K.Array or K.SatisfiesExpression or K.JsxExpression => true,
            K.VariableDeclarator or K.Pair or K.RequiredParameter or K.OptionalParameter or K.PublicFieldDefinition => node.Field == F.Value,
            K.AssignmentExpression or K.AugmentedAssignmentExpression or K.AssignmentPattern or K.ObjectAssignmentPattern => node.Field == F.Right,
            K.ArrowFunction => node.Field == F.Body,
            K.Object => node.Kind == K.ShorthandPropertyIdentifier,
            _ => false,
        };
    }

    private void Compare(TsNode expression)
    {
        Types.Calls.Prepare(expression);
        foreach (var wanted in Wanted(expression))
        {
            if (wanted is not (UnknownType or ExternalType or PrimitiveType)) Relate(Types.Expressions.TypeOf(expression), wanted, 0);
        }
    }

    private TypeChecker Types => program.Types;

    private IEnumerable<TsType> Wanted(TsNode expression)
    {
        if (Types.Contexts.Of(expression) is { } context) yield return context;
        if (expression.Parent.Kind == K.Arguments && Types.Contexts.ConstraintOnArgument(expression) is { } constraint) yield return constraint;
    }

    private void CompareWithBases(TsSymbol type)
    {
        foreach (var member in program.Members.InstanceOf(type).Values)
        {
            foreach (var baseType in Types.Heritage.AllBasesOf(type))
            {
                if (Types.Properties.Find(baseType, member.Name) is { Certainty: Certainty.Found } inherited) Relate(Types.Symbols.TypeOf(member), inherited.Type, 1);
            }
        }
    }

    private void Relate(TsType given, TsType wanted, int depth)
    {
        if (depth > Deepest || given is UnknownType or ExternalType or PrimitiveType or LiteralType || wanted is UnknownType or ExternalType or PrimitiveType or LiteralType || Substitution.Same(given, wanted)) return;
        switch (given, wanted)
        {
            case (DeferredType d, _): Relate(Types.Nodes.Expanded(d), wanted, depth + 1); return;
            case (_, DeferredType d): Relate(given, Types.Nodes.Expanded(d), depth + 1); return;
            case (UnionType union, _):
                foreach (var part in union.Types) Relate(part, wanted, depth);
                return;
            case (_, UnionType union):
                foreach (var part in union.Types.Where(p => Suits(given, p))) Relate(given, part, depth);
                return;
            case (_, IntersectionType intersection):
                foreach (var part in intersection.Types) Relate(given, part, depth);
                return;
            case (TupleType tuple, InstanceType { Symbol.IsLibrary: true, Arguments: [var element] }):
                foreach (var part in tuple.Elements) Relate(part, element, depth + 1);
                return;
            case (TupleType a, TupleType b):
                foreach (var (x, y) in a.Elements.Zip(b.Elements)) Relate(x, y, depth + 1);
                return;
            case (InstanceType a, InstanceType b) when a.Symbol == b.Symbol:
                foreach (var (x, y) in a.Arguments.Zip(b.Arguments)) Relate(x, y, depth + 1);
                return;
            case (FunctionType function, _) when program.SetProperties.On(function).Count == 0: RelateCalls(given, wanted, depth); return;
        }

        if (depth == 0 || _compared.Add((AnchorOf(given), AnchorOf(wanted)))) RelateMembers(given, wanted, depth);
    }

    /// <summary>Of the parts of a union, those that a value of the given type can be meant for.</summary>
    private bool Suits(TsType given, TsType part) => part switch
    {
        InstanceType or ObjectType when given is InstanceType or ObjectType => RequiredOf(part).All(n => Types.Properties.Find(given, n).Certainty != Certainty.Absent),
        _ => true,
    };

    private IEnumerable<string> RequiredOf(TsType type) => MembersOf(type).Where(m => !m.Value.First.Node.Has("?")).Select(m => m.Key);

    private Dictionary<string, TsSymbol> MembersOf(TsType type) => type switch
    {
        InstanceType instance => program.Members.InstanceOf(instance.Symbol),
        ObjectType literal => program.Members.OfNode(literal.Node),
        _ => [],
    };

    private void RelateMembers(TsType given, TsType wanted, int depth)
    {
        var (has, needs) = (Types.Properties.Find(given, name), Types.Properties.Find(wanted, name));
        if (has.Certainty == Certainty.Found && needs.Certainty == Certainty.Found && has.Symbols.Count > 0 && needs.Symbols.Count > 0) groups.JoinAll(has.Symbols.Concat(needs.Symbols));
        if (depth >= Deepest) return;
        foreach (var member in MembersOf(wanted).Keys)
        {
            var (inner, outer) = (Types.Properties.Find(given, member), Types.Properties.Find(wanted, member));
            if (inner.Certainty == Certainty.Found && outer.Certainty == Certainty.Found) Relate(inner.Type, outer.Type, depth + 1);
        }

        RelateCalls(given, wanted, depth);
    }

    private void RelateCalls(TsType given, TsType wanted, int depth)
    {
        if (Types.Calls.SignaturesOf(wanted, construct: false) is not [var expected, ..] || Types.Calls.SignaturesOf(given, construct: false) is not [.., var has]) return;
        Relate(Types.Calls.ReturnOf(has), Types.Calls.ReturnOf(expected), depth + 1);
        for (var i = 0; i < Math.Min(has.Parameters.Count, expected.Parameters.Count); i++)
        {
            if (TypeNodes.AnnotationOf(has.Parameters[i]).Exists) Relate(Types.Calls.ParameterAt(expected, i), Types.Calls.ParameterAt(has, i), depth + 1);
        }
    }

    private static TsNode AnchorOf(TsType type) => type switch
    {
        InstanceType instance => instance.Symbol.First.Node,
        NamedValueType value => value.Symbol.First.Node,
        ObjectType literal => literal.Node,
        ParameterType parameter => parameter.Symbol.First.Node,
        FunctionType function => function.Nodes[0],
        ModuleType module => module.Module.File.Root,
        _ => default,
    };
}
