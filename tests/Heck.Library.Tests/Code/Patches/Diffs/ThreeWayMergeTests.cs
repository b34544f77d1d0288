using System.Diagnostics;
using System.Text;
using Heck.Code.Patches.Diffs;
using Heck.Library.Tests.Runtime;

namespace Heck.Library.Tests.Code.Patches.Diffs;

/// <summary>Beside <c>git merge-file</c>: the same clean result, or both a conflict.</summary>
public sealed class ThreeWayMergeTests
{
    private static readonly int Cases = Environment.GetEnvironmentVariable("HECK_LONG") == "1" ? 10_000 : 150;

    [Theory]
    [InlineData("a\nb\nc\n", "1\nb\nc\n", "a\nb\n3\n", "1\nb\n3\n")]
    [InlineData("a\nb\nc\n", "1\nb\nc\n", "1\nb\nc\n", "1\nb\nc\n")]
    [InlineData("a\nb\nc\n", "1\nb\nc\n", "2\nb\nc\n", null)]
    [InlineData("a\nb\nc\n", "1\nb\nc\n", "a\n2\nc\n", null)]
    [InlineData("a\nb\nc\nd\n", "1\n2\nc\nd\n", "1\n2\nc\n4\n", "1\n2\nc\n4\n")]
    [InlineData("a\nb\n", "", "a\nb\nc\n", null)]
    [InlineData("a", "a\n", "a", "a\n")]
    [InlineData("", "x\n", "", "x\n")]
    public void Changes_that_meet_are_a_conflict_unless_they_are_the_same(string @base, string ours, string theirs, string? merged) =>
        Assert.Equal(merged, Merge(@base, ours, theirs));

    [Fact]
    public void Git_says_the_same()
    {
        using var folder = new TemporaryRepository();
        var (clean, conflicts) = (0, 0);
        foreach (var seed in Enumerable.Range(0, Cases))
        {
            var (@base, ours, theirs) = Triple(new Random(seed));
            var (git, we) = (GitMerge(folder, @base, ours, theirs), Merge(@base, ours, theirs));
            Assert.True(git == we, $"seed {seed}: git {git ?? "has a conflict"}, we {we ?? "have one"}, of base {@base} ours {ours} theirs {theirs}");
            if (git is null) conflicts++;
            else clean++;
        }

        TestContext.Current.TestOutputHelper!.WriteLine($"{clean} merged alike, {conflicts} a conflict to both");
    }

    // Few words, so that lines repeat as they do in code, and edits of all kinds on both sides, some of them the same.
    private static (string Base, string Ours, string Theirs) Triple(Random random)
    {
        var lines = Enumerable.Range(0, random.Next(25)).Select(_ => Word()).ToList();
        var shared = Edited(lines, random.Next(2));
        return (Text(lines), Text(Edited(random.Next(3) == 0 ? shared : lines, random.Next(4))), Text(Edited(random.Next(3) == 0 ? shared : lines, random.Next(4))));

        string Word() => random.Next(3) == 0 ? "}" : $"word {random.Next(30)}";

        string Text(List<string> all) => string.Concat(all.Select((line, i) => i == all.Count - 1 && random.Next(8) == 0 ? line : line + "\n"));

        List<string> Edited(List<string> from, int edits)
        {
            var to = from.ToList();
            for (; edits > 0; edits--)
            {
                var (at, count) = (random.Next(to.Count + 1), random.Next(3));
                to.RemoveRange(at, Math.Min(count, to.Count - at));
                to.InsertRange(at, Enumerable.Range(0, random.Next(3)).Select(_ => Word()));
            }

            return to;
        }
    }

    private static string? Merge(string @base, string ours, string theirs) =>
        ThreeWayMerge.Merge(Encoding.UTF8.GetBytes(@base), Encoding.UTF8.GetBytes(ours), Encoding.UTF8.GetBytes(theirs)).Merged is { } merged ? Encoding.UTF8.GetString(merged) : null;

    private static string? GitMerge(TemporaryRepository folder, string @base, string ours, string theirs)
    {
        foreach (var (name, text) in new[] { ("base", @base), ("ours", ours), ("theirs", theirs) }) folder.Write(name, text);
        using var git = Process.Start(new ProcessStartInfo("git", ["merge-file", "-p", "-q", "ours", "base", "theirs"]) { WorkingDirectory = folder.Root, RedirectStandardOutput = true })!;
        var merged = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        return git.ExitCode == 0 ? merged : null;
    }
}
