namespace Heck.Packages.Tests;

public sealed class LibraryPackageTests(PackageFeed feed)
{
    [Fact]
    public async Task A_program_calls_the_engine()
    {
        using var workshop = feed.NewWorkshop();
        workshop.Write("App.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup><OutputType>Exe</OutputType><TargetFramework>net10.0</TargetFramework><ImplicitUsings>enable</ImplicitUsings></PropertyGroup>
              <ItemGroup><PackageReference Include="Heck.Library" Version="$VERSION" /></ItemGroup>
            </Project>
            """);
        workshop.Write("Program.cs", """
            using Heck;
            using Heck.Verbs.Index;
            using Heck.Verbs.Status;

            var engine = new HeckEngine();
            var index = await engine.RunAsync(new IndexRequest());
            Console.Error.WriteLine($"{index.Payload!.Symbols} symbols");
            var status = await engine.RunAsync(new StatusRequest());
            using var writer = new System.Text.Json.Utf8JsonWriter(Console.OpenStandardOutput());
            status.WriteTo(writer);
            return (int)status.Exit;
            """);
        var program = (await workshop.DotnetAsync("run")).Succeeded();
        Assert.Contains("1 symbols", program.Errors, StringComparison.Ordinal);
        Answers.Agree(await workshop.AskToolAsync("status"), await program.EnvelopeAsync());
    }
}
