using CsCheck;
using Heck.Code.Patches;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Runtime;

namespace Heck.Library.Tests.Code.Patches;

public sealed class BlobCollectionTests : IDisposable
{
    private const int MovesKept = 10;

    private static readonly int Cases = Environment.GetEnvironmentVariable("HECK_LONG") == "1" ? 1000 : 20;

    private readonly TemporaryRepository _repository = new();
    private readonly PatchTestBench _patches;

    public BlobCollectionTests() => _patches = new PatchTestBench(_repository);

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void Below_the_cap_nothing_goes()
    {
        RolledBack("a");
        var before = Kept();
        Assert.Equal((0, before.Sum(blob => blob.Bytes)), (Collect(before.Sum(blob => blob.Bytes)).Count, new Heck.Runtime.Files.BlobTotal(_repository.Layout).Read()));
        Assert.Equal(before, Kept());
    }

    [Fact]
    public void What_no_patch_names_goes_first_and_the_oldest_of_it_before()
    {
        var patch = RolledBack("a");
        RollAway();
        // Former metadata is nobody's too.
        var named = Kept().Where(blob => NamedByAll().Contains(blob.Hash)).Sum(blob => blob.Bytes);
        Assert.Empty(Collect(named).Patches);
        Assert.All(Kept(), blob => Assert.Contains(blob.Hash, NamedByAll()));
        var (younger, older) = (_repository.Keep("nobody's, younger"), _repository.Keep("nobody's, older"));
        File.SetLastWriteTimeUtc(_repository.Blobs.PathOf(older), DateTime.UtcNow.AddDays(-1));
        Assert.Empty(Collect(named + 17).Patches);
        Assert.Equal((true, false), (Keeps(younger), Keeps(older)));
        Assert.Empty(Collect(named).Patches);
        Assert.False(Keeps(younger));
        Assert.True(_patches.Store.Load(patch.Id).Contents.All(Keeps));
    }

    [Fact]
    public void Patches_that_were_rolled_back_longest_ago_go_next_each_as_a_whole()
    {
        var (first, second) = (RolledBack("a"), RolledBack("b"));
        _patches.Reapply(first.Id);
        _patches.Rollback(first.Id);
        RollAway();
        Collect(long.MaxValue);
        var collected = Collect(Kept().Where(blob => NamedByAll().Contains(blob.Hash)).Sum(blob => blob.Bytes) - 1);
        Assert.Equal([second.Id], collected.Patches);
        Assert.Equal((true, false), (first.Contents.All(Keeps), second.Contents.Any(Keeps)));
        _patches.Reapply(first.Id);
        Assert.Equal("a's", _repository.Text("a"));
    }

    [Fact]
    public void Created_patches_applied_ones_and_the_last_moves_stay_whatever_the_cap()
    {
        var created = _patches.Create(Edit("created", null, "not yet"));
        var applied = _patches.Create(Edit("applied", null, "there"));
        _patches.Apply(applied.Id);
        var old = RolledBack("old");
        var last = Enumerable.Range(0, MovesKept / 2).Select(i => RolledBack($"last {i}")).ToList();
        var collected = Collect(0);
        Assert.Equal([old.Id], collected.Patches);
        Assert.Equal(Kept().Sum(blob => blob.Bytes), collected.Left);
        Assert.All([created, applied, .. last], patch => Assert.True(_patches.Store.Load(patch.Id).Contents.All(Keeps)));
        for (var i = 0; i < MovesKept; i++) _patches.Undo();
        _patches.Rollback(applied.Id);
    }

    [Fact]
    public void A_patch_whose_contents_went_says_so_changes_nothing_and_comes_back_from_its_diff()
    {
        var patch = RolledBack("a");
        RollAway();
        Collect(0);
        var before = _repository.Snapshot();
        foreach (var move in new Action[] { () => _patches.Reapply(patch.Id), () => _patches.Apply(patch.Id), () => _patches.Apply(patch.Id, merge: true) })
        {
            var refused = Assert.Throws<HeckException>(move);
            Assert.Equal((ErrorTable.PatchContentsGone.Code, before), (refused.Error.Code, _repository.Snapshot()));
            Assert.Contains("'a'", refused.Error.Message, StringComparison.Ordinal);
            Assert.Contains($"heck patch create .heck/patches/{patch.Id}.diff", refused.Error.Hint, StringComparison.Ordinal);
        }

        Assert.Equal(patch.Id, _patches.Create(Edit("a", null, "a's")).Id);
        _patches.Reapply(patch.Id);
        Assert.Equal("a's", _repository.Text("a"));
    }

    [Fact]
    public void An_applied_patch_whose_contents_someone_deleted_is_not_rolled_back_in_part()
    {
        _repository.Write("a", "old");
        _repository.Write("b", "older");
        var patch = _patches.Create(Edit("a", "old", "new"), Edit("b", "older", "newer"));
        _patches.Apply(patch.Id);
        File.Delete(_repository.Blobs.PathOf(ContentHash.Of("older"u8)));
        var before = _repository.Snapshot();
        Assert.Equal(ErrorTable.PatchContentsGone.Code, Assert.Throws<HeckException>(() => _patches.Rollback(patch.Id)).Error.Code);
        Assert.Equal(before, _repository.Snapshot());
    }

    [Fact]
    public void Whatever_happened_every_applied_patch_rolls_back_byte_for_byte() => Gen.Int[0, 9].Array[5, 40].Sample(
        steps =>
        {
            using var repository = new TemporaryRepository();
            var (patches, made, random) = (new PatchTestBench(repository), new List<(string Id, string File, string Before)>(), new Random(steps.Sum() + (steps.Length * 1000)));
            foreach (var step in steps)
            {
                if (step < 3) Make();
                else if (step < 8 && made.Count > 0) Turn(made[random.Next(made.Count)].Id);
                else Collect(repository, patches, random.Next(3) * 400);
            }

            Collect(repository, patches, 0);
            foreach (var (id, file, before) in made.AsEnumerable().Reverse().Where(patch => patches.Store.Load(patch.Id).State == PatchState.Applied))
            {
                patches.Rollback(id);
                Assert.Equal(before, File.Exists(repository.Full(file)) ? repository.Text(file) : "");
            }

            // Each patch has lines of its own, so that they are independent in any order.
            void Make()
            {
                var file = $"file {made.Count}";
                var before = random.Next(2) == 0 ? "" : $"{made.Count} is there\n";
                if (before.Length > 0) repository.Write(file, before);
                var id = patches.Create(Edit(file, before.Length > 0 ? before : null, $"{before}line {random.Next()}\n{new string('x', 100)}\n")).Id;
                made.Add((id, file, before));
                if (random.Next(4) > 0) patches.Apply(id);
            }

            void Turn(string id)
            {
                var state = patches.Store.Load(id).State;
                try
                {
                    _ = state == PatchState.Applied ? patches.Rollback(id) : state == PatchState.Created ? patches.Apply(id) : patches.Reapply(id);
                }
                catch (HeckException e) when (e.Error.Code == ErrorTable.PatchContentsGone.Code)
                {
                    Assert.Equal(PatchState.RolledBack, state);
                }
            }
        },
        iter: Cases, threads: 1);

    private static FileEdit Edit(string path, string? before, string? after) => new(RepoPath.Parse(path), Bytes(before), Bytes(after));

    private static byte[]? Bytes(string? text) => text is null ? null : System.Text.Encoding.UTF8.GetBytes(text);

    private static CollectedBlobs Collect(TemporaryRepository repository, PatchTestBench patches, long cap)
    {
        using var held = repository.Hold();
        return new BlobCollection(repository.Blobs, patches.Store).Run(held, cap);
    }

    private CollectedBlobs Collect(long cap) => Collect(_repository, _patches, cap);

    private Patch RolledBack(string file)
    {
        var patch = _patches.Create(Edit(file, null, $"{file}'s"));
        _patches.Apply(patch.Id);
        _patches.Rollback(patch.Id);
        return patch;
    }

    // As many moves as are kept, by a patch that stays applied.
    private void RollAway()
    {
        var patch = _patches.Create(Edit("roll", _repository.Layout is { } layout && File.Exists(layout.FullPath(RepoPath.Parse("roll"))) ? _repository.Text("roll") : null, $"away {Guid.NewGuid()}"));
        _patches.Apply(patch.Id);
        for (var i = 0; i < MovesKept / 2; i++)
        {
            _patches.Rollback(patch.Id);
            _patches.Reapply(patch.Id);
        }
    }

    private List<(ContentHash Hash, long Bytes)> Kept() => _repository.Blobs.All();

    private bool Keeps(ContentHash hash) => Kept().Any(blob => blob.Hash == hash);

    private HashSet<ContentHash> NamedByAll() => [.. _patches.Store.List().SelectMany(patch => patch.Contents)];
}
