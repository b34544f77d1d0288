using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Edits;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>Every use of one name in one state of the sources.</summary>
internal sealed class NameAnalysis
{
    private readonly CSharpProgram _program;
    private readonly string _name;
    private readonly Dictionary<BoundSymbol, SymbolGroup> _byBound = [];
    private Hierarchy? _hierarchy;

    public NameAnalysis(CSharpProgram program, string name, CancellationToken ct)
        : this(program, name, new UseCollector(program, name, ct))
    {
    }

    /// <param name="program">All projects.</param>
    /// <param name="name">The name.</param>
    /// <param name="raw">Its uses.</param>
    /// <param name="areAll">Whether they are all that there are.</param>
    public NameAnalysis(CSharpProgram program, string name, IReadOnlyList<RawUse> raw, bool areAll)
    {
        (_program, _name) = (program, name);
        Groups = new SymbolGroups(program, name);
        foreach (var use in raw)
        {
            if (use.Meaning.Symbol is not { } symbol) continue;
            var group = Groups.Of(symbol, use.Unit);
            if (areAll && use.Meaning.IsDeclaration) Groups.Declare(group, use.Document.Path, use.Start);
        }

        var read = raw.Where(u => u.Meaning is { Symbol: not null, IsDeclaration: false }).Select(u => Groups.Of(u.Meaning.Symbol!, u.Unit)).ToHashSet();
        foreach (var group in Groups.All) _byBound[Groups.Bound(group)] = group;
        Uses = [.. raw.GroupBy(u => (u.Document.Path, u.Start)).SelectMany(p => At([.. p], read))
            .OrderBy(u => u.Path).ThenBy(u => u.Start)];
    }

    private NameAnalysis(CSharpProgram program, string name, UseCollector collector)
        : this(program, name, collector.Collect(), areAll: true) =>
        Uses = [.. Uses
            .Concat(collector.Unread.Select(u => new NameUse(u.Document.Path, u.Document.OffsetOf(u.Position), u.Document.OffsetOf(u.Position + name.Length) - u.Document.OffsetOf(u.Position), null, Why: "disabled by #if")))
            .OrderBy(u => u.Path).ThenBy(u => u.Start)];

    public IReadOnlyList<NameUse> Uses { get; }

    public SymbolGroups Groups { get; }

    public Hierarchy HierarchyOf(CancellationToken ct) => _hierarchy ??= new Hierarchy(_program, this, _name, ct);

    public SymbolGroup? GroupOf(BoundSymbol symbol) => _byBound.GetValueOrDefault(symbol);

    public BoundSymbol Bound(SymbolGroup group)
    {
        var bound = Groups.Bound(group);
        _byBound[bound] = group;
        return bound;
    }

    private IEnumerable<NameUse> At(IReadOnlyList<RawUse> here, HashSet<SymbolGroup> read)
    {
        var resolved = here.Where(u => u.Meaning.Symbol is not null).ToList();
        if (resolved.Count == 0) return [Unresolved(here)];
        var isUnreadTuple = resolved.Exists(u => IsUnread(u, read));
        return resolved.Where(u => !IsUnread(u, read)).Select(u => Use(u, isUnreadTuple)).Distinct();
    }

    /// <summary>An element of a tuple that takes its name from a variable, which nobody reads by that name: the name may change with the variable's.</summary>
    private bool IsUnread(RawUse use, HashSet<SymbolGroup> read) => use.Meaning is { IsDeclaration: true, Symbol: IFieldSymbol { ContainingType.IsTupleType: true } field }
        && IsProjected(use) && !read.Contains(Groups.Of(field, use.Unit));

    private static bool IsProjected(RawUse use) =>
        use.Document.Tree(use.Unit.Parsing).GetRoot().FindToken(use.Document.PositionOf(use.Start)).Parent is SimpleNameSyntax { Parent: not NameColonSyntax };

    private NameUse Use(RawUse use, bool isPlain)
    {
        var insert = isPlain ? null : use.Meaning.Insert;
        return new NameUse(use.Document.Path, use.Start, use.Length, Groups.Bound(Groups.Of(use.Meaning.Symbol!, use.Unit)), use.Meaning.IsDeclaration, isPlain ? NameUse.Plain : use.Meaning.Form)
        {
            Also = insert is { } also ? new TextEdit(use.Document.OffsetOf(also.Position), 0, also.Text) : null,
        };
    }

    private NameUse Unresolved(IReadOnlyList<RawUse> here)
    {
        var use = here.FirstOrDefault(u => u.Meaning.Candidates is not null) ?? here[0];
        IEnumerable<SymbolGroup>? maybe = use.Meaning switch
        {
            { Candidates: { } candidates } => candidates.Select(c => Groups.Of(c, use.Unit)).Distinct().ToList(),
            { Limit: UseLimit.Types } => Of(s => s is INamespaceOrTypeSymbol or IAliasSymbol),
            { Limit: UseLimit.Extensions } => Of(s => s is IMethodSymbol { IsExtensionMethod: true } || s.ContainingType is { IsExtension: true }),
            { Limit: UseLimit.Parameters } => Of(s => s is IParameterSymbol or IPropertySymbol { ContainingType.IsRecord: true }),
            { Limit: UseLimit.None } => [],
            _ => null,
        };
        var why = use.Meaning.Candidates is null ? "does not bind; a reference may be missing" : "which overload is meant cannot be decided";
        return new NameUse(use.Document.Path, use.Start, use.Length, null, Why: why, MayBe: maybe is null ? null : [.. maybe.Select(Bound)]);
    }

    private IEnumerable<SymbolGroup> Of(Func<ISymbol, bool> isMeant) => Groups.All.Where(g => g.Symbols.Exists(s => isMeant(s.Symbol)));
}
