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

    // What git takes of damaged diffs and we refuse, by the words of our refusal, and why. Git leaves out a section that it cannot read, or the damaged part of it, and does the rest.
    private static readonly Dictionary<string, string> StricterWithReason = new(StringComparer.Ordinal)
    {
        ["Line n of the diff: a '…' line should follow the '…' line."] = "a name is missing; git goes by the other one",
        ["Line n of the diff: a hunk should follow the names."] = "git leaves the section out",
        ["Line n of the diff: the section has no content."] = "git leaves the section out",
        ["Line n of the diff: the diff ends in the middle of this line."] = "git leaves the section out",
        ["Line n of the diff: the header of this hunk is not whole."] = "git leaves the hunk out",
        ["Line n of the diff: the hunk has more lines than its header counts."] = "git leaves these lines out",
        ["Line n of the diff: the hunk has other lines than its header counts."] = "git passes over a second note about a missing line end, and one that belongs to no line",
        ["Line n of the diff: the note about a missing line end is not whole."] = "git takes any line with a backslash for one",
        ["Line n of the diff: the name is quoted wrongly."] = "git goes by another line's name or leaves the section out",
        ["Line n of the diff: the names above the hunks are not what the headers say."] = "git takes a deletion without its header for a rename to dev/null",
        ["Line n of the diff: the names cannot be told apart."] = "git goes by another line's name or leaves the section out",
        ["Line n of the diff: the two names differ."] = "git goes by another line's name or leaves the section out",
        ["Line n of the diff: '…' is the mode of no file and no link."] = "git looks at some of its bits",
        ["Line n of the diff: a file and a link cannot follow each other in one section."] = "git writes a file's lines as the target of a link, or the other way",
        ["Line n of the diff: there is a new mode without the old one."] = "git takes the mode and leaves out what it does not fit",
        ["Line n of the diff: the binary patch cannot be unpacked."] = "git passes over lines behind the end of the packed content, and over headers behind the word that a binary patch follows",
        ["it is a link, and the diff is for a file"] = "the section that takes the link away is damaged, and git leaves it out",
        ["there is such a file already"] = "the section that takes the file away is damaged, and git leaves it out",
        ["the file has another content than the binary patch is for"] = "git does not look at the name of no content",
        ["the binary patch does not give the content that it names"] = "the section's line that says that the file goes is damaged, and git leaves it empty",
    };

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
                (not null, _) => StricterWithReason.TryGetValue(Words(refusal), out var reason) ? $"damaged: refused by us alone, since {reason}: {Words(refusal)}" : $"{Wrong} refused without a reason that is known: {refusal}",
                (null, null) => diff.After.DifferenceFrom(ours) is null ? "damaged: the tree that is meant all the same, git refuses" : $"{Wrong} git refuses what we accept",
                _ => gitTree.DifferenceFrom(ours) is { } difference ? $"{Wrong} git gives another tree: {difference}" : "damaged: the same tree as git's",
            };
        }

        // With -B git writes copies onto files that it does not say to vanish, and then does not apply them.
        if (refusal is not null) return gitTree is null ? "whole: refused by both" : $"{Wrong} refused, git accepts: {refusal}";
        if (diff.After.DifferenceFrom(ours) is { } wrong) return $"{Wrong} another tree than meant: {wrong}";
        // Git does not write below a link that the same diff takes away.
        return gitTree is null ? "whole: the tree that is meant, git refuses" : gitTree.DifferenceFrom(ours) is { } other ? $"{Wrong} git gives another tree: {other}" : "whole: the same tree as git's";
    }

    // Names and numbers aside, and of what does not fit the tree the reason alone.
    private static string Words(string message) => Regex.Replace(Regex.Replace(Regex.Replace(message, "'[^']*'", "'…'"), @"\d+", "n"), @"^The diff does not fit .*?\): (.*)\. Nothing was changed\.$", "$1");

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
