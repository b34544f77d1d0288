using System.Globalization;
using System.Text;
using Heck.Code.Patches;
using Heck.Code.Patches.Formats;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>A diff of two trees that follow each other in a generated history, by git with some options or by us; four in ten damaged.</summary>
internal sealed record DiffCase(int Seed, int Commit, GitTree Before, GitTree After, byte[] Diff, bool IsDamaged)
{
    private static readonly string[] Options = ["--no-renames", "-M", "-M -C", "-M -C --find-copies-harder", "-B -M", "--no-renames -U1 --patience", "-M -U8", "-M --no-prefix --src-prefix=one/ --dst-prefix=two/"];

    public static IReadOnlyList<DiffCase> Of(int seed, int commits)
    {
        var random = new RandomHistory(seed);
        using var git = new TempRepository();
        var trees = random.Trees().Take(commits + 1).ToList();
        HistoryOracleTests.Import(git, trees);
        var script = new StringBuilder("mkdir .git/diffs; ");
        for (var i = 1; i <= commits; i++)
            script.Append(CultureInfo.InvariantCulture, $"git diff-tree -p --binary --full-index {Options[random.Below(Options.Length)]} main~{commits - i + 1} main~{commits - i} > .git/diffs/{i}; ");
        git.Shell(script.ToString());
        var cases = new List<DiffCase>();
        for (var i = 1; i <= commits; i++)
        {
            var isDamaged = random.Chance(0.4);
            var theirs = File.ReadAllBytes(Path.Combine(git.Root, ".git", "diffs", i.ToString(CultureInfo.InvariantCulture)));
            var diff = random.Chance(0.3) ? OurDiff(trees[i - 1], trees[i]) : theirs;
            if (diff.Length > 0) cases.Add(new DiffCase(seed, i, trees[i - 1], trees[i], isDamaged ? Damage(diff, random) : diff, isDamaged));
        }

        return cases;
    }

    /// <summary>Leaves the diff and the trees where a person can look at them.</summary>
    /// <param name="trees">What came of it, by whom.</param>
    public void Keep(IReadOnlyDictionary<string, GitTree> trees)
    {
        var folder = Path.Combine(Path.GetTempPath(), "heck-wrong", $"{Seed}-{Commit}");
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, "diff"), Diff);
        foreach (var (name, tree) in trees) tree.Write(Path.Combine(folder, name));
    }

    public override string ToString() => $"seed {Seed}, commit {Commit}";

    public static byte[] OurDiff(GitTree before, GitTree after)
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
