using Heck.Code.Refactoring;
using Heck.Contracts;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>
/// The projects of a repository that is not trusted. Project files are read as text and never evaluated, since that would run the repository's code;
/// references are the running framework's, so names of packages stay unresolved and what depends on them is reported.
/// </summary>
internal sealed class PlainProjects : IProjectSource
{
    private static readonly string[] Imported = ["Directory.Build.props"];

    public IReadOnlyList<CSharpProject> ProjectsOf(IWorkspace workspace)
    {
        var sources = workspace.Files.Paths.Where(p => p.Extension == ".cs" && !p.Value.Split('/').Any(s => s is "bin" or "obj")).ToList();
        var files = workspace.Files.Paths.Where(p => p.Extension == ".csproj")
            .Select(p => (Path: p, Xml: workspace.Files.Read(p) is { } bytes ? ProjectXml.TryRead(bytes) : null)).Where(p => p.Xml is not null).ToList();
        var folders = files.Where(f => f.Xml!.IsSdkStyle).Select(f => f.Path.Parent).ToHashSet();
        var byFolder = sources.ToLookup(s => NearestOf(folders, s));
        var projects = files.Select(f => new PlainProject(f.Path, f.Xml!, Props(workspace, f.Path)).Build(f.Xml!.IsSdkStyle ? [.. byFolder[f.Path.Parent]] : [], sources)).ToList();
        var loose = sources.Except(projects.SelectMany(p => p.Documents)).ToList();
        return loose.Count == 0 ? projects : [.. projects, PlainProject.OfLoose(loose, workspace)];
    }

    private static RepoPath? NearestOf(HashSet<RepoPath> folders, RepoPath source)
    {
        for (var folder = source.Parent; ; folder = folder.Parent)
        {
            if (folders.Contains(folder)) return folder;
            if (folder.Value.Length == 0) return null;
        }
    }

    private static List<ProjectXml> Props(IWorkspace workspace, RepoPath project)
    {
        var found = new List<ProjectXml>();
        for (var folder = project.Parent; ; folder = folder.Parent)
        {
            foreach (var name in Imported)
            {
                if (workspace.Files.Read(folder.Combine(name)) is { } bytes && ProjectXml.TryRead(bytes) is { } xml) found.Add(xml);
            }

            if (folder.Value.Length == 0) return found;
        }
    }
}
