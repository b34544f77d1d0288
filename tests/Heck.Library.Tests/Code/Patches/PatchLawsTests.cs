using System.Text;
using CsCheck;
using Heck.Code.Patches;
using Heck.Code.Patches.Formats;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Runtime;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>What holds of patches whatever they are.</summary>
public sealed class PatchLawsTests
{
    private const int Lines = 60;

    private static readonly int[] Five = [0, 1, 2, 3, 4];

    private static readonly int Cases = Environment.GetEnvironmentVariable("HECK_LONG") == "1" ? 1000 : 15;

    [Fact]
    public void Apply_then_rollback_then_reapply_is_nothing_then_the_patch() => Gen.Int[1, 1_000_000].Sample(
        seed =>
        {
            var trees = new RandomHistory(seed).Trees().Skip(3).Take(2).ToList();
            if (trees[0].DifferenceFrom(trees[1]) is null) return;
            using var repository = new TemporaryRepository();
            trees[0].Write(repository.Root);
            var (start, patches) = (repository.Snapshot(), new PatchTestBench(repository));
            var patch = patches.Create([.. Edits(trees[0], trees[1])]);
            patches.Apply(patch.Id);
            Assert.Null(trees[1].DifferenceFrom(GitTree.Read(repository.Root)));
            patches.Rollback(patch.Id);
            Assert.Equal(start, repository.Snapshot());
            patches.Reapply(patch.Id);
            Assert.Null(trees[1].DifferenceFrom(GitTree.Read(repository.Root)));
            patches.Undo();
            Assert.Equal(start, repository.Snapshot());
        },
        iter: Cases, threads: 1);

    [Fact]
    public void Independent_patches_roll_back_in_any_order() => Gen.Shuffle(Five).Select(Gen.Shuffle(Five)).Sample(
        orders =>
        {
            using var repository = new TemporaryRepository();
            repository.Write("shared.txt", Text(Lines));
            repository.Write("mode.sh", "x");
            var (start, patches, ids) = (repository.Snapshot(), new PatchTestBench(repository), new string[5]);
            foreach (var i in orders.Item1)
            {
                var before = File.ReadAllBytes(repository.Full("shared.txt"));
                var line = $"line {(i * 10) + 5}\n";
                List<FileEdit> edits = [Edit("shared.txt", before, Replace(before, line, i == 2 ? "" : $"patch {i}\n{line}")), Edit($"new/{i}/own.txt", null, [(byte)i])];
                if (i == 3) edits.Add(new FileEdit(RepoPath.Parse("mode.sh"), "x"u8.ToArray(), "x"u8.ToArray(), GitFileMode.Executable));
                ids[i] = patches.Create(edits).Id;
                patches.Apply(ids[i]);
            }

            var all = repository.Snapshot();
            foreach (var i in orders.Item2) patches.Rollback(ids[i]);
            Assert.Equal(start, repository.Snapshot());
            foreach (var i in orders.Item1) patches.Reapply(ids[i]);
            Assert.Equal(all, repository.Snapshot());
        },
        iter: Cases, threads: 1);

    [Fact]
    public void Whatever_a_user_writes_between_moves_of_patches_stays() => Gen.Int[0, 9].Array[4, 14].Sample(
        steps =>
        {
            using var repository = new TemporaryRepository();
            repository.Write("a.txt", Text(Lines));
            var (patches, ids, written) = (new PatchTestBench(repository), new List<string>(), new List<string>());
            foreach (var (step, at) in steps.Select((step, at) => (step, at)))
            {
                var before = repository.Snapshot();
                try
                {
                    if (step < 4) Write(step);
                    else if (step < 6) Patch(at, step);
                    else if (ids.Count > 0) Turn(ids[at % ids.Count]);
                }
                catch (HeckException e)
                {
                    Assert.Equal((ErrorTable.PatchLaterWork.Code, before), (e.Error.Code, repository.Snapshot()));
                }

                var text = repository.Text("a.txt");
                Assert.All(written, line => Assert.Contains(line, text, StringComparison.Ordinal));
            }

            void Write(int place)
            {
                var lines = repository.Text("a.txt").Split('\n').ToList();
                written.Add($"the user's {written.Count}");
                lines.Insert(lines.Count * place / 4, written[^1]);
                repository.Write("a.txt", string.Join('\n', lines));
            }

            void Patch(int at, int place)
            {
                var present = File.ReadAllBytes(repository.Full("a.txt"));
                var line = $"line {(at * 4) + place - 4}\n";
                var changed = Replace(present, line, $"patched {at}: {line}");
                if (changed.AsSpan().SequenceEqual(present)) return;
                ids.Add(patches.Create(Edit("a.txt", present, changed)).Id);
                patches.Apply(ids[^1]);
            }

            void Turn(string id) => _ = patches.Store.Load(id).State == PatchState.Applied ? patches.Rollback(id) : patches.Reapply(id);
        },
        iter: Cases, threads: 1);

    [Fact]
    public void Whatever_the_writer_writes_our_reader_and_git_read_as_the_same_edits() => Gen.Int[1, 1_000_000].Sample(
        seed =>
        {
            var trees = new RandomHistory(seed).Trees().Skip(3).Take(2).ToList();
            var edits = Edits(trees[0], trees[1]).Where(edit => trees[0].GetValueOrDefault(edit.Path.Value) is var old && (old.Content is null || edit.After is null || old.Mode != edit.Mode || !old.Content.AsSpan().SequenceEqual(edit.After))).OrderBy(edit => edit.Path).ToList();
            if (edits.Count == 0) return;
            var diff = DiffCase.OurDiff(trees[0], trees[1]);
            using var repository = new TemporaryRepository();
            trees[0].Write(repository.Root);
            var read = new DiffReplay(repository.Layout).Replay(UnifiedDiffReader.Read(diff));
            Assert.Equal(edits.Select(Told), read.Select(Told));
            repository.Write(".git-diff", diff);
            var said = TempRepository.Shell(repository.Root, $"export GIT_CEILING_DIRECTORIES={repository.Root}; git -c core.autocrlf=false apply --whitespace=nowarn .git-diff 2>&1 && rm .git-diff");
            // Git does not write below a link that the same diff takes away.
            if (said.Contains("beyond a symbolic link", StringComparison.Ordinal)) return;
            Assert.Equal("", said);
            Assert.Null(trees[1].DifferenceFrom(GitTree.Read(repository.Root)));

            static string Told(FileEdit edit) => $"{edit.Path} {edit.Mode} {Hash(edit.Before)} {Hash(edit.After)}";
            static string Hash(byte[]? content) => content is null ? "nothing" : ContentHash.Of(content).ToString();
        },
        iter: Cases, threads: 1);

    /// <summary>A move happens exactly or not at all, and what the user did to files stays: lines, modes, links, files gone, and files under other names.</summary>
    [Fact]
    public void Whatever_a_user_does_to_files_between_moves_of_patches_stays() => Gen.Int[0, 11].Array[6, 24].Sample(
        steps =>
        {
            using var repository = new TemporaryRepository();
            for (var i = 0; i < 4; i++) repository.Write($"{i}.txt", Text(Lines));
            var (patches, ids, user) = (new PatchTestBench(repository), new List<string>(), new UserEdits(repository));
            foreach (var (step, at) in steps.Select((step, at) => (step, at)))
            {
                var before = repository.Snapshot();
                try
                {
                    if (step < 7) user.Act(step, at);
                    else if (step < 9) Patch(at);
                    else if (ids.Count > 0) _ = patches.Store.Load(ids[at % ids.Count]).State == PatchState.Applied ? patches.Rollback(ids[at % ids.Count]) : patches.Reapply(ids[at % ids.Count]);
                }
                catch (HeckException e)
                {
                    Assert.Equal((ErrorTable.PatchLaterWork.Code, before), (e.Error.Code, repository.Snapshot()));
                }

                user.AssertAllThere();
            }

            // Two files rewritten and one made.
            void Patch(int at)
            {
                var edits = new List<FileEdit> { Edit($"made/{at}.txt", null, "made\n"u8.ToArray()) };
                foreach (var name in new[] { $"{at % 4}.txt", $"{(at + 1) % 4}.txt" })
                {
                    if (FileState.Read(repository.Full(name)) is not ({ IsLink: false }, var present)) continue;
                    var changed = Replace(present, $"line {at * 2}\n", $"patched {at}\n");
                    if (!changed.AsSpan().SequenceEqual(present)) edits.Add(Edit(name, present, changed));
                }

                ids.Add(patches.Create(edits).Id);
                patches.Apply(ids[^1]);
            }
        },
        iter: Cases * 2, threads: 1);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_file_that_one_patch_makes_and_the_next_changes_is_gone_after_both_in_either_order(bool makerFirst)
    {
        using var repository = new TemporaryRepository();
        repository.Write("other.txt", "x");
        var (start, patches) = (repository.Snapshot(), new PatchTestBench(repository));
        var maker = patches.Create(Edit("new/a.txt", null, "one\n"u8.ToArray())).Id;
        patches.Apply(maker);
        var changer = patches.Create(Edit("new/a.txt", "one\n"u8.ToArray(), "two\n"u8.ToArray())).Id;
        patches.Apply(changer);
        var both = repository.Snapshot();
        patches.Rollback(makerFirst ? maker : changer);
        if (makerFirst) Assert.Equal(both, repository.Snapshot());
        patches.Rollback(makerFirst ? changer : maker);
        Assert.Equal(start, repository.Snapshot());
        patches.Undo();
        patches.Undo();
        Assert.Equal(both, repository.Snapshot());
        patches.Rollback(makerFirst ? maker : changer);
        patches.Rollback(makerFirst ? changer : maker);
        patches.Reapply(maker);
        patches.Reapply(changer);
        Assert.Equal(both, repository.Snapshot());
    }

    private static IEnumerable<FileEdit> Edits(GitTree before, GitTree after) =>
        from name in before.Keys.Union(after.Keys)
        let old = before.TryGetValue(name, out var was) ? was : default
        let now = after.TryGetValue(name, out var becomes) ? becomes : default
        select new FileEdit(RepoPath.Parse(name), old.Content, now.Content, now.Content is null ? null : now.Mode);

    private static FileEdit Edit(string path, byte[]? before, byte[]? after) => new(RepoPath.Parse(path), before, after);

    private static byte[] Replace(byte[] content, string line, string by) => Encoding.UTF8.GetBytes(("\n" + Encoding.UTF8.GetString(content)).Replace("\n" + line, "\n" + by, StringComparison.Ordinal)[1..]);

    private static string Text(int lines) => string.Concat(Enumerable.Range(0, lines).Select(i => $"line {i}\n"));
}
