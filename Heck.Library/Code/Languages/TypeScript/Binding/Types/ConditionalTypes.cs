using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>Takes the branch of a conditional type where its test is evident; else the type waits for its type parameters.</summary>
internal sealed class ConditionalTypes(TsProgram program)
{
    /// <summary>A conditional type that refers to itself grows with each step; deeper ones are given up.</summary>
    private const int Deepest = 24;

    private int _depth;

    public TsType Evaluate(TsNode node, TypeMapper mapper)
    {
        if (_depth > Deepest)
        {
            program.Types.Nodes.IsHalfway();
            return new ConditionalType(node, mapper);
        }

        _depth++;
        try
        {
            var written = program.Types.Nodes.TypeOf(node.Get(F.Left));
            var tested = program.Types.Nodes.Expanded(program.Types.Substitution.Apply(written, mapper));
            // A test of a type parameter looks at each part of a union by itself.
            return written is ParameterType parameter && tested is UnionType union
                ? Substitution.Union(union.Types.Select(part => OfOne(node, part, mapper.With(parameter.Symbol, part))))
                : OfOne(node, tested, mapper);
        }
        finally
        {
            _depth--;
        }
    }

    private TsType OfOne(TsNode node, TsType tested, TypeMapper mapper)
    {
        if (tested is PrimitiveType { Name: "never" }) return TsType.Never;
        var open = InferredIn(node.Get(F.Right));
        var wanted = program.Types.Substitution.Apply(program.Types.Nodes.TypeOf(node.Get(F.Right)), mapper);
        return new Assignability(program, open).Of(tested, wanted) switch
        {
            true => Branch(node, F.Consequence, open.Count == 0 ? mapper : new Inference(program, open).Infer(wanted, tested, mapper)),
            false => Branch(node, F.Alternative, mapper),
            null => Undecided(node, mapper, open.Count > 0),
        };
    }

    private TsType Branch(TsNode node, F field, TypeMapper mapper) => program.Types.Substitution.Apply(program.Types.Nodes.TypeOf(node.Get(field)), mapper);

    /// <summary>Where one branch is <c>never</c>, a value can only be of the other.</summary>
    private TsType Undecided(TsNode node, TypeMapper mapper, bool infers)
    {
        if (infers) return new ConditionalType(node, mapper);
        var branches = new[] { F.Consequence, F.Alternative }.Where(f => program.Types.Nodes.TypeOf(node.Get(f)) is not PrimitiveType { Name: "never" }).ToList();
        return branches.Count == 1 ? Branch(node, branches[0], mapper) : new ConditionalType(node, mapper);
    }

    private List<TsSymbol> InferredIn(TsNode right) =>
        [.. right.Subtree.Where(n => n.Kind == K.InferType).Select(n => program.Scopes(n.File).DeclaredBy(n.Get(K.TypeIdentifier))).OfType<TsSymbol>().Distinct()];
}
