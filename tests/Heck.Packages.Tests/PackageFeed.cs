using Heck.Tests.Shared;

namespace Heck.Packages.Tests;

/// <summary>The packages under test, and a home and package cache that no earlier run has touched.</summary>
public sealed class PackageFeed : IAsyncLifetime
{
    private readonly string _scratch = Directory.CreateTempSubdirectory("heck-packages-").FullName;

    /// <summary>Where the packages lie: what build.sh has just packed, else packed here.</summary>
    public string Feed { get; } = Path.Combine(Checkout.Root, "eng", "feed");

    public string Version { get; private set; } = "";

    /// <summary>The installed program, for asking what the other fronts must agree with.</summary>
    public string Heck => Path.Combine(_scratch, "bin", OperatingSystem.IsWindows() ? "heck.exe" : "heck");

    public async ValueTask InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("HECK_PACKED") != "1")
            (await Command.RunAsync(Checkout.Root, "bash", ["build.sh", "pack", "this"])).Succeeded();
        Version = Path.GetFileNameWithoutExtension(Directory.GetFiles(Feed, "Heck.Library.*.nupkg").Single())["Heck.Library.".Length..];
        using var workshop = NewWorkshop();
        (await workshop.DotnetAsync("tool", "install", "Heck", "--tool-path", Path.GetDirectoryName(Heck)!)).Succeeded();
    }

    /// <summary>An empty folder that knows the feed.</summary>
    internal Workshop NewWorkshop() => new(this, _scratch);

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_scratch, recursive: true);
        return ValueTask.CompletedTask;
    }
}
