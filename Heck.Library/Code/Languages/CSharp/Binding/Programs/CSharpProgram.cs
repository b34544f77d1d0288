using Heck.Code.Languages.CSharp.Binding.Projects;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Code.Languages.CSharp.Binding.Programs;

/// <summary>All projects of a repository over one state of its sources. Compiled as questions need it; what an earlier state compiled and no edit touched is taken over.</summary>
internal sealed class CSharpProgram
{
    private readonly IWorkspace _workspace;
    private readonly IProjectSource _source;
    private readonly CSharpProgram? _before;
    private readonly Dictionary<RepoPath, CSharpDocument?> _documents = [];
    private readonly Dictionary<string, CSharpUnit?> _units = [];
    private readonly Dictionary<string, CSharpProject> _byName;
    private readonly Dictionary<Compilation, string> _files = [];
    private HashSet<string>? _types;

    public CSharpProgram(IWorkspace workspace, IProjectSource source)
        : this(workspace, source, source.ProjectsOf(workspace), null)
    {
    }

    private CSharpProgram(IWorkspace workspace, IProjectSource source, IReadOnlyList<CSharpProject> projects, CSharpProgram? before)
    {
        (_workspace, _source, _before, Projects) = (workspace, source, before, projects);
        _byName = projects.ToDictionary(p => p.Name);
        ProjectsOf = projects.SelectMany(p => p.Documents, (p, d) => (Project: p, Document: d)).ToLookup(x => x.Document, x => x.Project);
    }

    public IReadOnlyList<CSharpProject> Projects { get; }

    public ILookup<RepoPath, CSharpProject> ProjectsOf { get; }

    public CSharpProgram Edited(IWorkspace after) =>
        new(after, _source, after.Files.Paths.SequenceEqual(_workspace.Files.Paths) ? Projects : _source.ProjectsOf(after), this);

    public IEnumerable<CSharpDocument> DocumentsWith(string name) =>
        _workspace.FilesWithWord(name).Where(ProjectsOf.Contains).Select(Document).OfType<CSharpDocument>();

    public CSharpDocument? Document(RepoPath path)
    {
        if (_documents.TryGetValue(path, out var known)) return known;
        var text = ProjectsOf.Contains(path) ? _workspace.Read(path) : null;
        var before = _before?.Document(path);
        return _documents[path] = text is null ? null : ReferenceEquals(before?.Source, text) ? before : new CSharpDocument(path, text);
    }

    /// <summary>The document that a tree was parsed from; null for generated sources.</summary>
    public CSharpDocument? DocumentOf(SyntaxTree tree) => RepoPath.TryParse(tree.FilePath, out var path) && path.Value.Length > 0 ? Document(path) : null;

    public CSharpUnit Unit(CSharpProject project) => Unit(project.Name)!;

    public IEnumerable<CSharpUnit> UnitsOf(CSharpDocument document) => ProjectsOf[document.Path].Select(Unit);

    /// <summary>Whether some source of the repository declares a type of this name.</summary>
    public bool Declares(string type) => (_types ??= [.. Projects.SelectMany(p => Unit(p).Types).Select(t => t.Name)]).Contains(type);

    /// <summary>The project compiled with other symbols.</summary>
    public CSharpUnit Variant(CSharpProject project, IEnumerable<string> symbols)
    {
        var parsing = project.Parsing.WithPreprocessorSymbols(symbols);
        var written = Unit(project).Written;
        foreach (var document in project.Documents.Select(Document).OfType<CSharpDocument>())
        {
            var tree = document.Tree(project.Parsing);
            if (tree.GetRoot().ContainsDirectives) written = written.ReplaceSyntaxTree(tree, document.Tree(parsing));
        }

        return Made(new CSharpUnit(project, parsing, written, written, null));
    }

    /// <summary>The project file that a compilation was made of; null for one that is not of this program.</summary>
    public string? FileOf(Compilation compilation) => _files.GetValueOrDefault(compilation) ?? _before?.FileOf(compilation);

    private CSharpUnit Made(CSharpUnit unit)
    {
        _files[unit.Compilation] = unit.Project.File;
        return unit;
    }

    private CSharpUnit? Unit(string name)
    {
        if (_units.TryGetValue(name, out var known)) return known;
        if (!_byName.TryGetValue(name, out var project)) return null;
        // A reference in a circle finds nothing, as in a build.
        _units[name] = null;
        return _units[name] = Compile(project, [.. project.Projects.Select(Unit).OfType<CSharpUnit>()]);
    }

    private CSharpUnit Compile(CSharpProject project, IReadOnlyList<CSharpUnit> needed)
    {
        var trees = project.Documents.Select(Document).OfType<CSharpDocument>().Select(d => d.Tree(project.Parsing)).ToList();
        var old = _before?.Unit(project.Name);
        var isSameBelow = needed.All(n => ReferenceEquals(n, _before?.Unit(n.Project.Name)));
        var written = old is null ? Create(project, trees) : Replace(old.Written, trees);
        if (old is not null && isSameBelow && ReferenceEquals(written, old.Written)) return old;
        if (old is null || !isSameBelow) written = written.WithReferences(project.References.Concat(needed.Select(n => n.Compilation.ToMetadataReference())));
        if ((old?.Generators ?? project.Generators) is not { } generators) return Made(new CSharpUnit(project, project.Parsing, written, written, null));
        generators = generators.RunGeneratorsAndUpdateCompilation(written, out var generated, out _);
        return Made(new CSharpUnit(project, project.Parsing, written, (CSharpCompilation)generated, generators));
    }

    private static CSharpCompilation Create(CSharpProject project, List<SyntaxTree> trees) => CSharpCompilation.Create(
        project.AssemblyName, trees.Concat(project.Additional.Select(a => CSharpSyntaxTree.ParseText(a, project.Parsing))), options: project.Compiling);

    private static CSharpCompilation Replace(CSharpCompilation old, List<SyntaxTree> trees)
    {
        var byPath = old.SyntaxTrees.Where(t => t.FilePath.Length > 0).ToDictionary(t => t.FilePath);
        var added = new List<SyntaxTree>();
        foreach (var tree in trees)
        {
            if (!byPath.Remove(tree.FilePath, out var there)) added.Add(tree);
            else if (!ReferenceEquals(there, tree)) old = old.ReplaceSyntaxTree(there, tree);
        }

        if (byPath.Count > 0) old = old.RemoveSyntaxTrees(byPath.Values);
        return added.Count == 0 ? old : old.AddSyntaxTrees(added);
    }
}
