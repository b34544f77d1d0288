using System.Text;
using Heck.Code.Patches;
using Heck.Code.Patches.Formats;
using Heck.Contracts.Errors;
using Heck.Integrations.Git;
using Heck.Library.Tests.Runtime;
using Heck.Runtime.Repositories;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>Every commit's diff, applied to the parent, is the child byte for byte; rolled back, it is the parent. HECK_CLONES names folders with clones, separated by colons.</summary>
public sealed class HistoryOracleTests(ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("HECK_LONG") == "1";
    private static readonly string[] Options = ["--no-renames", "-M", "-M -C", "-M -C --find-copies-harder", "--no-renames -U1 --patience", "-M -U8 --no-indent-heuristic", "-M50% -C10% --histogram"];

    [Fact]
    public void Every_commit_of_generated_histories()
    {
        var commits = IsLong ? 3000 : 60;
        var random = new RandomHistory(7);
        using var git = new TempRepository();
        var trees = random.Trees().Take(commits + 1).ToList();
        Import(git, trees);
        for (var i = 1; i <= commits; i++)
        {
            if (trees[i - 1].DifferenceFrom(trees[i]) is null) continue;
            var options = Options[i % Options.Length];
            git.Shell($"git diff-tree -p --binary --full-index {options} main~{commits - i + 1} main~{commits - i} > .git/their.diff");
            var difference = RoundTrip(trees[i - 1], trees[i], File.ReadAllBytes(Path.Combine(git.Root, ".git", "their.diff")));
            Assert.True(difference is null, $"commit {i} ({options}): {difference}");
        }
    }

    [Fact]
    public async Task Every_commit_of_the_clones_that_are_given()
    {
        var clones = Environment.GetEnvironmentVariable("HECK_CLONES");
        Assert.SkipWhen(clones is null, "HECK_CLONES names no clones");
        foreach (var clone in clones.Split(':')) await CheckCloneAsync(clone);
    }

    private async Task CheckCloneAsync(string clone)
    {
        var git = new GitRepository(RepositoryLayout.Locate(clone, clone));
        var trees = new GitTrees(git);
        var ct = TestContext.Current.CancellationToken;
        var log = (await git.RunAsync(["rev-list", "--parents", "HEAD"], ct)).Output.Text;
        var (same, refused, wrong, files) = (0, new List<string>(), new List<string>(), 0);
        foreach (var line in log.Split('\n').Where(line => line.Contains(' ', StringComparison.Ordinal)))
        {
            var (child, parent) = (line.Split(' ')[0], line.Split(' ')[1]);
            var changes = await trees.DifferencesAsync(parent, child, ct);
            if (changes.Count == 0) continue;
            if (changes.Any(change => change.Old.IsSubmodule || change.New.IsSubmodule))
            {
                refused.Add($"{child[..10]}: a submodule");
                continue;
            }

            var contents = await trees.ContentsAsync([.. changes.SelectMany(change => new[] { change.Old, change.New }).Where(entry => !entry.IsNothing).Select(entry => entry.Name).Distinct()], ct);
            var (before, after) = (Side(changes.Select(change => change.Old)), Side(changes.Select(change => change.New)));
            var diff = (await git.RunAsync(["diff-tree", "-p", "--binary", "--full-index", "-M", "-C", parent, child], ct, outputLimit: int.MaxValue)).Output.Bytes.ToArray();
            files += changes.Count;
            try
            {
                if (RoundTrip(before, after, diff) is { } difference) wrong.Add($"{child[..10]}: {difference}");
                else same++;
            }
            catch (HeckException e)
            {
                refused.Add($"{child[..10]}: {e.Error.Code} {e.Error.Message}");
            }

            GitTree Side(IEnumerable<GitTreeEntry> entries)
            {
                var tree = new GitTree();
                foreach (var entry in entries.Where(entry => !entry.IsNothing)) tree[entry.Path.Value] = (contents[entry.Name], GitFileModes.Parse(entry.Mode)!.Value);
                return tree;
            }
        }

        output.WriteLine($"{Path.GetFileName(clone.TrimEnd('/'))}: {same} commits ({files} files) exact, {refused.Count} refused, {wrong.Count} wrong");
        foreach (var reason in refused.Take(20)) output.WriteLine("  refused " + reason);
        Assert.Empty(wrong);
    }

    private static string? RoundTrip(GitTree before, GitTree after, byte[] diff)
    {
        using var repository = new TemporaryRepository();
        before.Write(repository.Root);
        var start = repository.Snapshot();
        var patches = new PatchTestBench(repository);
        var patch = patches.Create([.. new DiffReplay(repository.Layout).Replay(UnifiedDiffReader.Read(diff))]);
        patches.Apply(patch.Id);
        if (after.DifferenceFrom(GitTree.Read(repository.Root)) is { } difference) return $"applied: {difference}";
        patches.Rollback(patch.Id);
        return repository.Snapshot() == start ? null : "rolled back: the tree is another one";
    }

    internal static void Import(TempRepository git, IReadOnlyList<GitTree> trees)
    {
        using (var stream = File.Create(Path.Combine(git.Root, ".git", "import")))
        {
            for (var i = 0; i < trees.Count; i++) trees[i].WriteFastImport(stream, i + 1);
        }

        git.Shell("git fast-import --quiet < .git/import");
    }
}
