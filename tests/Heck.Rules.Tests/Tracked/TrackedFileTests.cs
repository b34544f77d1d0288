using System.Diagnostics;
using System.Text.RegularExpressions;
using Heck.Tests.Shared;

namespace Heck.Rules.Tests.Tracked;

/// <summary>What git tracks names no package registry and no path of somebody's machine: both are the reader's own.</summary>
public sealed partial class TrackedFileTests
{
    private static readonly IReadOnlyList<string> Files = TrackedFiles();

    [Fact]
    public void No_tracked_file_names_a_registry_host() => Rule.HasNoOffender(Hits(RegistryHost(), Files));

    [Fact]
    public void No_tracked_file_names_a_path_of_a_machine() => Rule.HasNoOffender(Hits(MachinePath(), Files));

    [Fact]
    public void Lock_files_and_package_configuration_name_no_host() =>
        Rule.HasNoOffender(Hits(AnyHost(), Files.Where(f => Path.GetFileName(f) is "package-lock.json" or "packages.lock.json" or ".npmrc" or "nuget.config")));

    // CI restores in locked mode, and the ordinary build names no platform.
    [Fact]
    public void Lock_files_name_no_platform() => Rule.HasNoOffender(Hits(Platform(), Files.Where(f => Path.GetFileName(f) == "packages.lock.json")));

    // CI's builds replace the folders of sources in assemblies; Checkout.Root finds them there too.
    [Fact]
    public void No_test_finds_files_by_the_path_of_its_source() => Rule.HasNoOffender(Hits(SourcePath(), Files.Where(f => f.EndsWith(".cs", StringComparison.Ordinal))));

    [Theory]
    [InlineData("npm")]
    [InlineData("nuget")]
    public void The_rule_would_notice(string registry)
    {
        Assert.Matches(RegistryHost(), $"see https://registry.{registry}.example/x");
        Assert.Matches(MachinePath(), "cd /" + "home/me");
    }

    // Fixtures are other people's files as they are.
    private static IEnumerable<string> Hits(Regex pattern, IEnumerable<string> files) =>
        from file in files
        where !file.StartsWith("tests/fixtures/", StringComparison.Ordinal) && File.Exists(Path.Combine(Checkout.Root, file))
        from line in File.ReadLines(Path.Combine(Checkout.Root, file)).Index()
        let match = pattern.Match(line.Item)
        where match.Success
        select $"{file}:{line.Index + 1}: {match.Value}";

    private static List<string> TrackedFiles()
    {
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files", "-z"]) { WorkingDirectory = Checkout.Root, RedirectStandardOutput = true })!;
        var names = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        Assert.Equal(0, git.ExitCode);
        return [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries)];
    }

    [GeneratedRegex(@"https?://[\w.-]*(?:npm|nuget|pypi|crates|debian|ubuntu|golang)[\w.-]*")]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"(?<![\w.$}>)-])/(?:work|root|home|Users)/")]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\[CallerFilePath\]")]
    private static partial Regex SourcePath();

    [GeneratedRegex("\"net[0-9.]+/.*\"")]
    private static partial Regex Platform();

    [GeneratedRegex(@"https?://")]
    private static partial Regex AnyHost();
}
