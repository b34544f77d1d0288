using Heck.Code.Languages.CSharp.Binding.Programs;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>Which members of one name must keep one name: overrides and what they override, members of interfaces and what implements them.</summary>
internal sealed class Hierarchy
{
    private readonly CSharpProgram _program;
    private readonly NameAnalysis _analysis;
    private readonly string _name;
    private readonly Dictionary<SymbolGroup, HashSet<SymbolGroup>> _links = [];
    private readonly Dictionary<SymbolGroup, string> _outside = [];
    private readonly Dictionary<SymbolGroup, string> _unclear = [];

    public Hierarchy(CSharpProgram program, NameAnalysis analysis, string name, CancellationToken ct)
    {
        (_program, _analysis, _name) = (program, analysis, name);
        var members = analysis.Groups.All.SelectMany(g => g.Symbols, (g, s) => (Group: g, s.Symbol, s.Unit)).Where(m => m.Symbol is IMethodSymbol or IPropertySymbol or IEventSymbol).ToList();
        foreach (var (group, symbol, unit) in members) LinkUp(group, symbol, unit);
        if (members.Exists(m => MayImplement(m.Symbol))) LinkImplementations(ct);
    }

    /// <summary>What a member must agree with outside the workspace; null when with nothing.</summary>
    public string? OutsideOf(SymbolGroup group) => _outside.GetValueOrDefault(group);

    /// <summary>Why it cannot be said whether a member must agree with something outside; null when it can.</summary>
    public string? UnclearOf(SymbolGroup group) => _unclear.GetValueOrDefault(group);

    /// <summary>The group and all that must be renamed with it.</summary>
    public IReadOnlyList<SymbolGroup> FamilyOf(SymbolGroup group)
    {
        var family = new List<SymbolGroup> { group };
        for (var i = 0; i < family.Count; i++) family.AddRange(_links.GetValueOrDefault(family[i], []).Where(g => !family.Contains(g)).ToList());
        return family;
    }

    private static bool MayImplement(ISymbol symbol) =>
        symbol.ContainingType is { TypeKind: TypeKind.Interface } || symbol.DeclaredAccessibility == Microsoft.CodeAnalysis.Accessibility.Public;

    private void LinkUp(SymbolGroup group, ISymbol symbol, CSharpUnit unit)
    {
        if (Overridden(symbol) is { } overridden) Link(symbol, overridden, unit);
        else if (symbol.IsOverride) _unclear[group] = "the member that it overrides cannot be found";
        foreach (var implemented in ExplicitlyImplemented(symbol)) Link(symbol, implemented, unit);
    }

    private void LinkImplementations(CancellationToken ct)
    {
        foreach (var unit in _program.Projects.Select(_program.Unit))
        {
            foreach (var type in unit.Types)
            {
                ct.ThrowIfCancellationRequested();
                if (MissingBaseOf(type) is { } missing) Doubt(type, missing, unit);
                foreach (var member in type.AllInterfaces.SelectMany(i => i.GetMembers(_name)))
                {
                    if (type.FindImplementationForInterfaceMember(member) is { } implementation) Link(implementation, member, unit);
                }
            }
        }
    }

    private void Link(ISymbol one, ISymbol other, CSharpUnit unit)
    {
        var (left, right) = (_analysis.Groups.Of(SymbolFacts.Canonical(one), unit), _analysis.Groups.Of(SymbolFacts.Canonical(other), unit));
        if (left == right) return;
        if (_analysis.Bound(right).External is { } above) _outside[left] = above;
        if (_analysis.Bound(left).External is { } below) _outside[right] = below;
        Links(left).Add(right);
        Links(right).Add(left);
    }

    private HashSet<SymbolGroup> Links(SymbolGroup group) => _links.TryGetValue(group, out var links) ? links : _links[group] = [];

    /// <summary>A base that cannot be found may be an interface that any public member of the type or its bases implements.</summary>
    private void Doubt(INamedTypeSymbol type, string missing, CSharpUnit unit)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            foreach (var member in at.OriginalDefinition.GetMembers(_name).Where(m => m is { DeclaredAccessibility: Microsoft.CodeAnalysis.Accessibility.Public, IsOverride: false } && !ExplicitlyImplemented(m).Any()))
            {
                if (member is IMethodSymbol or IPropertySymbol or IEventSymbol) _unclear[_analysis.Groups.Of(SymbolFacts.Canonical(member), unit)] = $"whether it implements a member of '{missing}', which cannot be found";
            }
        }
    }

    private static string? MissingBaseOf(INamedTypeSymbol type)
    {
        for (var at = type; at is not null; at = at.BaseType)
        {
            if (at.BaseType is { TypeKind: TypeKind.Error } missing) return missing.Name;
            if (at.Interfaces.FirstOrDefault(i => i.TypeKind == TypeKind.Error) is { } unknown) return unknown.Name;
        }

        return null;
    }

    private static ISymbol? Overridden(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.OverriddenMethod,
        IPropertySymbol property => property.OverriddenProperty,
        IEventSymbol @event => @event.OverriddenEvent,
        _ => null,
    };

    private static IEnumerable<ISymbol> ExplicitlyImplemented(ISymbol symbol) => symbol switch
    {
        IMethodSymbol method => method.ExplicitInterfaceImplementations,
        IPropertySymbol property => property.ExplicitInterfaceImplementations,
        IEventSymbol @event => @event.ExplicitInterfaceImplementations,
        _ => [],
    };
}
