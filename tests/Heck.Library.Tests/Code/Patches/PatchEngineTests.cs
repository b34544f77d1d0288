using System.Text;
using Heck.Code.Patches;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Runtime;

namespace Heck.Library.Tests.Code.Patches;

public sealed class PatchEngineTests : IDisposable
{
    private const string TenLines = "1\n2\n3\n4\n5\n6\n7\n8\n9\n10\n";

    private readonly TemporaryRepository _repository = new();

    private PatchTestBench Patches => new(_repository);

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void A_patch_changes_the_tree_only_when_it_is_applied()
    {
        _repository.Write("a.txt", "one\n");
        var before = _repository.Snapshot();
        var patch = Patches.Create(Edit("a.txt", "one\n", "two\n"));
        Assert.Equal(before, _repository.Snapshot());
        Assert.Matches("^p[0-9a-f]{10}$", patch.Id);
        Assert.Equal(PatchState.Created, Patches.Store.Load(patch.Id).State);
        Patches.Apply(patch.Id);
        Assert.Equal("two\n", _repository.Text("a.txt"));
        Assert.Equal(PatchState.Applied, Patches.Store.Load(patch.Id).State);
    }

    [Fact]
    public void The_same_change_has_the_same_id()
    {
        _repository.Write("a.txt", "one\n");
        Assert.Equal(Patches.Create(Edit("a.txt", "one\n", "two\n")).Id, Patches.Create(Edit("a.txt", "one\n", "two\n")).Id);
        Assert.Single(Patches.Store.List());
    }

    [Fact]
    public void Rolling_back_brings_back_bytes_modes_and_absence()
    {
        _repository.Write("changed.txt", "\ufeffone\r\ntwo\nthree");
        _repository.Write("deleted/only.sh", "x");
        File.SetUnixFileMode(_repository.Full("deleted/only.sh"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        var before = _repository.Snapshot();
        var patch = Patches.Create(
            Edit("changed.txt", "\ufeffone\r\ntwo\nthree", "\ufeffone\r\n2\nthree"),
            Edit("deleted/only.sh", "x", null),
            Edit("new/deep/file.txt", null, "new\n"));
        Patches.Apply(patch.Id);
        Assert.False(Directory.Exists(_repository.Full("deleted")));
        Patches.Rollback(patch.Id);
        Assert.Equal(before, _repository.Snapshot());
        Assert.Equal(PatchState.RolledBack, Patches.Store.Load(patch.Id).State);
    }

    [Fact]
    public void Later_work_elsewhere_in_a_file_stays_when_the_patch_is_rolled_back_and_when_it_comes_again()
    {
        _repository.Write("a.txt", TenLines);
        var patch = Patches.Create(Edit("a.txt", TenLines, TenLines.Replace("2\n", "two\n", StringComparison.Ordinal)));
        Patches.Apply(patch.Id);
        _repository.Write("a.txt", _repository.Text("a.txt").Replace("9\n", "a user's nine\n", StringComparison.Ordinal));
        Patches.Rollback(patch.Id);
        Assert.Equal(TenLines.Replace("9\n", "a user's nine\n", StringComparison.Ordinal), _repository.Text("a.txt"));
        Patches.Reapply(patch.Id);
        Assert.Equal(TenLines.Replace("2\n", "two\n", StringComparison.Ordinal).Replace("9\n", "a user's nine\n", StringComparison.Ordinal), _repository.Text("a.txt"));
    }

    [Fact]
    public void Later_work_at_the_same_place_refuses_the_whole_rollback_with_the_place()
    {
        _repository.Write("a.txt", TenLines);
        _repository.Write("b.txt", "one\n");
        var patch = Patches.Create(Edit("a.txt", TenLines, TenLines.Replace("5\n", "five\n", StringComparison.Ordinal)), Edit("b.txt", "one\n", "two\n"));
        Patches.Apply(patch.Id);
        _repository.Write("a.txt", _repository.Text("a.txt").Replace("five\n", "a user's five\n", StringComparison.Ordinal));
        var before = _repository.Snapshot();
        var error = Assert.Throws<HeckException>(() => Patches.Rollback(patch.Id)).Error;
        Assert.Equal(ErrorTable.PatchLaterWork.Code, error.Code);
        Assert.Equal(("a.txt", 5), ((string?)error.Details!["places"]![0]!["path"], (int)error.Details["places"]![0]!["line"]!));
        Assert.Equal(before, _repository.Snapshot());
        Assert.Equal(PatchState.Applied, Patches.Store.Load(patch.Id).State);
    }

    [Fact]
    public void A_created_file_that_changed_since_is_kept()
    {
        var patch = Patches.Create(Edit("new.txt", null, "new\n"), Edit("other.txt", null, "other\n"));
        Patches.Apply(patch.Id);
        _repository.Write("new.txt", "a user was here\n");
        Assert.Equal(["new.txt"], Patches.Rollback(patch.Id).Kept.Select(path => path.Value));
        Assert.Equal("a user was here\n", _repository.Text("new.txt"));
        Assert.False(File.Exists(_repository.Full("other.txt")));
    }

    [Fact]
    public void A_file_that_was_deleted_or_made_again_since_refuses()
    {
        _repository.Write("changed.txt", "one\n");
        _repository.Write("deleted.txt", "one\n");
        var patch = Patches.Create(Edit("changed.txt", "one\n", "two\n"), Edit("deleted.txt", "one\n", null));
        Patches.Apply(patch.Id);
        File.Delete(_repository.Full("changed.txt"));
        Assert.Contains("'changed.txt'", Assert.Throws<HeckException>(() => Patches.Rollback(patch.Id)).Error.Message, StringComparison.Ordinal);
        _repository.Write("changed.txt", "two\n");
        _repository.Write("deleted.txt", "another\n");
        Assert.Contains("'deleted.txt'", Assert.Throws<HeckException>(() => Patches.Rollback(patch.Id)).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_that_moved_refuses_and_can_be_merged()
    {
        _repository.Write("a.txt", TenLines);
        var patch = Patches.Create(Edit("a.txt", TenLines, TenLines.Replace("2\n", "two\n", StringComparison.Ordinal)));
        _repository.Write("a.txt", TenLines.Replace("9\n", "nine\n", StringComparison.Ordinal));
        var before = _repository.Snapshot();
        Assert.Equal(ErrorTable.PatchStale.Code, Assert.Throws<HeckException>(() => Patches.Apply(patch.Id)).Error.Code);
        Assert.Equal(before, _repository.Snapshot());
        Patches.Apply(patch.Id, merge: true);
        Assert.Equal(TenLines.Replace("2\n", "two\n", StringComparison.Ordinal).Replace("9\n", "nine\n", StringComparison.Ordinal), _repository.Text("a.txt"));
        Patches.Rollback(patch.Id);
        Assert.Equal(before, _repository.Snapshot());
    }

    [Fact]
    public void A_binary_file_is_never_merged()
    {
        _repository.Write("a.bin", "1\n\0\n3\n4\n5\n6\n");
        var patch = Patches.Create(Edit("a.bin", "1\n\0\n3\n4\n5\n6\n", "one\n\0\n3\n4\n5\n6\n"));
        Patches.Apply(patch.Id);
        _repository.Write("a.bin", "one\n\0\n3\n4\n5\nsix\n");
        Assert.Equal(ErrorTable.PatchLaterWork.Code, Assert.Throws<HeckException>(() => Patches.Rollback(patch.Id)).Error.Code);
    }

    [Fact]
    public void A_patch_that_is_applied_is_not_applied_again_and_one_that_is_not_is_not_rolled_back()
    {
        _repository.Write("a.txt", "one\n");
        var patch = Patches.Create(Edit("a.txt", "one\n", "two\n"));
        Assert.Equal(ErrorTable.PatchState.Code, Assert.Throws<HeckException>(() => Patches.Rollback(patch.Id)).Error.Code);
        Assert.Equal(ErrorTable.PatchState.Code, Assert.Throws<HeckException>(() => Patches.Reapply(patch.Id)).Error.Code);
        Patches.Apply(patch.Id);
        Assert.Equal(ErrorTable.PatchState.Code, Assert.Throws<HeckException>(() => Patches.Apply(patch.Id)).Error.Code);
    }

    [Fact]
    public void A_diff_that_was_edited_after_it_was_created_is_not_applied()
    {
        _repository.Write("a.txt", "one\n");
        var patch = Patches.Create(Edit("a.txt", "one\n", "two\n"));
        var file = _repository.Full($".heck/patches/{patch.Id}.diff");
        File.WriteAllText(file, File.ReadAllText(file).Replace("+two", "+2", StringComparison.Ordinal));
        Assert.Equal(ErrorTable.PatchMalformed.Code, Assert.Throws<HeckException>(() => Patches.Apply(patch.Id)).Error.Code);
        Assert.Equal("one\n", _repository.Text("a.txt"));
    }

    [Fact]
    public void Undo_takes_back_the_last_operation_and_then_the_one_before()
    {
        _repository.Write("a.txt", "one\n");
        var start = _repository.Snapshot();
        var first = Patches.Create(Edit("a.txt", "one\n", "two\n"));
        Patches.Apply(first.Id);
        var afterFirst = _repository.Snapshot();
        var second = Patches.Create(Edit("a.txt", "two\n", "three\n"));
        Patches.Apply(second.Id);
        Patches.Rollback(second.Id);

        Assert.Equal(second.Id, Patches.Undo().Patch.Id);
        Assert.Equal("three\n", _repository.Text("a.txt"));
        Patches.Undo();
        Assert.Equal(afterFirst, _repository.Snapshot());
        Patches.Undo();
        Assert.Equal(start, _repository.Snapshot());
        Assert.Equal(ErrorTable.PatchNotFound.Code, Assert.Throws<HeckException>(() => Patches.Undo()).Error.Code);
    }

    [Fact]
    public void Patches_of_other_places_roll_back_in_any_order()
    {
        _repository.Write("a.txt", TenLines);
        var start = _repository.Snapshot();
        var two = TenLines.Replace("2\n", "two\n", StringComparison.Ordinal);
        var first = Patches.Create(Edit("a.txt", TenLines, two));
        Patches.Apply(first.Id);
        var second = Patches.Create(Edit("a.txt", two, two.Replace("9\n", "nine\n", StringComparison.Ordinal)));
        Patches.Apply(second.Id);
        Patches.Rollback(first.Id);
        Patches.Rollback(second.Id);
        Assert.Equal(start, _repository.Snapshot());
    }

    [Fact]
    public void Git_s_index_is_not_touched()
    {
        using var git = new TempRepository();
        git.Write("a.txt", "one\n");
        git.Git("add", "-A");
        var index = File.ReadAllBytes(Path.Combine(git.Root, ".git", "index"));
        _repository.Write("a.txt", "one\n");
        Directory.CreateDirectory(_repository.Full(".git"));
        File.WriteAllBytes(_repository.Full(".git/index"), index);
        var patch = Patches.Create(Edit("a.txt", "one\n", "two\n"));
        Patches.Apply(patch.Id);
        Patches.Rollback(patch.Id);
        Assert.Equal(index, File.ReadAllBytes(_repository.Full(".git/index")));
    }

    [Theory]
    [InlineData("../outside.txt")]
    [InlineData(".git/hooks/pre-commit")]
    [InlineData(".heck/config.json")]
    public void A_patch_for_a_forbidden_path_is_not_even_kept(string path)
    {
        Assert.ThrowsAny<HeckException>(() => Patches.Create(Edit(path, null, "x")));
        Assert.Empty(Patches.Store.List());
    }

    private static FileEdit Edit(string path, string? before, string? after) => new(RepoPath.Parse(path), Bytes(before), Bytes(after));

    private static byte[]? Bytes(string? text) => text is null ? null : Encoding.UTF8.GetBytes(text);
}
