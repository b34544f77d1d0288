using Heck.Contracts;
using Heck.Integrations.Git;
using Heck.Runtime.Repositories;

namespace Heck.Library.Tests.Integrations.Git;

public sealed class GitRepositoryTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Commits_of_a_file_come_newest_first_and_over_renames()
    {
        Commit("old name.txt", "1\n2\n3\n4\n5\n6\n7\n8\n", "Add: the file, with \"quotes\" | and\ttab");
        Commit("other.txt", "x", "Something else");
        _repository.Git("mv", "old name.txt", "new.txt");
        Commit("new.txt", "1\n2\n3\n4\n5\n6\n7\neight\n", "Rename and change");
        var commits = await Repository.RecentCommitsAsync(RepoPath.Parse("new.txt"), 10, Token);
        Assert.Equal(["Rename and change", "Add: the file, with \"quotes\" | and\ttab"], commits.Select(commit => commit.Subject));
        Assert.Equal(await Repository.TryHeadCommitAsync(Token), commits[0].Hash);
        Assert.Equal("Tester", commits[0].Author);
        Assert.Single(await Repository.RecentCommitsAsync(RepoPath.Parse("new.txt"), 1, Token));
        Assert.Equal(3, (await Repository.RecentCommitsAsync(default, 10, Token)).Count);
    }

    [Fact]
    public async Task Commits_of_lines_are_those_that_touched_them()
    {
        Commit("a.txt", "1\n2\n3\n4\n5\n6\n7\n8\n", "Add");
        Commit("a.txt", "1\ntwo\n3\n4\n5\n6\n7\n8\n", "Change line 2");
        Commit("a.txt", "1\ntwo\n3\n4\n5\n6\n7\neight\n", "Change line 8");
        var path = RepoPath.Parse("a.txt");
        Assert.Equal(["Change line 2", "Add"], (await Repository.RecentCommitsAsync(path, 1, 3, 10, Token)).Select(commit => commit.Subject));
        Assert.Equal(3, (await Repository.RecentCommitsAsync(path, 90, 95, 10, Token)).Count);
    }

    [Fact]
    public async Task Where_there_is_no_repository_there_is_no_history()
    {
        var folder = Directory.CreateTempSubdirectory("heck-test-").FullName;
        var none = new GitRepository(RepositoryLayout.Locate(folder, folder));
        Assert.False(await none.IsRepositoryAsync(Token));
        Assert.Null(await none.TryHeadCommitAsync(Token));
        Assert.Empty(await none.RecentCommitsAsync(RepoPath.Parse("a.txt"), 10, Token));
        Directory.Delete(folder, recursive: true);
        Assert.True(await Repository.IsRepositoryAsync(Token));
        Assert.Null(await Repository.TryHeadCommitAsync(Token));
    }

    [Fact]
    public async Task A_hostile_configuration_runs_nothing()
    {
        Commit("a.txt", "1\n2\n", "Add");
        Commit("a.txt", "1\ntwo\n", "Change");
        var marker = Path.Combine(_repository.Root, ".git", "marker");
        foreach (var key in new[]
                 {
                     "core.fsmonitor", "core.pager", "core.sshCommand", "core.editor", "core.askPass", "core.alternateRefsCommand", "core.gitProxy", "pager.log", "credential.helper",
                     "diff.external", "diff.evil.command", "diff.evil.textconv", "filter.evil.clean", "filter.evil.smudge", "filter.evil.process",
                     "gpg.program", "gpg.ssh.program", "interactive.diffFilter", "alias.log", "alias.rev-parse", "uploadpack.packObjectsHook",
                 })
        {
            // As a program and, where the key takes a shell command, as one.
            _repository.Git("config", key, $"{(key.StartsWith("alias", StringComparison.Ordinal) ? "!" : "")}touch {marker}; echo");
        }

        foreach (var (key, value) in new[] { ("log.showSignature", "true"), ("extensions.partialClone", "evil"), ("remote.evil.promisor", "true"), ("remote.evil.url", $"ext::touch {marker}"), ("protocol.ext.allow", "always"), ("core.hooksPath", "hooks") })
            _repository.Git("config", key, value);
        _repository.Write(".gitattributes", "* diff=evil filter=evil\n");
        _repository.Write("a.txt", "changed in the tree");
        _repository.Shell($"mkdir hooks; for h in post-index-change reference-transaction pre-auto-gc post-checkout; do printf '#!/bin/sh\\ntouch {marker}\\n' > hooks/$h; chmod +x hooks/$h; done");

        Assert.True(await Repository.IsRepositoryAsync(Token));
        Assert.NotNull(await Repository.TryHeadCommitAsync(Token));
        Assert.Equal(2, (await Repository.RecentCommitsAsync(RepoPath.Parse("a.txt"), 10, Token)).Count);
        Assert.Equal(2, (await Repository.RecentCommitsAsync(RepoPath.Parse("a.txt"), 1, 2, 10, Token)).Count);
        // With an object gone, git would ask the promisor.
        _repository.Shell("rm -rf .git/objects/$(git -c core.fsmonitor= rev-parse HEAD~1^{tree} | cut -c1-2)");
        await Repository.RecentCommitsAsync(RepoPath.Parse("a.txt"), 1, 2, 10, Token);
        Assert.False(File.Exists(marker));

        // The configuration does bite where git is not hardened: the test could fail.
        _repository.Shell("(git diff; git status) 2>&1");
        Assert.True(File.Exists(marker));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private GitRepository Repository => new(_repository.Layout);

    private void Commit(string path, string content, string subject)
    {
        _repository.Write(path, content);
        _repository.Git("add", "-A");
        _repository.Git("-c", "user.name=Tester", "-c", "user.email=tester@example.invalid", "commit", "-q", "-m", subject);
    }
}
