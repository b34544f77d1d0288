using System.Text;
using Heck.Code.Patches;
using Heck.Code.Patches.Formats;
using Heck.Contracts;
using Heck.Library.Tests.Runtime;

namespace Heck.Library.Tests.Code.Patches.Diffs;

/// <summary>Stored diffs tell of renames and copies as git does, and git applies them.</summary>
public sealed class RenamesTests
{
    [Fact]
    public void A_renamed_file_has_the_similarity_that_git_counts_and_is_told_as_git_tells_it()
    {
        using var git = new TempRepository();
        git.Git("init", "-q");
        foreach (var seed in Enumerable.Range(0, 12))
        {
            var random = new Random(seed);
            var old = Content(random);
            var @new = Edited(random, old);
            git.Write("old name.txt", "");
            File.WriteAllBytes(Path.Combine(git.Root, "old name.txt"), old);
            git.Shell("git rm -rq --cached --ignore-unmatch . && git add -A && git -c user.name=t -c user.email=t@example.invalid commit -q --allow-empty -m one");
            File.Delete(Path.Combine(git.Root, "old name.txt"));
            File.WriteAllBytes(Path.Combine(git.Root, "new.txt"), @new);
            git.Shell("git add -A && git -c core.autocrlf=false diff --cached -M --full-index --binary HEAD > .git/their.diff && rm new.txt");
            var theirs = File.ReadAllText(Path.Combine(git.Root, ".git", "their.diff")).Split('\n').TakeWhile(line => !line.StartsWith("index ", StringComparison.Ordinal) && !line.StartsWith("---", StringComparison.Ordinal));

            using var repository = new TemporaryRepository();
            repository.Write("old name.txt", old);
            var patches = new PatchTestBench(repository);
            var patch = patches.Create(new FileEdit(RepoPath.Parse("old name.txt"), old, null), new FileEdit(RepoPath.Parse("new.txt"), null, @new));
            var ours = DiffOf(patches, patch).Split('\n').TakeWhile(line => !line.StartsWith("index ", StringComparison.Ordinal) && !line.StartsWith("---", StringComparison.Ordinal));
            // Where git sees none, it begins with another file's deletion.
            if (theirs.Any(line => line.StartsWith("rename", StringComparison.Ordinal))) Assert.Equal(theirs, ours);
            else Assert.DoesNotContain("rename", DiffOf(patches, patch), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Git_applies_stored_diffs_with_renames_to_the_same_tree()
    {
        var renames = 0;
        foreach (var seed in Enumerable.Range(1, 12))
        {
            var trees = new RandomHistory(seed).Trees().Skip(3).Take(2).ToList();
            if (trees[0].DifferenceFrom(trees[1]) is null) continue;
            using var repository = new TemporaryRepository();
            trees[0].Write(repository.Root);
            var patches = new PatchTestBench(repository);
            var patch = patches.Create([.. Edits(trees[0], trees[1])]);
            renames += patch.Files.Count(file => file.From is not null);
            using var git = new TempRepository();
            git.Git("init", "-q");
            trees[0].Write(git.Root);
            File.WriteAllBytes(Path.Combine(git.Root, ".git", "our.diff"), patches.Store.ReadDiff(patch));
            Assert.Equal("", git.Shell("git -c core.autocrlf=false apply --whitespace=nowarn .git/our.diff 2>&1"));
            Assert.Null(trees[1].DifferenceFrom(GitTree.Read(git.Root)));
            patches.Apply(patch.Id);
            Assert.Null(trees[1].DifferenceFrom(GitTree.Read(repository.Root)));
            // Read again, it is the same patch.
            patches.Rollback(patch.Id);
            Assert.Equal(patch.Id, patches.Create([.. new DiffReplay(repository.Layout).Replay(UnifiedDiffReader.Read(patches.Store.ReadDiff(patch)))]).Id);
        }

        Assert.NotEqual(0, renames);
    }

    [Fact]
    public void A_copy_that_a_diff_tells_of_stays_one_and_its_source_need_not_be_as_it_was_to_apply_it()
    {
        using var repository = new TemporaryRepository();
        repository.Write("source", "one\ntwo\n");
        var patches = new PatchTestBench(repository);
        var diff = "diff --git a/source b/copy\nsimilarity index 50%\ncopy from source\ncopy to copy\n--- a/source\n+++ b/copy\n@@ -1,2 +1,2 @@\n one\n-two\n+2\n"u8;
        var patch = patches.Create([.. new DiffReplay(repository.Layout).Replay(UnifiedDiffReader.Read(diff))]);
        Assert.Contains("copy from source\ncopy to copy\n", DiffOf(patches, patch), StringComparison.Ordinal);
        Assert.Equal(("copy", "source"), (Assert.Single(patch.Files).Action, patch.Files[0].From!.Path.Value));
        repository.Write("source", "changed since");
        patches.Apply(patch.Id);
        Assert.Equal(("one\n2\n", "changed since"), (repository.Text("copy"), repository.Text("source")));
        patches.Rollback(patch.Id);
        Assert.False(File.Exists(repository.Full("copy")));
    }

    private static string DiffOf(PatchTestBench patches, Patch patch) => Encoding.UTF8.GetString(patches.Store.ReadDiff(patch));

    private static IEnumerable<FileEdit> Edits(GitTree before, GitTree after) =>
        from name in before.Keys.Union(after.Keys)
        let old = before.TryGetValue(name, out var was) ? was : default
        let now = after.TryGetValue(name, out var becomes) ? becomes : default
        select new FileEdit(RepoPath.Parse(name), old.Content, now.Content, now.Content is null ? null : now.Mode);

    private static byte[] Content(Random random) => Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, random.Next(3, 60)).Select(_ => new string((char)('a' + random.Next(26)), random.Next(1, 150)) + (random.Next(5) == 0 ? "\r\n" : "\n"))));

    private static byte[] Edited(Random random, byte[] old)
    {
        var lines = Encoding.UTF8.GetString(old).Split('\n').ToList();
        for (var edits = random.Next(lines.Count); edits > 0; edits--) lines[random.Next(lines.Count)] = $"edit {random.Next(1000)}";
        return Encoding.UTF8.GetBytes(string.Join('\n', lines));
    }
}
