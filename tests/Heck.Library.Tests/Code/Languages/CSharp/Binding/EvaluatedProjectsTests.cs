using System.Diagnostics;
using Heck.Code.Languages.CSharp.Binding;
using Heck.Code.Languages.CSharp.Binding.Projects;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Languages.CSharp.Binding;

/// <summary>A trusted repository: projects as their builds see them.</summary>
public sealed class EvaluatedProjectsTests : IDisposable
{
    private const string Properties = """<PropertyGroup><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings><DefineConstants>$(DefineConstants);CHOSEN</DefineConstants></PropertyGroup>""";

    private readonly string _root = Directory.CreateTempSubdirectory("heck-projects-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Fact]
    public async Task A_trusted_repository_is_read_through_its_builds_and_a_project_that_does_not_build_is_reported()
    {
        (string Path, string Text)[] files =
        [
            ("lib/lib.csproj", $"""<Project Sdk="Microsoft.NET.Sdk">{Properties}</Project>"""),
            ("lib/Thing.cs", "namespace Lib;\npublic class Thing\n{\n#if CHOSEN\n    public int Size;\n#endif\n}\n"),
            ("app/app.csproj", $"""<Project Sdk="Microsoft.NET.Sdk">{Properties}<ItemGroup><ProjectReference Include="../lib/lib.csproj" /></ItemGroup></Project>"""),
            ("app/Use.cs", "class Use { int Size(Lib.Thing t) => t.Size + new List<int>().Count; }\n"),
            ("broken/broken.csproj", """<Project Sdk="No.Such.Sdk.Anywhere" />"""),
            ("broken/Other.cs", "class Other { int Size; }\n"),
        ];
        foreach (var (path, text) in files)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(_root, path))!);
            await File.WriteAllTextAsync(Path.Combine(_root, path), text);
        }

        using (var restore = Process.Start(new ProcessStartInfo("dotnet", ["restore", Path.Combine(_root, "app"), "-v", "q"]) { RedirectStandardOutput = true })!) await restore.WaitForExitAsync();
        var workspace = new MemoryWorkspace(new MemoryFiles(files));
        IBinderFactory language = await new CSharpBinderFactory(new PlainProjects()).TrustAsync(_root, workspace, TestContext.Current.CancellationToken);
        Assert.Equal((3, 2), (language.Projects!.Expected, language.Projects.Loaded));
        Assert.Equal([RepoPath.Parse("broken/broken.csproj")], language.Projects.Failed);

        var outcome = new RenameDriver(workspace, language).Rename(RepoPath.Parse("lib/Thing.cs"), files[1].Text.IndexOf("Size", StringComparison.Ordinal), new RenameOptions("Extent"), TestContext.Current.CancellationToken);
        Assert.Equal(["app/Use.cs", "lib/Thing.cs"], outcome.Edits.Files.Select(f => f.Value));
        Assert.Equal(1, outcome.Ledger.OtherSymbol.Count(p => p.Path.Value == "broken/Other.cs"));
    }
}
