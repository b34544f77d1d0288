using Heck.Contracts;

namespace Heck.Code.Index.Testing;

/// <summary>Which files are tests, by the conventions of Jest, Vitest, pytest, Go, xUnit and their kin.</summary>
internal static class TestPaths
{
    private static readonly HashSet<string> Folders = new(StringComparer.OrdinalIgnoreCase) { "test", "tests", "__tests__", "spec", "specs", "e2e" };

    private static readonly string[] Suffixes = [".test", ".spec", "_test", "_spec", ".tests", "Tests", "Test"];

    public static bool IsTest(RepoPath path)
    {
        if (HasMark(Stem(path))) return true;
        for (var folder = path.Parent; folder.Value.Length > 0; folder = folder.Parent)
        {
            if (Folders.Contains(folder.Name) || folder.Name.EndsWith(".Tests", StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>The stem that a test shares with what it tests: <c>cart.test.ts</c>, <c>test_cart.py</c>, <c>cart_test.go</c> and <c>cartTests.cs</c> all give cart.</summary>
    public static string Subject(RepoPath test)
    {
        var stem = Stem(test);
        if (stem.StartsWith("test_", StringComparison.Ordinal)) return stem["test_".Length..];
        return Suffixes.FirstOrDefault(s => stem.Length > s.Length && stem.EndsWith(s, StringComparison.Ordinal)) is { } suffix ? stem[..^suffix.Length] : stem;
    }

    public static string Stem(RepoPath path) => path.Name[..^path.Extension.Length];

    private static bool HasMark(string stem) => stem == "conftest" || stem.StartsWith("test_", StringComparison.Ordinal)
        || Array.Exists(Suffixes, s => stem.Length > s.Length && stem.EndsWith(s, StringComparison.Ordinal));
}
