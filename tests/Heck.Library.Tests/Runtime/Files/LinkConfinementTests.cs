using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Runtime.Files;

public sealed class LinkConfinementTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("link", "a.txt")]
    [InlineData("link", "nowhere/at/all")]
    [InlineData("link", ".")]
    [InlineData("src/deep/link", "../../a.txt")]
    [InlineData("src/deep/link", "../..")]
    [InlineData("link", "src/../a.txt")]
    [InlineData("link", "inside/../../a.txt")]
    [InlineData("link", "circle")]
    [InlineData("link", "link")]
    public void A_link_that_stays_inside_may_be_made_and_goes_again(string path, string target)
    {
        Tree();
        var before = _repository.Snapshot();
        _repository.Commit(new FileChangeSet().Add(Link(path, target)));
        Assert.Equal(target, new FileInfo(_repository.Full(path)).LinkTarget);
        Assert.DoesNotContain(".heck-tmp-", _repository.Snapshot(), StringComparison.Ordinal);
        _repository.Commit(new FileChangeSet().Add(new FileChange(RepoPath.Parse(path), new FileBody(_repository.Keep(target), IsLink: true), null)));
        Assert.Equal(before, _repository.Snapshot());
    }

    [Theory]
    [InlineData("link", "/etc/passwd", "an absolute path")]
    [InlineData("link", "..", "outside the repository")]
    [InlineData("link", "../x", "outside the repository")]
    [InlineData("src/link", "../../x", "outside the repository")]
    [InlineData("link", "src/../../x", "outside the repository")]
    [InlineData("link", "inside/../../../x", "outside the repository")]
    [InlineData("link", "outside/x", "a place outside the repository")]
    [InlineData("link", "outside", "a place outside the repository")]
    [InlineData("link", "toOutside/x", "a place outside the repository")]
    [InlineData("link", ".git/hooks", "'.git'")]
    [InlineData("src/link", "../.GIT/config", "'.GIT'")]
    [InlineData("link", ".heck/policy.yml", "'.heck'")]
    [InlineData("link", "C:/x", "an absolute path")]
    [InlineData("link", @"src\..\..\x", "parts folders on some systems")]
    [InlineData("link", "", "a link to nothing")]
    [InlineData("link", "a\0b", "NUL")]
    public void A_link_that_leads_out_is_refused_with_the_reason(string path, string target, string reason)
    {
        Tree();
        var before = _repository.Snapshot();
        var error = Assert.Throws<HeckException>(() => _repository.Commit(new FileChangeSet().Add(Link(path, target)))).Error;
        Assert.Equal(ErrorTable.PathRefused.Code, error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Equal(before, _repository.Snapshot());
    }

    [Fact]
    public void Two_links_of_one_change_do_not_lead_out_together()
    {
        Tree();
        var changes = new FileChangeSet().Add(Link("src/deep/up", "..")).Add(Link("link", "src/deep/up/../../x"));
        Assert.Throws<HeckException>(() => _repository.Commit(changes));
    }

    [Fact]
    public void A_file_of_the_change_below_a_link_of_the_change_is_refused()
    {
        var changes = new FileChangeSet().Add(Link("d", "src")).Create(RepoPath.Parse("d/x"), _repository.Keep("x"));
        Assert.Contains("where its folder should", Assert.Throws<HeckException>(() => _repository.Commit(changes)).Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Files_links_and_folders_take_each_other_s_place()
    {
        var file = _repository.Write("a", "file");
        var below = _repository.Write("b/x", "below");
        _repository.Write("c/y", "y");
        _repository.Write("c/e/z", "z");
        File.CreateSymbolicLink(_repository.Full("d"), "c");
        var before = _repository.Snapshot();
        var toC = new FileBody(_repository.Keep("c"), IsLink: true);
        var there = new FileChangeSet()
            .Add(new FileChange(RepoPath.Parse("a"), file, toC) { LinkTarget = "c"u8.ToArray() })
            .Delete(RepoPath.Parse("b/x"), below)
            .Add(new FileChange(RepoPath.Parse("b"), null, toC) { LinkTarget = "c"u8.ToArray() })
            .Add(new FileChange(RepoPath.Parse("d"), toC, null))
            .Create(RepoPath.Parse("d/y"), below)
            .Create(RepoPath.Parse("d/e/z"), below);
        var done = _repository.Commit(there);
        Assert.Equal(["c", "c", null], new[] { "a", "b", "d" }.Select(path => new FileInfo(_repository.Full(path)).LinkTarget));
        Assert.Equal(("below", "y"), (_repository.Text("d/y"), _repository.Text("c/y")));
        var back = new FileChangeSet();
        foreach (var change in done) back.Add(new FileChange(change.Path, change.After?.Body, change.Before?.Body) { IsRestored = true });
        _repository.Commit(back);
        Assert.Equal(before, _repository.Snapshot());
    }

    private void Tree()
    {
        _repository.Write("a.txt", "a");
        _repository.Write("src/deep/b.txt", "b");
        File.CreateSymbolicLink(_repository.Full("inside"), "src/deep");
        File.CreateSymbolicLink(_repository.Full("outside"), "/tmp");
        File.CreateSymbolicLink(_repository.Full("toOutside"), "./outside");
        File.CreateSymbolicLink(_repository.Full("circle"), "circle");
    }

    private FileChange Link(string path, string target) =>
        new(RepoPath.Parse(path), null, new FileBody(_repository.Keep(target), IsLink: true)) { LinkTarget = System.Text.Encoding.UTF8.GetBytes(target) };
}
