using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;

namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>What classes and interfaces extend and implement.</summary>
internal sealed class Heritage(TsProgram program)
{
    private readonly Dictionary<(TsSymbol, int), List<TsType>> _inherited = [];
    private readonly HashSet<TsSymbol> _reading = [];

    public TsSymbol? TablesWith(TsSymbol type, string name) => program.Members.InstanceOf(type).GetValueOrDefault(name);

    /// <summary>What members come from: the base class, the extended interfaces.</summary>
    public IReadOnlyList<TsType> InheritedBy(TsSymbol type)
    {
        if (_inherited.TryGetValue((type, type.Declarations.Count), out var known)) return known;
        if (!_reading.Add(type)) return [];
        try
        {
            return _inherited[(type, type.Declarations.Count)] = [.. type.Declarations.SelectMany(d => Extended(d.Node))];
        }
        finally
        {
            _reading.Remove(type);
        }
    }

    /// <summary>What members must agree with besides: the implemented interfaces.</summary>
    public IEnumerable<TsType> ImplementedBy(TsSymbol type) =>
        type.Declarations.SelectMany(d => d.Node.Get(K.ClassHeritage) is { Exists: true } heritage ? heritage.Get(K.ImplementsClause) is { Exists: true } clause ? clause.Named : [] : [])
            .Select(program.Types.Nodes.TypeOf);

    public IEnumerable<TsType> AllBasesOf(TsSymbol type) => InheritedBy(type).Concat(ImplementedBy(type));

    /// <summary>The value that a class extends, for its static members.</summary>
    public TsType? BaseValueOf(TsSymbol type) =>
        type.Declarations.Select(d => ExtendsClause(d.Node)).FirstOrDefault(c => c.Exists) is { Exists: true } clause ? program.Types.Expressions.TypeOf(clause.Get(F.Value)) : null;

    private IEnumerable<TsType> Extended(TsNode declaration)
    {
        if (declaration.Kind == K.InterfaceDeclaration) return declaration.Get(K.ExtendsTypeClause) is { Exists: true } clause ? clause.All(F.Type).Select(program.Types.Nodes.TypeOf) : [];
        return declaration.Kind.IsClass() && ExtendsClause(declaration) is { Exists: true } extends ? [BaseInstance(extends)] : [];
    }

    private static TsNode ExtendsClause(TsNode declaration) => declaration.Get(K.ClassHeritage).Get(K.ExtendsClause);

    private TsType BaseInstance(TsNode clause)
    {
        var arguments = clause.Get(F.TypeArguments) is { Exists: true } written ? written.Named.Select(program.Types.Nodes.TypeOf).ToList() : [];
        return program.Types.Calls.Constructed(program.Types.Expressions.TypeOf(clause.Get(F.Value)), arguments);
    }
}
