using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Files.Walking;
using Heck.Runtime.Repositories;
using Heck.Toolchain.Detection;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Init;

internal static class InitVerb
{
    public static async Task<InitPayload> RunAsync(InitRequest request, VerbContext context, CancellationToken ct)
    {
        var detected = ToolDetector.Detect(context.Layout, RepositoryWalker.Walk(context.Layout, ct), ct);
        foreach (var warning in detected.Warnings) context.Warn(warning);
        var files = InitFiles.For(context.Layout).ToLookup(file => Path.Exists(file.Path));
        using var held = request.DryRun ? null : await context.LockAsync(ct).ConfigureAwait(false);
        if (!request.DryRun)
        {
            foreach (var (path, content) in files[false]) StateFile.Write(path, content);
        }

        return new InitPayload
        {
            Created = Paths(context.Layout, files[false]),
            Kept = Paths(context.Layout, files[true]),
            Detected = Describe(detected),
        };
    }

    private static List<RepoPath> Paths(RepositoryLayout layout, IEnumerable<(string Path, byte[] Content)> files) =>
        [.. files.Select(file => RepositoryLayout.StateRoot.Combine(Path.GetRelativePath(layout.StateFolder, file.Path)))];

    private static InitDetected Describe(Detected detected) => new()
    {
        Languages = [.. detected.Languages.Select(l => new InitLanguage { Name = l.Name, Files = l.Files })],
        TestRunners = Describe(detected.TestRunners),
        Linters = Describe(detected.Linters),
        PackageManagers = Describe(detected.PackageManagers),
        Migrations = Describe(detected.Migrations),
    };

    private static List<InitTool> Describe(IReadOnlyList<DetectedTool> tools) =>
        [.. tools.Select(t => new InitTool { Name = t.Name, Evidence = t.Evidence })];
}
