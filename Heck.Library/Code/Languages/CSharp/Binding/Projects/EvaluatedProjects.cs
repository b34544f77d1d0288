using Heck.Code.Refactoring;
using Heck.Contracts;
using Microsoft.CodeAnalysis;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>The projects of a trusted repository, as their builds give them to the compiler; those that do not load, and files without one, as plain files.</summary>
internal sealed class EvaluatedProjects : IProjectSource
{
    private readonly IReadOnlyList<CSharpProject> _loaded;
    private readonly HashSet<RepoPath> _present;

    private EvaluatedProjects(IReadOnlyList<CSharpProject> loaded, HashSet<RepoPath> present, LoadedProjects report) => (_loaded, _present, Report) = (loaded, present, report);

    public LoadedProjects Report { get; }

    public static async Task<EvaluatedProjects> LoadAsync(string root, IWorkspace workspace, CancellationToken ct)
    {
        var expected = workspace.Files.Paths.Where(p => p.Extension == ".csproj").ToList();
        var found = new List<EvaluatedProject>();
        var failed = new List<RepoPath>();
        foreach (var path in expected)
        {
            var built = await new ProjectEvaluation(root, path).RunAsync(ct).ConfigureAwait(false);
            if (built.Count == 0) failed.Add(path);
            found.AddRange(built);
        }

        return new EvaluatedProjects([.. found.Select(p => Link(root, p, found))], [.. workspace.Files.Paths], new LoadedProjects(expected.Count, expected.Count - failed.Count, failed));
    }

    /// <summary>Files that were not there when the projects were evaluated belong to those that a plain reading says.</summary>
    public IReadOnlyList<CSharpProject> ProjectsOf(IWorkspace workspace)
    {
        var plain = new PlainProjects().ProjectsOf(workspace);
        var fresh = plain.ToLookup(p => p.File, p => p.Documents.Where(d => !_present.Contains(d)).ToList());
        var files = _loaded.Select(p => p.File).ToHashSet();
        var covered = _loaded.SelectMany(p => p.Documents).ToHashSet();
        return
        [
            .. _loaded.Select(p => fresh[p.File].SelectMany(d => d).ToList() is { Count: > 0 } added ? p with { Documents = [.. p.Documents, .. added] } : p),
            .. plain.Where(p => !files.Contains(p.File)).Select(p => p with { Documents = [.. p.Documents.Where(d => !covered.Contains(d))] }).Where(p => p.Documents.Count > 0),
        ];
    }

    /// <summary>A reference to what another project builds is a reference to that project, so that its sources are seen.</summary>
    private static CSharpProject Link(string root, EvaluatedProject project, List<EvaluatedProject> all)
    {
        var inside = project.References.Where(r => !Path.GetRelativePath(root, r).StartsWith("..", StringComparison.Ordinal)).ToDictionary(r => r, r => BuilderOf(r, all));
        return project.Project with
        {
            Projects = [.. inside.Values.OfType<string>().Distinct()],
            References = [.. project.References.Where(r => inside.GetValueOrDefault(r) is null && File.Exists(r)).Select(r => MetadataReference.CreateFromFile(r))],
        };
    }

    private static string? BuilderOf(string assembly, List<EvaluatedProject> all)
    {
        var named = all.Where(p => p.Project.AssemblyName == Path.GetFileNameWithoutExtension(assembly)).ToList();
        return (named.Find(p => p.Project.Name.Split('@') is [_, var framework] && assembly.Split(Path.DirectorySeparatorChar).Contains(framework)) ?? named.FirstOrDefault())?.Project.Name;
    }
}
