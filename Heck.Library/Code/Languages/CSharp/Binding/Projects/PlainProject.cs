using Heck.Code.Refactoring;
using Heck.Contracts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Binding.Projects;

/// <summary>What one project file says, with the files that apply to all projects around it.</summary>
internal sealed class PlainProject(RepoPath path, ProjectXml xml, IReadOnlyList<ProjectXml> around)
{
    private static readonly string[] Implicit =
    [
        "System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks",
    ];

    private static readonly string[] ImplicitOfWeb =
    [
        "System.Net.Http.Json", "Microsoft.AspNetCore.Builder", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Http", "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.Configuration", "Microsoft.Extensions.DependencyInjection", "Microsoft.Extensions.Hosting", "Microsoft.Extensions.Logging",
    ];

    private IEnumerable<ProjectXml> All => around.Prepend(xml);

    private string Moniker => Property("TargetFramework") ?? All.SelectMany(x => x.List("TargetFrameworks")).FirstOrDefault() ?? "";

    /// <summary>Files without a project: one program with the SDK's defaults.</summary>
    public static CSharpProject OfLoose(IReadOnlyList<RepoPath> documents, IWorkspace workspace)
    {
        var parsing = Parsing(LanguageVersion.Latest, ["DEBUG", "TRACE"]);
        var isProgram = documents.Any(d => workspace.Read(d) is { } text && System.Text.Encoding.UTF8.GetString(text.Utf8.Span) is var code
            && CSharpParser.Parse(code, parsing, "", CancellationToken.None).GetCompilationUnitRoot().Members.Any(m => m is GlobalStatementSyntax || DeclaresMain(m)));
        return new CSharpProject("files without a project", "Loose", documents, parsing, Compiling(isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary, NullableContextOptions.Enable))
        {
            References = FrameworkAssemblies.All,
            Additional = [Usings(Implicit)],
        };
    }

    public CSharpProject Build(IReadOnlyList<RepoPath> own, IReadOnlyList<RepoPath> sources)
    {
        var folder = path.Parent;
        var removed = xml.Items("Compile", "Remove").SelectMany(p => FilePattern.Expand(p, folder, sources)).ToHashSet();
        var included = xml.Items("Compile", "Include").SelectMany(p => FilePattern.Expand(p, folder, sources)).Where(sources.ToHashSet().Contains);
        var assembly = Property("AssemblyName") ?? path.Name[..^".csproj".Length];
        return new CSharpProject(path.Value, assembly, [.. own.Where(d => !removed.Contains(d)).Concat(included).Distinct().Order()], Parsing(Language, Symbols), Compiling(Kind, Nullable))
        {
            Projects = [.. xml.Items("ProjectReference", "Include").Select(p => FilePattern.Resolve(p, folder)).OfType<string>()],
            References = FrameworkAssemblies.All,
            Additional = [Usings(Namespaces), Friends()],
        };
    }

    private LanguageVersion Language => Property("LangVersion") is { } text && LanguageVersionFacts.TryParse(text, out var version) && version is not LanguageVersion.Default
        ? version
        : TargetFramework.DefaultLanguage(Moniker);

    private IEnumerable<string> Symbols => All.SelectMany(x => x.List("DefineConstants")).Concat(TargetFramework.Symbols(Moniker)).Concat(["DEBUG", "TRACE"]).Where(SyntaxFacts.IsValidIdentifier).Distinct();

    private OutputKind Kind => Property("OutputType")?.ToUpperInvariant() switch
    {
        "EXE" => OutputKind.ConsoleApplication,
        "WINEXE" => OutputKind.WindowsApplication,
        _ => OutputKind.DynamicallyLinkedLibrary,
    };

    private NullableContextOptions Nullable => Enum.TryParse<NullableContextOptions>(Property("Nullable"), ignoreCase: true, out var nullable) ? nullable : NullableContextOptions.Disable;

    private IEnumerable<string> Namespaces
    {
        get
        {
            var implicits = Property("ImplicitUsings") is "enable" or "true" or "Enable" or "True" ? Implicit.Concat(xml.IsWeb ? ImplicitOfWeb : []) : [];
            return implicits.Concat(All.SelectMany(x => x.Items("Using", "Include"))).Except(All.SelectMany(x => x.Items("Using", "Remove")));
        }
    }

    private string? Property(string name) => All.Select(x => x.Property(name)).FirstOrDefault(v => v is not null);

    private string Friends() => string.Concat(All.SelectMany(x => x.Items("InternalsVisibleTo", "Include"))
        .Select(f => $"[assembly: System.Runtime.CompilerServices.InternalsVisibleTo({SymbolDisplay.FormatLiteral(f, quote: true)})]\n"));

    private static string Usings(IEnumerable<string> namespaces) => string.Concat(namespaces.Where(n => n.Split('.').All(SyntaxFacts.IsValidIdentifier)).Select(n => $"global using global::{n};\n"));

    private static CSharpParseOptions Parsing(LanguageVersion version, IEnumerable<string> symbols) => new(version, DocumentationMode.Diagnose, SourceCodeKind.Regular, symbols);

    private static CSharpCompilationOptions Compiling(OutputKind kind, NullableContextOptions nullable) =>
        new(kind, allowUnsafe: true, nullableContextOptions: nullable, concurrentBuild: true, metadataImportOptions: MetadataImportOptions.Public);

    private static bool DeclaresMain(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => method.Identifier.ValueText == "Main" && method.Modifiers.Any(SyntaxKind.StaticKeyword),
        BaseNamespaceDeclarationSyntax space => space.Members.Any(DeclaresMain),
        TypeDeclarationSyntax type => type.Members.Any(DeclaresMain),
        _ => false,
    };
}
