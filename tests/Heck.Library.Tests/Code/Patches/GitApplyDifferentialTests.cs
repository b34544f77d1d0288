using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Heck.Code.Patches;
using Heck.Code.Patches.Formats;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Runtime;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>The same diff to <c>git apply</c> and to us. Whole ones must give what git gives; damaged ones nothing, or that.</summary>
public sealed class GitApplyDifferentialTests(ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("HECK_LONG") == "1";
    private const int PerHistory = 100;
    private const string Wrong = "wrong:";

    // What git accepts of damaged diffs and we refuse, by the words of our refusal, each with the reason why that is right.
    private static readonly string[] StricterWithReason = [];

    [Fact]
    public void The_same_tree_as_git_s_or_none()
    {
        var total = IsLong ? Number("HECK_CASES") ?? 20_000 : 500;
        var first = Number("HECK_SEED") ?? (IsLong ? 1000 : 1);
        var verdicts = new ConcurrentBag<(string Outcome, DiffCase Case)>();
        Parallel.For(first, first + (total / PerHistory), history =>
        {
            foreach (var verdict in Judge(DiffCase.Of(history, PerHistory))) verdicts.Add(verdict);
        });
        foreach (var outcome in verdicts.CountBy(verdict => verdict.Outcome).OrderBy(outcome => outcome.Key, StringComparer.Ordinal)) output.WriteLine($"{outcome.Value} {outcome.Key}");
        var wrong = verdicts.Where(verdict => verdict.Outcome.StartsWith(Wrong, StringComparison.Ordinal)).ToList();
        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(40).Select(verdict => $"{verdict.Case}: {verdict.Outcome}")));
    }

    private static IEnumerable<(string Outcome, DiffCase Case)> Judge(IReadOnlyList<DiffCase> cases)
    {
        using var theirs = new TemporaryRepository();
        var answers = GitApplies(theirs.Root, cases);
        foreach (var (i, diff) in cases.Index())
        {
            using var repository = new TemporaryRepository();
            diff.Before.Write(repository.Root);
            var refusal = Apply(repository, diff.Diff);
            var (git, ours) = (answers[i].Accepts ? GitTree.Read(theirs.Full($"{i}")) : null, GitTree.Read(repository.Root));
            var outcome = refusal is not null && git is not null && answers[i].Error ? "damaged: refused by both, and git applies the sections above" : Judge(diff, refusal, git, ours);
            if (outcome.StartsWith(Wrong, StringComparison.Ordinal)) diff.Keep(new Dictionary<string, GitTree> { ["before"] = diff.Before, ["ours"] = ours, ["git"] = git ?? [] });
            yield return (outcome, diff);
        }
    }

    // Git's tree is null when it refuses.
    private static string Judge(DiffCase diff, string? refusal, GitTree? gitTree, GitTree ours)
    {
        if (refusal is not null && diff.Before.DifferenceFrom(ours) is { } changed) return $"{Wrong} refused and yet changed: {changed}";
        if (diff.IsDamaged)
        {
            return (refusal, gitTree) switch
            {
                (not null, null) => "damaged: refused by both",
                (not null, _) => $"damaged: refused by us alone: {Words(refusal)}",
                (null, null) => $"{Wrong} git refuses what we accept",
                _ => gitTree.DifferenceFrom(ours) is { } difference ? $"{Wrong} git gives another tree: {difference}" : "damaged: the same tree as git's",
            };
        }

        // With -B git writes copies onto files that it does not say to vanish, and then does not apply them.
        if (refusal is not null) return gitTree is null ? "whole: refused by both" : $"{Wrong} refused, git accepts: {refusal}";
        if (diff.After.DifferenceFrom(ours) is { } wrong) return $"{Wrong} another tree than meant: {wrong}";
        // Git does not write below a link that the same diff takes away.
        return gitTree is null ? "whole: the tree that is meant, git refuses" : gitTree.DifferenceFrom(ours) is { } other ? $"{Wrong} git gives another tree: {other}" : "whole: the same tree as git's";
    }

    // Names and numbers aside.
    private static string Words(string message) => Regex.Replace(Regex.Replace(message, "'[^']*'", "'…'"), @"\d+", "n");

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

    // A folder for each, outside of any repository, and one shell for all: most of the time goes into starting programs.
    // Git may say an error, in a section with a corrupt binary patch, and be content with the sections above it.
    private static List<(bool Accepts, bool Error)> GitApplies(string root, IReadOnlyList<DiffCase> cases)
    {
        foreach (var (i, diff) in cases.Index())
        {
            Directory.CreateDirectory(Path.Combine(root, $"{i}"));
            diff.Before.Write(Path.Combine(root, $"{i}"));
            File.WriteAllBytes(Path.Combine(root, $"{i}.diff"), diff.Diff);
        }

        var accepted = TempRepository.Shell(root, $"export GIT_CEILING_DIRECTORIES={root}; i=0; while [ $i -lt {cases.Count} ]; do (cd $i && git -c core.autocrlf=false apply --whitespace=nowarn ../$i.diff > /dev/null 2> ../$i.said && echo $i); i=$((i+1)); done");
        var numbers = accepted.Split('\n').ToHashSet();
        return [.. cases.Select((_, i) => (numbers.Contains($"{i}"), File.ReadAllText(Path.Combine(root, $"{i}.said")).Contains("error:", StringComparison.Ordinal)))];
    }

    private static int? Number(string variable) => Environment.GetEnvironmentVariable(variable) is { } text ? int.Parse(text, CultureInfo.InvariantCulture) : null;
}
