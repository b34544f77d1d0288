using Heck.Tests.Shared;

namespace Heck.Packages.Tests;

public sealed class SdkPackageTests(PackageFeed feed)
{
    private const string Library = "<PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>";

    /// <summary>The four ways that the README names.</summary>
    public static TheoryData<string, string> Ways => new()
    {
        { "an Sdk element", $"""<Project Sdk="Microsoft.NET.Sdk"><Sdk Name="Heck.Sdk" Version="$VERSION" />{Library}</Project>""" },
        { "the Sdk attribute", $"""<Project Sdk="Microsoft.NET.Sdk;Heck.Sdk/$VERSION">{Library}</Project>""" },
        { "the Sdk attribute with the version in global.json", $"""<Project Sdk="Microsoft.NET.Sdk;Heck.Sdk">{Library}</Project>""" },
        { "a package reference", $"""<Project Sdk="Microsoft.NET.Sdk">{Library}<ItemGroup><PackageReference Include="Heck.Sdk" Version="$VERSION" PrivateAssets="all" /></ItemGroup></Project>""" },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task A_project_runs_verbs_as_targets(string way, string project)
    {
        using var workshop = feed.NewWorkshop();
        workshop.Write("App.csproj", project);
        if (way.Contains("global.json", StringComparison.Ordinal))
            workshop.Write("global.json", """{ "msbuild-sdks": { "Heck.Sdk": "$VERSION" } }""");
        var build = (await workshop.DotnetAsync("build", "-nologo", "-t:HeckStatus;HeckRun", "-restore", "-p:HeckArguments=status%3B--json")).Succeeded();
        Answers.Agree(await workshop.AskToolAsync("status"), await build.EnvelopeAsync());
        Assert.Contains("initialised", build.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_task_runs_any_verb_and_hands_its_output_to_the_build()
    {
        using var workshop = feed.NewWorkshop();
        workshop.Write("App.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk"><Sdk Name="Heck.Sdk" Version="$VERSION" />{Library}
              <Target Name="Note" AfterTargets="Build">
                <HeckRun ToolAssembly="$(HeckToolAssembly)" Arguments="index;--json">
                  <Output TaskParameter="Output" PropertyName="Answer" />
                </HeckRun>
                <WriteLinesToFile File="answer.json" Lines="$(Answer.Replace(';', '%3B'))" />
              </Target>
            </Project>
            """);
        var build = (await workshop.DotnetAsync("build", "-nologo")).Succeeded();
        var written = await File.ReadAllTextAsync(Path.Combine(workshop.Folder, "answer.json"), TestContext.Current.CancellationToken);
        var index = await Envelopes.ValidAsync(written);
        Answers.Agree(await build.EnvelopeAsync(), index);
        Assert.NotEqual(0, index.GetProperty("payload").GetProperty("symbols").GetInt32());
    }

    [Fact]
    public async Task A_refused_call_fails_the_build_and_says_why()
    {
        using var workshop = feed.NewWorkshop();
        workshop.Write("App.csproj", $"""<Project Sdk="Microsoft.NET.Sdk;Heck.Sdk/$VERSION">{Library}</Project>""");
        var build = await workshop.DotnetAsync("build", "-nologo", "-t:HeckRun", "-restore", "-p:HeckArguments=no-such-verb");
        Assert.Equal(1, build.ExitCode);
        Assert.Contains("error HECK002: heck no-such-verb ended with exit code 2", build.Output, StringComparison.Ordinal);
    }
}
