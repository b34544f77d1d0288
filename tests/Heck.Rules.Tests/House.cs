using Heck.Tests.Shared;

namespace Heck.Rules.Tests;

/// <summary>The repository that these rules look at.</summary>
internal static class House
{
    /// <summary>The C# files that a project consists of, with `/` paths relative to the repository's root.</summary>
    public static IReadOnlyList<SourceFile> SourcesOf(params string[] projects) =>
        [.. projects.SelectMany(p => Directory.EnumerateFiles(Path.Combine(Checkout.Root, p), "*.cs", SearchOption.AllDirectories))
            .Select(f => Path.GetRelativePath(Checkout.Root, f).Replace('\\', '/'))
            .Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(SourceFile.Read)];
}
