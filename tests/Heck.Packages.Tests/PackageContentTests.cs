using System.IO.Compression;

namespace Heck.Packages.Tests;

/// <summary>What lies in the packages: for each platform its own libraries, by the first bytes of their files.</summary>
public sealed class PackageContentTests(PackageFeed feed)
{
    private static readonly string[] EveryPlatform = ["linux-arm64", "linux-musl-arm64", "linux-musl-x64", "linux-x64", "osx-arm64", "osx-x64", "win-arm64", "win-x64"];

    private IReadOnlyList<string> Packages => [.. Directory.GetFiles(feed.Feed, "*.nupkg").Order(StringComparer.Ordinal)];

    /// <summary>Packed for every machine, or for this one alone.</summary>
    private bool IsRelease => Packages.Count(p => PlatformOf(p) is not null) > 2;

    [Fact]
    public void Every_parser_library_is_of_the_platform_in_whose_folder_it_lies()
    {
        var libraries = Packages.SelectMany(p => Entries(p, "heckts")).ToList();
        Assert.NotEmpty(libraries);
        Assert.All(libraries, library => Assert.Equal(FormatOf(Segment(library.Path, "runtimes")), library.Format));
    }

    [Fact]
    public void The_package_of_a_platform_has_its_libraries_and_no_others() => Assert.All(
        Packages.Where(p => PlatformOf(p) is not (null or "any")),
        package =>
        {
            var platform = PlatformOf(package)!;
            Assert.Equal(platform, Segment(Assert.Single(Entries(package, "heckts")).Path, "runtimes"));
            Assert.Equal(FormatOf(platform), Assert.Single(Entries(package, "e_sqlite3")).Format);
        });

    [Fact]
    public void Packages_for_all_platforms_have_the_libraries_of_all()
    {
        Assert.SkipUnless(IsRelease, "Packed for this machine alone; ./build.sh pack runs this for a release.");
        string[] shared = [.. Packages.Where(p => PlatformOf(p) == "any" || Path.GetFileName(p).StartsWith("Heck.Library.", StringComparison.Ordinal) || Path.GetFileName(p).StartsWith("Heck.Sdk.", StringComparison.Ordinal))];
        Assert.Equal(4, shared.Length);
        Assert.All(shared, package => Assert.Equal(EveryPlatform, Entries(package, "heckts").Select(e => Segment(e.Path, "runtimes")).Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("Heck")]
    [InlineData("Heck.Tool")]
    public void A_tool_names_packages_that_are_there(string tool)
    {
        using var package = ZipFile.OpenRead(Path.Combine(feed.Feed, $"{tool}.{feed.Version}.nupkg"));
        using var settings = package.Entries.Single(e => e.Name == "DotnetToolSettings.xml").Open();
        var named = System.Xml.Linq.XDocument.Load(settings).Descendants("RuntimeIdentifierPackage").Select(p => (string)p.Attribute("Id")!).Order(StringComparer.Ordinal);
        Assert.Equal(Packages.Where(p => PlatformOf(p) is { } platform && Path.GetFileName(p) == $"{tool}.{platform}.{feed.Version}.nupkg").Select(p => $"{tool}.{PlatformOf(p)}"), named);
    }

    /// <summary>From <c>Heck.Tool.osx-x64.1.0.0.nupkg</c>; null for a package that is of no platform.</summary>
    private string? PlatformOf(string package) =>
        EveryPlatform.Append("any").FirstOrDefault(p => Path.GetFileName(package) is var name && (name == $"Heck.{p}.{feed.Version}.nupkg" || name == $"Heck.Tool.{p}.{feed.Version}.nupkg"));

    private static List<(string Path, string Format)> Entries(string package, string library)
    {
        using var zip = ZipFile.OpenRead(package);
        return [.. zip.Entries.Where(e => e.Name == $"lib{library}.so" || e.Name == $"lib{library}.dylib" || e.Name == $"{library}.dll").Select(e => (e.FullName, Format(e)))];
    }

    private static string Segment(string path, string after) => path.Split('/') is var parts ? parts[Array.IndexOf(parts, after) + 1] : "";

    private static string FormatOf(string platform) => (platform.Split('-')[0] switch { "linux" => "ELF", "osx" => "Mach-O", _ => "PE" }) + (platform.EndsWith("arm64", StringComparison.Ordinal) ? " arm64" : " x64");

    private static string Format(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        var head = new byte[1024];
        stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        return head switch
        {
            [0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, ..] => "ELF " + Machine(BitConverter.ToUInt16(head, 18), 0xb7, 0x3e),
            [0xcf, 0xfa, 0xed, 0xfe, ..] => "Mach-O " + Machine(BitConverter.ToUInt32(head, 4), 0x0100000c, 0x01000007),
            [(byte)'M', (byte)'Z', ..] => "PE " + Machine(BitConverter.ToUInt16(head, BitConverter.ToInt32(head, 0x3c) + 4), 0xaa64, 0x8664),
            _ => "unknown",
        };
    }

    private static string Machine(uint found, uint arm64, uint x64) => found == arm64 ? "arm64" : found == x64 ? "x64" : $"machine {found:x}";
}
