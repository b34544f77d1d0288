using System.Globalization;
using System.Text;
using Heck.Code.Patches;
using Heck.Code.Patches.Formats;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Runtime;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>The same diff to <c>git apply</c> and to us. Whole ones must give what git gives; damaged ones nothing, or that.</summary>
public sealed class GitApplyDifferentialTests(ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("HECK_LONG") == "1";
    private static readonly string[] Options = ["--no-renames", "-M", "-M -C", "-M -C --find-copies-harder", "-B -M", "--no-renames -U1 --patience", "-M -U8", "-M --no-prefix --src-prefix=one/ --dst-prefix=two/"];

    [Fact]
    public void The_same_tree_as_git_s_or_none()
    {
        var total = IsLong ? int.Parse(Environment.GetEnvironmentVariable("HECK_CASES") ?? "20000", CultureInfo.InvariantCulture) : 500;
        const int perHistory = 100;
        var first = IsLong ? 1000 : 1;
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (var history = 0; history < total / perHistory; history++) Check(first + history, perHistory, counts);
        foreach (var (what, count) in counts) output.WriteLine($"{count} {what}");
    }

    private static void Check(int seed, int commits, SortedDictionary<string, int> counts)
    {
        var random = new RandomHistory(seed);
        using var git = new TempRepository();
        var trees = random.Trees().Take(commits + 1).ToList();
        HistoryOracleTests.Import(git, trees);
        var script = new StringBuilder("mkdir .git/diffs; ");
        for (var i = 1; i <= commits; i++)
            script.Append(CultureInfo.InvariantCulture, $"git diff-tree -p --binary --full-index {Options[random.Below(Options.Length)]} main~{commits - i + 1} main~{commits - i} > .git/diffs/{i}; ");
        git.Shell(script.ToString());
        for (var i = 1; i <= commits; i++)
        {
            var isDamaged = random.Chance(0.4);
            var theirs = File.ReadAllBytes(Path.Combine(git.Root, ".git", "diffs", i.ToString(CultureInfo.InvariantCulture)));
            var diff = random.Chance(0.3) ? OurDiff(trees[i - 1], trees[i]) : theirs;
            if (diff.Length == 0) continue;
            if (isDamaged) diff = Damage(diff, random);
            var outcome = Compare(git, trees[i - 1], trees[i], diff, isDamaged, out var isWrong);
            if (isWrong) File.WriteAllBytes(Path.Combine(Path.GetTempPath(), "heck-wrong.diff"), diff);
            Assert.False(isWrong, $"seed {seed}, commit {i}: {outcome}");
            counts[outcome] = counts.GetValueOrDefault(outcome) + 1;
        }
    }

    private static string Compare(TempRepository git, GitTree before, GitTree after, byte[] diff, bool isDamaged, out bool isWrong)
    {
        using var repository = new TemporaryRepository();
        before.Write(repository.Root);
        var start = repository.Snapshot();
        var ours = Apply(repository, diff);
        isWrong = true;
        if (ours is not null && repository.Snapshot() != start) return $"refused and yet changed: {ours}";
        var (gitAccepts, gitTree) = GitApplies(git, before, diff);
        // With -B git writes copies onto files that it does not say to vanish, and then does not apply them.
        if (!isDamaged && ours is not null && !gitAccepts)
        {
            isWrong = false;
            return "whole: refused by both";
        }

        // Git does not write below a link that the same diff takes away.
        if (!isDamaged && ours is null && !gitAccepts && after.DifferenceFrom(GitTree.Read(repository.Root)) is null)
        {
            isWrong = false;
            return "whole: the tree that is meant, git refuses";
        }

        isWrong = !isDamaged && (ours is not null || !gitAccepts || after.DifferenceFrom(GitTree.Read(repository.Root)) is not null);
        if (isWrong) return $"whole: {ours ?? (gitAccepts ? $"another tree than meant: {after.DifferenceFrom(GitTree.Read(repository.Root))}; git's: {after.DifferenceFrom(gitTree) ?? "as meant"}" : "git refuses")}";
        if (ours is not null) return gitAccepts ? "damaged: refused, git accepts" : "damaged: refused by both";
        isWrong = !gitAccepts || gitTree.DifferenceFrom(GitTree.Read(repository.Root)) is not null;
        return isWrong ? (gitAccepts ? $"git gives another tree: {gitTree.DifferenceFrom(GitTree.Read(repository.Root))}" : "git refuses what we accept")
            : isDamaged ? "damaged: the same tree as git's" : "whole: the same tree as git's";
    }

    private static string? Apply(TemporaryRepository repository, byte[] diff)
    {
        try
        {
            var patches = new PatchTestBench(repository);
            patches.Apply(patches.Create([.. new DiffReplay(repository.Layout).Replay(UnifiedDiffReader.Read(diff))]).Id);
            return null;
        }
        catch (HeckException e)
        {
            return e.Error.Message;
        }
    }

    private static (bool Accepts, GitTree Tree) GitApplies(TempRepository git, GitTree before, byte[] diff)
    {
        git.Shell("find . -mindepth 1 -maxdepth 1 ! -name .git -exec rm -rf {} +");
        before.Write(git.Root);
        File.WriteAllBytes(Path.Combine(git.Root, ".git", "one.diff"), diff);
        var accepts = git.Shell("git -c core.autocrlf=false apply --whitespace=nowarn .git/one.diff > /dev/null 2>&1 && echo ok") == "ok\n";
        return (accepts, GitTree.Read(git.Root));
    }

    private static byte[] OurDiff(GitTree before, GitTree after)
    {
        using var writer = new UnifiedDiffWriter();
        foreach (var name in before.Keys.Union(after.Keys).Order(StringComparer.Ordinal))
        {
            var old = before.TryGetValue(name, out var was) ? was : default;
            var now = after.TryGetValue(name, out var becomes) ? becomes : default;
            if (old.Content is not null && now.Content is not null && old.Mode == now.Mode && old.Content.AsSpan().SequenceEqual(now.Content)) continue;
            writer.Add(new FileEdit(Heck.Contracts.RepoPath.Parse(name), old.Content, now.Content), old.Mode, now.Mode);
        }

        return writer.ToArray();
    }

    // Cut off, a byte changed, a line lost, a line twice, numbers changed, a line of garbage, two lines exchanged.
    private static byte[] Damage(byte[] diff, RandomHistory random)
    {
        var lines = Encoding.Latin1.GetString(diff).Split('\n').ToList();
        var at = random.Below(lines.Count);
        switch (random.Below(7))
        {
            case 0: return diff[..random.Below(diff.Length)];
            case 1: diff[random.Below(diff.Length)] ^= (byte)(1 << random.Below(7)); return diff;
            case 2: lines.RemoveAt(at); break;
            case 3: lines.Insert(at, lines[at]); break;
            case 4: lines.Insert(at, "garbage"); break;
            case 5: (lines[at], lines[(at + 1) % lines.Count]) = (lines[(at + 1) % lines.Count], lines[at]); break;
            default: lines[at] = new string([.. lines[at].Select(c => char.IsAsciiDigit(c) && random.Chance(0.3) ? (char)('0' + random.Below(10)) : c)]); break;
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
