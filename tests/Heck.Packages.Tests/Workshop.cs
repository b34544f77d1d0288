using System.Text.Json;

namespace Heck.Packages.Tests;

/// <summary>A folder of its own, a small git repository, in which somebody uses the packages.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly PackageFeed _feed;
    private readonly Dictionary<string, string> _environment;

    public Workshop(PackageFeed feed, string scratch)
    {
        _feed = feed;
        Folder = Directory.CreateDirectory(Path.Combine(scratch, Path.GetRandomFileName())).FullName;
        _environment = new()
        {
            ["NUGET_PACKAGES"] = Path.Combine(scratch, "packages"),
            ["DOTNET_CLI_HOME"] = Path.Combine(scratch, "home"),
        };
        Write("nuget.config", Configuration());
        Write("greeting.ts", "export function greet(name: string) { return `Hello ${name}`; }\n");
        Command.RunAsync(Folder, "git", ["init", "--quiet"]).GetAwaiter().GetResult().Succeeded();
    }

    public string Folder { get; }

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(Folder, name), text.Replace("$VERSION", _feed.Version, StringComparison.Ordinal));

    public Task<Command> DotnetAsync(params string[] arguments) => Command.RunAsync(Folder, "dotnet", arguments, _environment);

    /// <summary>What the program itself answers here.</summary>
    public async Task<JsonElement> AskToolAsync(params string[] arguments) =>
        await (await Command.RunAsync(Folder, _feed.Heck, [.. arguments, "--json"], _environment)).Succeeded().EnvelopeAsync();

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    // Whatever else a package needs was restored when the packages were built; so these tests ask no network.
    private string Configuration() => $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="heck" value="{_feed.Feed}" />
            <add key="machine" value="{MachinePackages}" />
          </packageSources>
          <packageSourceMapping>
            <packageSource key="heck"><package pattern="Heck" /><package pattern="Heck.*" /></packageSource>
            <packageSource key="machine"><package pattern="*" /></packageSource>
          </packageSourceMapping>
        </configuration>
        """;

    private static string MachinePackages =>
        Environment.GetEnvironmentVariable("NUGET_PACKAGES") is { Length: > 0 } set
            ? set
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
}
