using Heck.Code.Languages.CSharp.Binding.Programs;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Moving;

/// <summary>Asks the compiler about a draft in which every using went along.</summary>
internal static class NeededUsings
{
    private const string Needless = "CS8019";

    public static UsingChoice Of(CSharpScene scene, ProposedTree draft, IReadOnlyList<MovedPart> parts, CancellationToken ct)
    {
        var after = scene.Program.Edited(draft.After);
        foreach (var part in parts) RefuseOtherProject(scene, after, part.To);
        var before = NeedlessIn(scene.Program, scene.Source.Path, ct);
        var left = NeedlessIn(after, scene.Source.Path, ct);
        return new UsingChoice(
            parts.Select(p => KeyValuePair.Create(p.To, NeedlessIn(after, p.To, ct))),
            scene.Source.Root.DescendantNodes().OfType<UsingDirectiveSyntax>().Where(u => left.Contains(u.ToString()) && !before.Contains(u.ToString())));
    }

    private static void RefuseOtherProject(CSharpScene scene, CSharpProgram after, RepoPath to)
    {
        var (own, other) = (scene.Program.ProjectsOf[scene.Source.Path].Select(p => p.File).ToHashSet(), after.ProjectsOf[to].Select(p => p.File).ToHashSet());
        if (!own.SetEquals(other)) throw scene.Refuse(ErrorTable.RefactorUnsupported, other.Count == 0 ? $"No project would have '{to}'." : $"'{to}' belongs to another project than '{scene.Source.Path}'.");
    }

    private static HashSet<string> NeedlessIn(CSharpProgram program, RepoPath path, CancellationToken ct)
    {
        if (program.Document(path) is not { } document) return [];
        HashSet<string>? common = null;
        foreach (var unit in program.UnitsOf(document))
        {
            var root = document.Tree(unit.Parsing).GetRoot(ct);
            var found = unit.Model(document).GetDiagnostics(cancellationToken: ct).Where(d => d.Id == Needless).Select(d => root.FindNode(d.Location.SourceSpan).FirstAncestorOrSelf<UsingDirectiveSyntax>()?.ToString()).OfType<string>().ToHashSet();
            if (common is null) common = found;
            else common.IntersectWith(found);
        }

        return common ?? [];
    }
}
