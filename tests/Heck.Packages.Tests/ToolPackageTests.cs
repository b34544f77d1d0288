namespace Heck.Packages.Tests;

public sealed class ToolPackageTests(PackageFeed feed)
{
    [Fact]
    public async Task The_tool_installs_by_manifest_and_runs_as_dotnet_heck()
    {
        using var workshop = feed.NewWorkshop();
        (await workshop.DotnetAsync("tool", "install", "Heck.Tool", "--create-manifest-if-needed")).Succeeded();
        var index = await (await workshop.DotnetAsync("heck", "index", "--json")).Succeeded().EnvelopeAsync();
        Assert.Equal(1, index.GetProperty("payload").GetProperty("files").GetProperty("parsed").GetInt32());
        var status = await (await workshop.DotnetAsync("heck", "status", "--json")).Succeeded().EnvelopeAsync();
        Answers.Agree(await workshop.AskToolAsync("status"), status);
    }

    [Fact]
    public async Task The_program_named_heck_tells_its_version()
    {
        using var workshop = feed.NewWorkshop();
        var version = await Command.RunAsync(workshop.Folder, feed.Heck, ["--version"]);
        Assert.Equal(feed.Version, version.Succeeded().Output.Trim());
    }
}
