using Heck.Tests.Shared;

namespace Heck.Library.Tests.Code.Languages.Oracles;

/// <summary>Real code on this machine: a seeded sample of it, or with <c>HECK_LONG=1</c> all.</summary>
internal static class Corpus
{
    public static bool IsLong => Environment.GetEnvironmentVariable("HECK_LONG") == "1";

    public static string Repository { get; } = Checkout.Root;

    public static string Npm(string package) => Path.Combine(Repository, "eng", "test-tools", "node_modules", package);

    /// <summary>Files of the folder that <c>HECK_CORPUS</c> names, for whoever wants to know about code of their own.</summary>
    public static IEnumerable<string> Own(params string[] extensions) =>
        Environment.GetEnvironmentVariable("HECK_CORPUS") is { Length: > 0 } folder ? Files(folder, extensions) : [];

    public static IEnumerable<string> Files(string folder, params string[] extensions) => !Directory.Exists(folder)
        ? []
        : Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Where(f => extensions.Any(e => f.EndsWith(e, StringComparison.Ordinal))).Order(StringComparer.Ordinal);

    public static IReadOnlyList<string> Sample(IEnumerable<string> files, int count)
    {
        string[] all = [.. files.Where(f => new FileInfo(f).Length < (IsLong ? 16 << 20 : 200 << 10))];
        if (IsLong || all.Length <= count) return all;
        new Random(20261124).Shuffle(all);
        return all[..count];
    }
}
