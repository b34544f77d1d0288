using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Binding.Uses;

/// <summary>What must be renamed together, and what forbids it.</summary>
internal sealed class RenameSets(CSharpProgram program, string name, CancellationToken ct)
{
    public RenameSet Of(BoundSymbol symbol, NameAnalysis analysis)
    {
        if (analysis.GroupOf(symbol) is not { } group) return new RenameSet([symbol]);
        var hierarchy = analysis.HierarchyOf(ct);
        var family = hierarchy.FamilyOf(group);
        var set = family.Select(analysis.Bound).ToList();
        return new RenameSet(set, family.Select(g => Refuse(g, analysis.Bound(g), hierarchy)).FirstOrDefault(r => r is not null));
    }

    /// <summary>Methods of the same name in the type, and what they must agree with is not looked at.</summary>
    public IReadOnlyList<BoundSymbol> OverloadsOf(BoundSymbol symbol, NameAnalysis analysis)
    {
        if (analysis.GroupOf(symbol) is not { } group) return [];
        return [.. group.Symbols.Where(s => s.Symbol is IMethodSymbol { MethodKind: not MethodKind.LocalFunction })
            .SelectMany(s => s.Symbol.ContainingType.GetMembers(name).OfType<IMethodSymbol>(), (s, m) => analysis.Bound(analysis.Groups.Of(SymbolFacts.Canonical(m), s.Unit))).Distinct()];
    }

    private HeckException? Refuse(SymbolGroup group, BoundSymbol bound, Hierarchy hierarchy)
    {
        if (hierarchy.OutsideOf(group) is { } outside) return ErrorTable.RefactorExternal.With($"'{name}' must agree with {outside}, outside the workspace.", details: Places(bound));
        if (hierarchy.UnclearOf(group) is { } why)
            return ErrorTable.RefactorUnknownOccurrences.With($"What '{name}' must agree with cannot be decided: {why}.", "A trusted repository is read with its references: --trust.", Places(bound));
        return group.Symbols.Select(s => Refuse(s.Symbol, s.Unit, bound)).FirstOrDefault(r => r is not null);
    }

    private HeckException? Refuse(ISymbol symbol, CSharpUnit unit, BoundSymbol bound)
    {
        if (symbol is INamespaceSymbol space && unit.Compilation.References.Select(r => unit.Compilation.GetAssemblyOrModuleSymbol(r)).OfType<IAssemblySymbol>().FirstOrDefault(a => a.Locations.All(l => l.IsInMetadata) && Declares(a, space)) is { } assembly)
            return ErrorTable.RefactorExternal.With($"The namespace '{space.ToDisplayString()}' has types of {assembly.Name} as well, outside the workspace.", details: Places(bound));
        if (symbol is IPropertySymbol { ContainingType.IsAnonymousType: true })
            return ErrorTable.RefactorUnsupported.With($"'{name}' is a member of an anonymous type; which types are one is for the compiler to say.", "Give the type a name first.", Places(bound));
        if (symbol is not IMethodSymbol method) return RefusePattern(symbol, bound);
        if (SymbolEqualityComparer.Default.Equals(method, unit.Compilation.GetEntryPoint(ct)))
            return ErrorTable.RefactorExternal.With($"'{name}' is where the program starts; the runtime finds it by this name.", details: Places(bound));
        if (NativeNames.IsNameOf(method)) return ErrorTable.RefactorExternal.With($"'{name}' is the name of a function in a native library.", "Say EntryPoint in the attribute first.", Places(bound));
        return RefusePattern(symbol, bound);
    }

    private HeckException? RefusePattern(ISymbol symbol, BoundSymbol bound)
    {
        if (!PatternMembers.Names.Contains(name)) return null;
        var uses = new PatternMembers(program, symbol, ct).Uses().ToList();
        return uses.Count == 0
            ? null
            : ErrorTable.RefactorExternal.With($"The compiler uses '{name}' by its name, first at {uses[0]}.", details: PlaceDetails.Of([.. PlaceOf(bound), .. uses]));
    }

    private System.Text.Json.Nodes.JsonObject Places(BoundSymbol bound) => PlaceDetails.Of(PlaceOf(bound));

    private IEnumerable<Place> PlaceOf(BoundSymbol bound) => program.Document(bound.Path) is { } document ? [document.Source.PlaceAt(bound.Path, bound.Offset, "declared")] : [];

    private static bool Declares(IAssemblySymbol assembly, INamespaceSymbol space)
    {
        var at = assembly.GlobalNamespace;
        foreach (var part in space.ToDisplayString().Split('.'))
        {
            if (at.GetNamespaceMembers().FirstOrDefault(n => n.Name == part) is not { } inner) return false;
            at = inner;
        }

        return true;
    }
}
