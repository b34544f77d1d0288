using Heck.Code.Patches;
using Heck.Code.Patches.Formats;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Runtime;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>Git judges our diffs, and we apply git's.</summary>
public sealed class GitOracleTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("HECK_LONG") == "1";
    private static readonly int Cases = IsLong ? 3000 : 12;

    [Fact]
    public void Git_applies_our_diff_to_what_we_mean() => ForSeeds(Cases,
        seed =>
        {
            var tree = RandomTree.Of(seed);
            using var git = new TempRepository();
            RandomTree.Write(git.Root, tree.Before);
            var diff = OurDiff(tree);
            if (diff.Length > 0)
            {
                File.WriteAllBytes(Path.Combine(git.Root, ".git", "our.diff"), diff);
                Assert.Equal("", git.Shell("git -c core.autocrlf=false apply --whitespace=nowarn .git/our.diff 2>&1"));
            }

            RandomTree.AssertSame(tree.After, RandomTree.Read(git.Root));
        });

    [Theory]
    [InlineData("--no-renames")]
    [InlineData("-M -C --find-copies-harder")]
    [InlineData("--no-renames -U1 --patience")]
    public void Git_s_diff_is_applied_to_what_git_means_and_rolls_back(string options) => ForSeeds(Cases,
        seed =>
        {
            var tree = RandomTree.Of(seed, hostileNames: false);
            using var git = new TempRepository();
            RandomTree.Write(git.Root, tree.Before);
            git.Shell("git add -A && git -c user.name=t -c user.email=t@example.invalid commit -q --allow-empty -m one && git rm -rq --ignore-unmatch .");
            RandomTree.Write(git.Root, tree.After);
            git.Shell($"git add -A && git -c core.autocrlf=false diff --cached --binary {options} HEAD > .git/their.diff");
            var diff = File.ReadAllBytes(Path.Combine(git.Root, ".git", "their.diff"));
            if (diff.Length == 0) return;

            using var repository = new TemporaryRepository();
            RandomTree.Write(repository.Root, tree.Before);
            var before = repository.Snapshot();
            var patches = new PatchTestBench(repository);
            var patch = patches.Create([.. new DiffReplay(repository.Layout).Replay(UnifiedDiffReader.Read(diff))]);
            patches.Apply(patch.Id);
            RandomTree.AssertSame(tree.After, RandomTree.Read(repository.Root));
            patches.Rollback(patch.Id);
            Assert.Equal(before, repository.Snapshot());
            patches.Reapply(patch.Id);
            RandomTree.AssertSame(tree.After, RandomTree.Read(repository.Root));
        });

    [Fact]
    public void A_damaged_diff_changes_nothing_or_what_git_would_change() => ForSeeds(Cases,
        seed =>
        {
            var tree = RandomTree.Of(seed, hostileNames: false);
            var diff = OurDiff(tree);
            if (diff.Length == 0) return;
            var damaged = Damage(diff, new Random(seed));
            using var repository = new TemporaryRepository();
            RandomTree.Write(repository.Root, tree.Before);
            var before = repository.Snapshot();
            var patches = new PatchTestBench(repository);
            try
            {
                patches.Apply(patches.Create([.. new DiffReplay(repository.Layout).Replay(UnifiedDiffReader.Read(damaged))]).Id);
            }
            catch (HeckException)
            {
                Assert.Equal(before, repository.Snapshot());
                return;
            }

            using var git = new TempRepository();
            RandomTree.Write(git.Root, tree.Before);
            File.WriteAllBytes(Path.Combine(git.Root, ".git", "damaged.diff"), damaged);
            Assert.EndsWith("ok\n", git.Shell("git -c core.autocrlf=false apply --whitespace=nowarn .git/damaged.diff 2>&1 && echo ok"), StringComparison.Ordinal);
            RandomTree.AssertSame(RandomTree.Read(git.Root), RandomTree.Read(repository.Root));
        });

    // The same seeds in every ordinary run, so that none fails by luck; HECK_LONG=1 goes on from another place each time.
    private static void ForSeeds(int count, Action<int> check)
    {
        var first = IsLong ? Environment.TickCount : 1;
        for (var seed = first; seed < first + count; seed++)
        {
            try
            {
                check(seed);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"seed {seed}: {e.Message}", e);
            }
        }
    }

    private static byte[] OurDiff(RandomTree tree)
    {
        using var writer = new UnifiedDiffWriter();
        foreach (var name in tree.Before.Keys.Union(tree.After.Keys).Order(StringComparer.Ordinal))
        {
            var (was, isNow) = (tree.Before.ContainsKey(name), tree.After.ContainsKey(name));
            if (was && isNow && tree.Before[name].Executable == tree.After[name].Executable && tree.Before[name].Content.AsSpan().SequenceEqual(tree.After[name].Content)) continue;
            writer.Add(new FileEdit(RepoPath.Parse(name), was ? tree.Before[name].Content : null, isNow ? tree.After[name].Content : null, isNow ? Mode(tree.After[name].Executable) : null), Mode(was && tree.Before[name].Executable), Mode(isNow && tree.After[name].Executable));
        }

        return writer.ToArray();
    }

    private static GitFileMode Mode(bool executable) => executable ? GitFileMode.Executable : GitFileMode.Regular;

    // Cut off, a byte changed, a line lost, a line twice, a number changed.
    private static byte[] Damage(byte[] diff, Random random)
    {
        var lines = System.Text.Encoding.Latin1.GetString(diff).Split('\n').ToList();
        var at = random.Next(lines.Count);
        switch (random.Next(5))
        {
            case 0: return diff[..random.Next(diff.Length)];
            case 1: diff[random.Next(diff.Length)] ^= (byte)(1 << random.Next(7)); return diff;
            case 2: lines.RemoveAt(at); break;
            case 3: lines.Insert(at, lines[at]); break;
            default: lines[at] = new string([.. lines[at].Select(c => char.IsAsciiDigit(c) && random.Next(3) == 0 ? (char)('0' + random.Next(10)) : c)]); break;
        }

        return System.Text.Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
