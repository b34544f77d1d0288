using System.Security.Cryptography;
using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Contracts.Requests;
using Heck.Verbs.PatchApply;
using Heck.Verbs.PatchCreate;
using Heck.Verbs.PatchList;
using Heck.Verbs.PatchReapply;
using Heck.Verbs.PatchRollback;
using Heck.Verbs.Status;
using Heck.Verbs.Undo;

namespace Heck.Library.Tests.Verbs.Patches;

/// <summary>Patches out of git: what git says is the difference is what applies and rolls back, and nothing of git's own changes.</summary>
public sealed class PatchCreateVerbTests : IDisposable
{
    private const string Commit = "git add -A && git -c user.name=t -c user.email=t@example.invalid commit -qm x";

    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task The_working_tree_s_changes_are_a_patch_that_is_applied_and_can_be_rolled_back()
    {
        TwoCommits();
        var clean = Tree();
        Changes();
        var (changed, git) = (Tree(), GitFolder());
        var created = await Run(new PatchCreateRequest { Worktree = true });
        Assert.Equal(("applied", "applied"), (created.Payload!.Tree, created.Payload.Patch.State));
        Assert.Equal(["deleted.sh", "link", "modified.txt", "new file.txt", "staged.txt", "turned"], created.Payload.Patch.Files.Select(file => file.Path.Value));
        Assert.Equal((changed, git), (Tree(), GitFolder()));

        var id = created.Payload.Patch.Id;
        Assert.Equal(ErrorTable.PatchNotFound.Code, (await Run(new UndoRequest())).Error!.Code);
        Assert.True((await Run(new PatchRollbackRequest { Id = id })).Ok);
        Assert.Equal((clean, git), (Tree(), GitFolder()));
        Assert.True((await Run(new PatchReapplyRequest { Id = id })).Ok);
        Assert.Equal((changed, git), (Tree(), GitFolder()));
        Assert.Equal(id, (await Run(new PatchCreateRequest { Worktree = true })).Payload!.Patch.Id);
    }

    [Fact]
    public async Task A_diff_that_the_tree_holds_already_is_no_patch_of_ours_by_applying_it()
    {
        TwoCommits();
        _repository.Shell("printf 'one\\ntwo\\n' > there.txt && git add -A && git -c user.name=t -c user.email=t@example.invalid commit -qm there && printf 'one\\n2\\n' > there.txt && git diff --full-index > .git/there.diff");
        var refused = await Run(new PatchApplyRequest { Diff = ".git/there.diff", ThreeWay = true, Yes = true });
        Assert.Equal(ErrorTable.PatchState.Code, refused.Error!.Code);
        Assert.Empty((await Run(new PatchListRequest())).Payload!.Patches);
        await Run(new PatchCreateRequest { Worktree = true });
        Assert.Equal(1, (await Run(new StatusRequest())).Payload!.Patches.Applied);
    }

    [Fact]
    public async Task Git_takes_the_diff_of_the_working_tree_for_what_it_is()
    {
        TwoCommits();
        Changes();
        var changed = Tree();
        var created = await Run(new PatchCreateRequest { Worktree = true });
        _repository.Shell($"mv {created.Payload!.Patch.Path} .git/ours.diff && git stash -qu && git apply --whitespace=nowarn .git/ours.diff");
        Assert.Equal(changed, Tree());
    }

    [Fact]
    public async Task No_program_of_the_repository_s_choice_runs()
    {
        TwoCommits();
        var marker = Path.Combine(_repository.Root, ".git", "ran");
        var spy = $"touch '{marker}'; cat";
        _repository.Git("config", "filter.spy.clean", spy);
        _repository.Git("config", "filter.spy.smudge", spy);
        _repository.Git("config", "diff.spy.textconv", spy);
        _repository.Git("config", "diff.spy.command", spy);
        _repository.Git("config", "core.fsmonitor", spy);
        _repository.Git("config", "core.hooksPath", ".");
        _repository.Write("post-index-change", $"#!/bin/sh\n{spy}\n");
        _repository.Shell("chmod +x post-index-change");
        _repository.Write(".gitattributes", "*.txt diff=spy\nfiltered.txt filter=spy\n");
        _repository.Write("modified.txt", "changed\n");
        _repository.Write("filtered.txt", "new\n");
        Assert.True((await Run(new PatchCreateRequest { Worktree = true })).Ok);
        Assert.True((await Run(new PatchCreateRequest { Range = "HEAD~1..HEAD" })).Ok);
        Assert.False(File.Exists(marker));
    }

    [Fact]
    public async Task A_changed_file_that_goes_through_a_filter_is_refused_and_an_untouched_one_is_no_change()
    {
        _repository.Write(".gitattributes", "*.big filter=big\n");
        _repository.Write("a.big", "one\n");
        _repository.Write("a.txt", "one\n");
        _repository.Shell($"{Commit} && git config filter.big.clean 'sed s/^/x/' && touch -d 2020-01-01 a.big && git update-index --refresh");
        _repository.Write("a.txt", "two\n");
        Assert.Equal(["a.txt"], (await Run(new PatchCreateRequest { Worktree = true, DryRun = true })).Payload!.Patch.Files.Select(file => file.Path.Value));
        _repository.Write("a.big", "two\n");
        var refused = (await Run(new PatchCreateRequest { Worktree = true })).Error!;
        Assert.Equal(ErrorTable.PathRefused.Code, refused.Code);
        Assert.Contains("'a.big'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Line_ends_that_git_turns_are_no_change()
    {
        _repository.Write(".gitattributes", "*.bat text eol=crlf\n");
        _repository.Write("a.bat", "one\r\ntwo\r\n");
        _repository.Shell(Commit);
        _repository.Write("a.bat", "one\r\n2\r\n");
        var created = (await Run(new PatchCreateRequest { Worktree = true })).Payload!.Patch;
        Assert.Equal((1, 1), (created.Additions, created.Deletions));
        await Run(new PatchRollbackRequest { Id = created.Id });
        Assert.Equal("one\r\ntwo\r\n", File.ReadAllText(Path.Combine(_repository.Root, "a.bat")));
    }

    [Fact]
    public async Task A_range_says_whether_it_is_in_the_tree_and_rolls_back_to_the_older_commit()
    {
        TwoCommits();
        Changes();
        _repository.Shell(Commit);
        var (newer, git) = (Tree(), GitFolder());
        var created = (await Run(new PatchCreateRequest { Range = "HEAD~1..HEAD", Title = "last" })).Payload!;
        Assert.Equal(("applied", "last"), (created.Tree, created.Patch.Title));
        await Run(new PatchRollbackRequest { Id = created.Patch.Id });
        var older = Tree();
        Assert.Equal(git, GitFolder());
        _repository.Shell("git checkout -qf HEAD~1");
        Assert.Equal(older, Tree());
        _repository.Write("staged.txt", "another\n");
        Assert.Equal("diverged", (await Run(new PatchCreateRequest { Range = "HEAD~1..HEAD", DryRun = true })).Payload!.Tree);
    }

    [Fact]
    public async Task A_range_that_fits_is_applied()
    {
        TwoCommits();
        Changes();
        _repository.Shell($"{Commit} && git tag newer");
        var newer = Tree();
        _repository.Shell("git reset -q --hard HEAD~1");
        var created = (await Run(new PatchCreateRequest { Range = "HEAD..newer" })).Payload!;
        Assert.Equal(("applicable", "created"), (created.Tree, created.Patch.State));
        Assert.True((await Run(new PatchApplyRequest { Id = created.Patch.Id, Yes = true })).Ok);
        Assert.Equal(newer, Tree());
    }

    [Fact]
    public async Task A_diff_of_an_older_base_is_merged_by_what_git_has_of_it()
    {
        const string lines = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        _repository.Write("a.txt", lines);
        _repository.Shell(Commit);
        _repository.Write("a.txt", lines.Replace("2\n", "two\n", StringComparison.Ordinal));
        _repository.Shell("git diff > .git/their.diff && git checkout -q a.txt");
        // The context has changed as well, so that the hunk fits nowhere.
        var moved = lines.Replace("5\n", "five\n", StringComparison.Ordinal);
        _repository.Write("a.txt", moved);
        Assert.Equal(ErrorTable.PatchStale.Code, (await Run(new PatchApplyRequest { Diff = ".git/their.diff", Yes = true })).Error!.Code);
        Assert.True((await Run(new PatchApplyRequest { Diff = ".git/their.diff", ThreeWay = true, Check = true })).Ok);
        Assert.Equal(moved, File.ReadAllText(Path.Combine(_repository.Root, "a.txt")));
        var applied = await Run(new PatchApplyRequest { Diff = ".git/their.diff", ThreeWay = true, Yes = true });
        Assert.Equal(moved.Replace("2\n", "two\n", StringComparison.Ordinal), File.ReadAllText(Path.Combine(_repository.Root, "a.txt")));
        await Run(new PatchRollbackRequest { Id = applied.Payload!.Patch.Id });
        Assert.Equal(moved, File.ReadAllText(Path.Combine(_repository.Root, "a.txt")));
        _repository.Write("a.txt", lines.Replace("2\n", "another\n", StringComparison.Ordinal));
        Assert.Equal(2, (int)(await Run(new PatchApplyRequest { Diff = ".git/their.diff", ThreeWay = true, Yes = true })).Error!.Details!["places"]![0]!["line"]!);
    }

    [Theory]
    [InlineData("nowhere..HEAD", "'nowhere' is no commit")]
    [InlineData("--output=x..HEAD", "'--output=x' is no commit")]
    [InlineData("HEAD", "is no range")]
    [InlineData("HEAD...HEAD", "is no range")]
    [InlineData("..", "is no range")]
    public async Task A_range_of_nothing_is_named(string range, string reason)
    {
        TwoCommits();
        Assert.Contains(reason, (await Run(new PatchCreateRequest { Range = range })).Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submodules_and_repositories_within_are_left_out_of_the_tree_and_refused_in_a_range()
    {
        TwoCommits();
        _repository.Shell($"git init -q inner && cd inner && {Commit} --allow-empty && cd .. && {Commit}");
        Assert.Contains("'inner'", (await Run(new PatchCreateRequest { Range = "HEAD~1..HEAD" })).Error!.Message, StringComparison.Ordinal);
        _repository.Write("modified.txt", "changed\n");
        var created = await Run(new PatchCreateRequest { Worktree = true });
        Assert.Single(created.Payload!.Patch.Files);
        Assert.Contains(created.Meta.Warnings, warning => warning.Contains("inner", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_source_is_asked_for()
    {
        Assert.Equal(ErrorTable.RequestInvalid.Code, (await Run(new PatchCreateRequest())).Error!.Code);
        Assert.Equal(ErrorTable.RequestInvalid.Code, (await Run(new PatchCreateRequest { Worktree = true, Range = "A..B" })).Error!.Code);
    }

    private void TwoCommits()
    {
        _repository.Write("modified.txt", "one\r\ntwo\n");
        _repository.Shell(Commit);
        _repository.Write("staged.txt", "one\n");
        _repository.Write("deleted.sh", "#!/bin/sh\n");
        _repository.Write("turned", "a file\n");
        _repository.Write(".gitignore", "ignored\n");
        _repository.Write("ignored", "not part of it");
        _repository.Shell($"chmod +x deleted.sh && {Commit}");
    }

    private void Changes()
    {
        _repository.Write("modified.txt", "one\r\n2\n");
        _repository.Write("staged.txt", "two\n");
        _repository.Write("new file.txt", "new");
        _repository.Shell("git add staged.txt && rm deleted.sh turned && ln -s modified.txt turned && ln -s staged.txt link && chmod +x staged.txt");
    }

    private string Tree() => _repository.Shell("find . -path ./.git -prune -o -path ./.heck -prune -o \\( -type f -printf '%m %p ' -exec sha256sum {} ';' \\) -o -type l -printf '%p -> %l\\n' | sort");

    private string GitFolder() => string.Join('\n',
        from file in Directory.EnumerateFiles(Path.Combine(_repository.Root, ".git"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        select $"{file} {File.GetLastWriteTimeUtc(file).Ticks} {Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file)))}");

    private Task<Envelope<TPayload>> Run<TPayload>(VerbRequest<TPayload> request)
        where TPayload : class, IPayload =>
        new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root }).RunValidAsync(request, TestContext.Current.CancellationToken);
}
