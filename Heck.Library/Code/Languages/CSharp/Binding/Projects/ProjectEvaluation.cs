using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Runtime.Processes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>
/// Asks a project's own build for the compiler's arguments. That evaluates MSBuild, which may run any code of the repository: only for one that the user trusts.
/// MSBuild runs in a process of its own, so that neither its assemblies nor what it loads come into ours.
/// </summary>
internal sealed class ProjectEvaluation(string root, RepoPath project)
{
    private static readonly string[] DesignTime = ["-p:ProvideCommandLineArgs=true", "-p:SkipCompilerExecution=true", "-p:DesignTimeBuild=true", "-p:BuildingInsideVisualStudio=true", "-p:BuildProjectReferences=false"];

    private string Folder => Path.Combine(root, project.Parent.Value);

    /// <summary>The project once for each target framework; empty when its build does not say.</summary>
    public async Task<IReadOnlyList<EvaluatedProject>> RunAsync(CancellationToken ct)
    {
        var properties = await AskAsync(["-getProperty:TargetFrameworks", "-getProperty:TargetFramework"], ct).ConfigureAwait(false);
        var several = Text(properties?["Properties"]?["TargetFrameworks"]).Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var found = new List<EvaluatedProject>();
        foreach (var framework in several.Length > 0 ? several : [""])
        {
            string[] chosen = framework.Length > 0 ? [$"-p:TargetFramework={framework}"] : [];
            var answer = await AskAsync(["-t:Compile", "-getItem:CscCommandLineArgs", .. DesignTime, .. chosen], ct).ConfigureAwait(false);
            if (answer?["Items"]?["CscCommandLineArgs"] is not JsonArray { Count: > 0 } items) return [];
            found.Add(Read(framework, [.. items.Select(i => Text(i?["Identity"]))]));
        }

        return found;
    }

    private async Task<JsonNode?> AskAsync(IEnumerable<string> questions, CancellationToken ct)
    {
        var outcome = await ProcessRunner.RunAsync(
            new ProcessRequest { Program = "dotnet", Arguments = ["msbuild", Path.Combine(root, project.Value), "-nologo", .. questions], WorkingDirectory = Folder, Timeout = TimeSpan.FromMinutes(5) }, ct).ConfigureAwait(false);
        if (outcome.ExitCode != 0 || outcome.TimedOut) return null;
        var text = outcome.Output.Text;
        return text.IndexOf('{', StringComparison.Ordinal) is var start and >= 0 ? JsonNode.Parse(text[start..]) : null;
    }

    private EvaluatedProject Read(string framework, string[] arguments)
    {
        var parsed = CSharpCommandLineParser.Default.Parse(arguments, Folder, sdkDirectory: null);
        var paths = parsed.SourceFiles.Select(f => f.Path).ToLookup(p => RepoPath.TryParse(Path.GetRelativePath(root, p).Replace(Path.DirectorySeparatorChar, '/'), out _) && !IsBuilt(p));
        var name = framework.Length > 0 ? $"{project.Value}@{framework}" : project.Value;
        return new EvaluatedProject(
            new CSharpProject(
                name, parsed.CompilationName ?? project.Name, [.. paths[true].Select(p => RepoPath.Parse(Path.GetRelativePath(root, p).Replace(Path.DirectorySeparatorChar, '/'))).Distinct()],
                parsed.ParseOptions.WithDocumentationMode(DocumentationMode.Diagnose), parsed.CompilationOptions)
            {
                Additional = [.. paths[false].Where(File.Exists).Select(File.ReadAllText)],
                Generators = GeneratorLoader.DriverOf(parsed),
            },
            [.. parsed.MetadataReferences.Select(r => Path.GetFullPath(r.Reference, Folder))]);
    }

    private bool IsBuilt(string path) => Path.GetRelativePath(Folder, path).Split(Path.DirectorySeparatorChar)[0] is "obj" or "bin";

    private static string Text(JsonNode? node) => node?.GetValue<string>() ?? "";
}
