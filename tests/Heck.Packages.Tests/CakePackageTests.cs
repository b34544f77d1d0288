namespace Heck.Packages.Tests;

public sealed class CakePackageTests(PackageFeed feed)
{
    [Fact]
    public async Task A_Cake_script_asks_for_the_status_and_gets_facts()
    {
        using var workshop = feed.NewWorkshop();
        workshop.Write("build.cake", """
            #addin nuget:?package=Heck.Cake&version=$VERSION
            #tool dotnet:?package=Heck.Tool&version=$VERSION
            var status = HeckStatus();
            if (status.Payload.GetProperty("initialised").GetBoolean()) throw new Exception("this folder has no .heck");
            Console.WriteLine(status.Envelope);
            """);
        (await workshop.DotnetAsync("tool", "install", "Cake.Tool", "--create-manifest-if-needed")).Succeeded();
        var script = (await workshop.DotnetAsync("cake")).Succeeded();
        Answers.Agree(await workshop.AskToolAsync("status"), await script.EnvelopeAsync());
    }
}
