using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Refactoring.Visibility;

/// <summary>From where a symbol could be used with another accessibility.</summary>
internal sealed class Reach(CSharpScene scene, ISymbol symbol, string to, CancellationToken ct)
{
    public void RefuseUses(IReadOnlyList<NameUse> uses)
    {
        var all = symbol is INamedTypeSymbol { IsStatic: true } type ? uses.Concat(ExtensionUses(type)) : uses;
        var outside = all.Where(u => !IsReached(u)).ToList();
        if (outside.Count > 0) throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{symbol.Name}' is used where it could not be when it is {to}, first at {scene.Shared.PlaceOf(outside[0].Path, outside[0].Start)}.", outside, "use");
    }

    private IEnumerable<NameUse> ExtensionUses(INamedTypeSymbol type)
    {
        var places = type.Locations.Where(l => l.IsInSource).Select(l => l.SourceTree!.FilePath).ToHashSet();
        return type.GetMembers().OfType<IMethodSymbol>().Where(m => m.IsExtensionMethod).Select(m => m.Name).Distinct()
            .SelectMany(n => scene.Shared.Binder.UsesOf(n, ct)).Where(u => !u.IsDeclaration && u.Symbol is { } s && places.Contains(s.Path.Value));
    }

    private bool IsReached(NameUse use)
    {
        var source = scene.SourceOf(use.Path);
        var inAssembly = IsSameProject(use.Path) || symbol.ContainingAssembly.GivesAccessTo(source.Unit.Compilation.Assembly);
        return to switch
        {
            "public" => true,
            "internal" => inAssembly,
            "private" => IsInside(source, use, orDerived: false),
            "protected" => IsInside(source, use, orDerived: true),
            "protected internal" => inAssembly || IsInside(source, use, orDerived: true),
            _ => inAssembly && IsInside(source, use, orDerived: true),
        };
    }

    private bool IsSameProject(RepoPath path)
    {
        var own = symbol.Locations.Where(l => l.IsInSource).Select(l => scene.Program.DocumentOf(l.SourceTree!)?.Path).OfType<RepoPath>().SelectMany(p => scene.Program.ProjectsOf[p]).Select(p => p.Name).ToHashSet();
        return scene.Program.ProjectsOf[path].All(p => own.Contains(p.Name));
    }

    private bool IsInside(CSharpSource source, NameUse use, bool orDerived)
    {
        var enclosing = source.Model.GetEnclosingSymbol(source.PositionOf(use.Start), ct);
        for (var at = enclosing as INamedTypeSymbol ?? enclosing?.ContainingType; at is not null; at = at.ContainingType)
        {
            for (var up = at; up is not null; up = orDerived ? up.BaseType : null)
            {
                if (IsSame(up.OriginalDefinition, symbol.ContainingType)) return true;
            }
        }

        return false;
    }

    private static bool IsSame(INamedTypeSymbol one, INamedTypeSymbol? other) => other is not null && one.Locations.Any(l => l.IsInSource && other.Locations.Any(o => o.SourceSpan == l.SourceSpan && o.SourceTree?.FilePath == l.SourceTree!.FilePath));
}
