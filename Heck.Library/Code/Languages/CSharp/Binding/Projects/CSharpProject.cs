using Heck.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>One project as a compiler is given it; a project with several target frameworks is several.</summary>
/// <param name="Name">Unique among the projects.</param>
/// <param name="AssemblyName">What its friends call it.</param>
/// <param name="Documents">Its files in the repository.</param>
/// <param name="Parsing">Language version and symbols.</param>
/// <param name="Compiling">The compiler's options.</param>
internal sealed record CSharpProject(
    string Name, string AssemblyName, IReadOnlyList<RepoPath> Documents, CSharpParseOptions Parsing, CSharpCompilationOptions Compiling)
{
    /// <summary>The project file, without the target framework that makes a name unique.</summary>
    public string File => Name.Split('@')[0];

    /// <summary>Names of the projects that it refers to.</summary>
    public IReadOnlyList<string> Projects { get; init; } = [];

    public IReadOnlyList<MetadataReference> References { get; init; } = [];

    /// <summary>Sources that do not lie in the repository, such as the implicit usings.</summary>
    public IReadOnlyList<string> Additional { get; init; } = [];

    /// <summary>Runs the project's source generators; null where there are none, or where none may run.</summary>
    public GeneratorDriver? Generators { get; init; }
}
