using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Runtime.Files;

public sealed class PathGateTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData(".git/config", "lies in a .git")]
    [InlineData("sub/.GIT/hooks/pre-commit", "lies in a .git")]
    [InlineData(".git::$INDEX_ALLOCATION/config", "lies in a .git")]
    [InlineData("git~1/config", "lies in a .git")]
    [InlineData(".g\u200cit/config", "invisible character U+200C")]
    [InlineData(".heck/config.json", "lies in .heck")]
    [InlineData("a/.Heck/x", "lies in .heck")]
    [InlineData("C:/windows/x", "drive letter")]
    [InlineData("C:x", "drive letter")]
    [InlineData("a\\..\\b", "parts folders")]
    [InlineData("\\\\server\\share", "parts folders")]
    [InlineData("a/nul", "device")]
    [InlineData("a/Com1.txt", "device")]
    [InlineData("aux", "device")]
    [InlineData("a./b", "ends in a dot or blank")]
    [InlineData("b ", "ends in a dot or blank")]
    [InlineData("a\nb", "invisible character U+000A")]
    [InlineData("a\u001b[31m", "invisible character U+001B")]
    [InlineData("user\u202etxt.exe", "invisible character U+202E")]
    [InlineData("a\ud800b", "no Unicode text")]
    [InlineData("a\u2066b", "invisible character U+2066")]
    [InlineData("a\u061cb", "invisible character U+061C")]
    [InlineData("a\u200fb", "invisible character U+200F")]
    [InlineData("a\ufeffb", "invisible character U+FEFF")]
    [InlineData(".g\u202eit/config", "invisible character U+202E")]
    [InlineData("a\U000e0041b", "invisible character U+E0041")]
    [InlineData("a\u3164b", "invisible character U+3164")]
    [InlineData("a\u2028b", "invisible character U+2028")]
    [InlineData("a\u0085b", "invisible character U+0085")]
    [InlineData("a\u007fb", "invisible character U+007F")]
    [InlineData(".git", "lies in a .git")]
    [InlineData(".GiT/x", "lies in a .git")]
    [InlineData("x/.git ", "ends in a dot or blank")]
    [InlineData(".git./x", "ends in a dot or blank")]
    [InlineData("GIT~1", "lies in a .git")]
    [InlineData("git~12/x", "lies in a .git")]
    [InlineData("sub/.git:stream", "lies in a .git")]
    [InlineData(".heck", "lies in .heck")]
    [InlineData(".hec\u212a/config.json", "lies in .heck")]
    [InlineData("HECK~1/config.json", "lies in .heck")]
    [InlineData(".heck::$DATA", "lies in .heck")]
    [InlineData("z:", "drive letter")]
    [InlineData("//server/share", null)]
    [InlineData("/etc/passwd", null)]
    [InlineData("../x", null)]
    [InlineData("a/../../x", null)]
    [InlineData("a/./x", null)]
    [InlineData("a//x", null)]
    [InlineData("a/", null)]
    [InlineData("a\0b", null)]
    [InlineData("..\\x", "parts folders")]
    [InlineData("CON", "device")]
    [InlineData("con.tar.gz", "device")]
    [InlineData("PRN .txt", "device")]
    [InlineData("a/lpt\u00b9", "device")]
    [InlineData("CONOUT$", "device")]
    [InlineData("nul:", "device")]
    [InlineData("a/b. /c", "ends in a dot or blank")]
    [InlineData("...", "ends in a dot or blank")]
    public void A_name_that_some_system_cannot_hold_is_refused(string path, string? reason)
    {
        // Where no reason is given, the text is no path at all, as every front's reading says first.
        Assert.Equal(reason is not null, RepoPath.TryParse(path, out var parsed));
        if (reason is not null) Assert.Contains(reason, PathNames.ReasonAgainst(parsed), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("src/a b.ts")]
    [InlineData(".gitignore")]
    [InlineData(".github/workflows/ci.yml")]
    [InlineData("git/x")]
    [InlineData("naïve/日本語.txt")]
    [InlineData("console.log")]
    [InlineData("nullable.cs")]
    [InlineData("man/Foo::Bar.3pm")]
    [InlineData("...x")]
    public void An_ordinary_name_passes(string path) => Assert.Null(PathNames.ReasonAgainst(RepoPath.Parse(path)));

    [Fact]
    public void A_name_of_300_bytes_is_refused() => Assert.NotNull(PathNames.ReasonAgainst(RepoPath.Parse(new string('ä', 150))));

    [Fact]
    public void A_link_on_the_way_is_refused_and_nothing_is_written_behind_it()
    {
        using var elsewhere = new TemporaryRepository();
        Directory.CreateSymbolicLink(_repository.Full("link"), elsewhere.Root);
        AssertRefused("link/deep/file.txt", "'link' is a link");
        Assert.Empty(Directory.EnumerateFileSystemEntries(elsewhere.Root));
    }

    [Fact]
    public void A_link_as_the_target_is_refused()
    {
        _repository.Write("real.txt", "x");
        File.CreateSymbolicLink(_repository.Full("link.txt"), "real.txt");
        AssertRefused("link.txt", "it is a link");
        File.CreateSymbolicLink(_repository.Full("dangling.txt"), "nowhere");
        AssertRefused("dangling.txt", "it is a link");
    }

    [Fact]
    public void A_nested_repository_is_refused()
    {
        Directory.CreateDirectory(_repository.Full("sub/.git"));
        AssertRefused("sub/file.txt", "repository of its own");
        _repository.Write("module/.git", "gitdir: elsewhere");
        AssertRefused("module/file.txt", "repository of its own");
    }

    [Fact]
    public void A_file_or_folder_in_the_way_is_refused()
    {
        _repository.Write("file", "x");
        AssertRefused("file/below", "is a file, not a folder");
        Directory.CreateDirectory(_repository.Full("folder"));
        AssertRefused("folder", "it is a folder");
    }

    [Fact]
    public void A_new_name_that_differs_only_by_case_is_refused()
    {
        _repository.Write("src/Readme.md", "x");
        AssertRefused("src/README.md", "'Readme.md' is there already");
        AssertRefused("SRC/other.md", "'src' is there already");
        AssertRefused(["new/a.txt", "new/A.txt"], "the same name on some systems");
        AssertRefused(["one/a.txt", "ONE/b.txt"], "the same name on some systems");
    }

    [Theory]
    [InlineData("\u00e9t\u00e9.txt", "e\u0301te\u0301.txt")]
    [InlineData("STRASSE", "stra\u00dfe")]
    [InlineData("\ud55c\uae00", "\u1112\u1161\u11ab\u1100\u1173\u11af")]
    [InlineData("\u212bngstr\u00f6m", "\u00c5NGSTRO\u0308M")]
    [InlineData("q\u0307\u0323", "q\u0323\u0307")]
    [InlineData("\ufb01le", "FILE")]
    [InlineData("\U00010400", "\U00010428")]
    public void A_new_name_that_is_an_existing_one_written_otherwise_is_refused(string there, string twin)
    {
        _repository.Write($"src/{there}", "x");
        AssertRefused($"src/{twin}", "is there already and is the same name");
        AssertRefused([$"new/{there}/a", $"new/{twin}/b"], "the same name on some systems");
    }

    [Fact]
    public void A_rename_that_changes_only_case_passes()
    {
        var before = _repository.Write("readme.md", "x");
        _repository.Commit(new FileChangeSet().Delete(RepoPath.Parse("readme.md"), before).Create(RepoPath.Parse("README.md"), before));
        Assert.Equal("x", _repository.Text("README.md"));
    }

    private void AssertRefused(string path, string reason) => AssertRefused([path], reason);

    private void AssertRefused(string[] paths, string reason)
    {
        var changes = new FileChangeSet();
        foreach (var path in paths) changes.Create(RepoPath.Parse(path), _repository.Keep("new"));
        var error = Assert.Throws<HeckException>(() => _repository.Commit(changes)).Error;
        Assert.Equal(ErrorTable.PathRefused.Code, error.Code);
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }
}
