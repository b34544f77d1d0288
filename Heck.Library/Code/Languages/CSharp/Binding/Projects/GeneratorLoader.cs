using System.Reflection;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>Loads the source generators of a trusted project.</summary>
internal sealed class GeneratorLoader : IAnalyzerAssemblyLoader
{
    private readonly AssemblyLoadContext _context = new("generators");
    private readonly Dictionary<string, string> _byName = new(StringComparer.OrdinalIgnoreCase);

    private GeneratorLoader() => _context.Resolving += (context, name) => _byName.GetValueOrDefault(name.Name ?? "") is { } path ? context.LoadFromAssemblyPath(path) : null;

    /// <summary>Null where a project has no generators.</summary>
    public static GeneratorDriver? DriverOf(CSharpCommandLineArguments arguments)
    {
        var loader = new GeneratorLoader();
        var files = arguments.AnalyzerReferences.Select(a => a.FilePath).Where(File.Exists).ToList();
        foreach (var file in files) loader.AddDependencyLocation(file);
        var generators = files.SelectMany(f => new AnalyzerFileReference(f, loader).GetGenerators(LanguageNames.CSharp)).ToList();
        return generators.Count == 0 ? null : CSharpGeneratorDriver.Create(generators, parseOptions: arguments.ParseOptions.WithDocumentationMode(DocumentationMode.Diagnose));
    }

    public void AddDependencyLocation(string fullPath) => _byName[Path.GetFileNameWithoutExtension(fullPath)] = fullPath;

    public Assembly LoadFromPath(string fullPath) => _context.LoadFromAssemblyPath(fullPath);
}
