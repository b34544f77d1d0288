using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using System.Text;
using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Code.Patches;
using Heck.Library.Tests.Runtime;
using Heck.Verbs.PatchApply;

namespace Heck.Library.Tests.Verbs.Patches;

/// <summary>Diffs and trees that mean harm: the tree stays as it was, or becomes what is right, and nothing outside of it changes.</summary>
public sealed class HostileReplyTests : IDisposable
{
    // Far more than a busy machine needs, far less than what is without bounds.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly TempRepository _repository = new();
    private readonly TemporaryRepository _outside = new();

    public HostileReplyTests()
    {
        _outside.Write("victim.txt", "one\n");
        _repository.Write("a.txt", "one\n");
        _repository.Write("src/b.txt", "one\n");
    }

    public void Dispose()
    {
        _repository.Dispose();
        _outside.Dispose();
    }

    [Theory]
    [InlineData("../OUTSIDE")]
    [InlineData("/OUTSIDE")]
    [InlineData(".git")]
    [InlineData(".heck")]
    [InlineData("src")]
    public Task A_link_that_one_section_makes_is_no_folder_for_the_next(string target) =>
        RefusedAsync(Link("way", target.Replace("/OUTSIDE", _outside.Root, StringComparison.Ordinal).Replace("OUTSIDE", Path.GetFileName(_outside.Root), StringComparison.Ordinal)) + New("way/b.txt", "two"), "path.");

    [Fact]
    public async Task A_link_that_one_patch_makes_is_no_folder_for_the_next_patch()
    {
        Assert.Null((await ApplyAsync(Link("way", "src"))).Error);
        await RefusedAsync(New("way/c.txt", "two"), "path.refused");
        await RefusedAsync(Modified("way/b.txt"), "path.refused");
        await RefusedAsync("diff --git a/way/b.txt b/way/b.txt\ndeleted file mode 100644\n--- a/way/b.txt\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n", "path.refused");
    }

    [Fact]
    public async Task A_link_takes_a_folder_s_name_only_when_the_folder_goes()
    {
        await RefusedAsync(Link("src", "a.txt"), "p");
        await RefusedAsync("diff --git a/src/b.txt b/moved.txt\nsimilarity index 100%\nrename from src/b.txt\nrename to moved.txt\n" + Link("src", "../../etc"), "path.refused");
    }

    /// <summary>The same name for some file system, or for somebody who reads it.</summary>
    [Theory]
    [InlineData("A.txt")]
    [InlineData("./a.txt")]
    [InlineData("src/../a.txt")]
    [InlineData("src//b.txt")]
    [InlineData("a.txt ")]
    [InlineData("a.txt.")]
    [InlineData("SRC/c.txt")]
    [InlineData("a.t\u200dxt")]
    [InlineData("\uff0egit/config")]
    [InlineData(".g\u0131t/config")]
    [InlineData(".git\u200c/config")]
    public Task A_second_spelling_of_a_name_is_refused(string name) => name is "\uff0egit/config" or ".g\u0131t/config"
        ? RightAsync(New(name, "two"), name)
        : RefusedAsync(New(name, "two"), "p");

    [Theory]
    [InlineData("\"b/a\\000.txt\"")]
    [InlineData("\"b/a\\n.txt\"")]
    [InlineData("\"b/\\377\\376\"")]
    [InlineData("\"b/\\300\\256\\300\\256/x\"")]
    [InlineData("\"b/\\056\\056/x\"")]
    [InlineData("\"b/\\056git/x\"")]
    [InlineData("\"/etc/x\"")]
    [InlineData("b//etc/x")]
    [InlineData("b/COM1")]
    [InlineData("b/\u0430/../../x")]
    public Task A_quoted_name_hides_nothing(string quoted) => RefusedAsync($"--- /dev/null\n+++ {quoted}\n@@ -0,0 +1 @@\n+two\n", "pa");

    [Theory]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -1,2147483647 +1,2147483647 @@\n-one\n+two\n")]
    [InlineData("diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1,99999999999999999999 +1 @@\n-one\n+two\n")]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -2147483647 +2147483647 @@\n-nothing\n+two\n")]
    [InlineData("diff --git a/a.txt b/a.txt\nindex 1..2 100644\nGIT binary patch\nliteral 2147483647\nHcmV?d00001\n\n")]
    [InlineData("diff --git a/a.txt b/a.txt\nindex 1..2 100644\nGIT binary patch\nliteral 268435456\nHcmV?d00001\n\n")]
    [InlineData("diff --git a/a.txt b/a.txt\nindex 1..2 100644\nGIT binary patch\ndelta 99999999999\nHcmV?d00001\n\n")]
    public Task Giant_numbers_cost_nothing(string diff) => RefusedAsync(diff, "patch.");

    [Fact]
    public async Task Another_name_of_a_file_keeps_its_content()
    {
        _repository.Shell($"ln a.txt other.txt; ln {_outside.Full("victim.txt")} inside.txt");
        await RightAsync(Modified("a.txt") + Modified("inside.txt"), "a.txt", "inside.txt");
        Assert.Equal(("one\n", "one\n"), (Text("other.txt"), _outside.Text("victim.txt")));
    }

    /// <summary>To open some of them for reading waits for ever, or never ends.</summary>
    [Theory]
    [InlineData("mkfifo it")]
    [InlineData("mknod it c 1 5")]
    [InlineData("mknod it c 1 3")]
    [InlineData("socket")]
    [InlineData("mkdir it")]
    public async Task What_is_no_file_is_neither_read_nor_replaced(string make)
    {
        using var socket = make == "socket" ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : null;
        socket?.Bind(new UnixDomainSocketEndPoint(Full("it")));
        if (socket is null) Assert.SkipWhen(_repository.Shell($"{make} 2> /dev/null && echo made") != "made\n", "needs root");
        foreach (var diff in new[]
        {
            Modified("it"), New("it", "two"), New("it/below.txt", "two"), "diff --git a/it b/it\nold mode 100644\nnew mode 100755\n",
            "diff --git a/it b/it\ndeleted file mode 100644\n--- a/it\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n", "diff --git a/it b/away\nsimilarity index 100%\nrename from it\nrename to away\n",
            "diff --git a/a.txt b/it\nsimilarity index 100%\ncopy from a.txt\ncopy to it\n", "*** Begin Patch\n*** Update File: it\n@@\n-one\n+two\n*** End Patch\n",
            "*** Begin Patch\n*** Add File: it\n+two\n*** End Patch\n", "*** Begin Patch\n*** Delete File: it\n*** End Patch\n", "it\n<<<<<<< SEARCH\none\n=======\ntwo\n>>>>>>> REPLACE\n",
        })
        {
            if (make == "mkdir it" && diff.Contains("it/below.txt", StringComparison.Ordinal)) continue;
            await RefusedAsync(diff, "");
        }
    }

    [Fact]
    public async Task A_file_that_nobody_may_change_stops_the_whole()
    {
        _repository.Write("fixed.txt", "one\n");
        Assert.SkipWhen(_repository.Shell("chattr +i fixed.txt 2> /dev/null && echo fixed") != "fixed\n", "needs root and a file system with immutable files");
        try
        {
            await RefusedAsync(Modified("a.txt") + Modified("fixed.txt") + New("z.txt", "two"), "files.io");
            await RefusedAsync(Modified("a.txt") + "diff --git a/fixed.txt b/fixed.txt\nold mode 100644\nnew mode 100755\n", "files.io");
        }
        finally
        {
            _repository.Shell("chattr -i fixed.txt");
        }
    }

    [Fact]
    public async Task A_folder_that_is_closed_to_the_user_stops_the_whole()
    {
        Assert.SkipWhen(_repository.Shell("chmod -R a+rwX . && mkdir -m 777 closed sticky && printf 'one\\n' | tee closed/b.txt > sticky/b.txt && chmod 555 closed && chmod 1777 sticky && setpriv --reuid 65534 --clear-groups true && echo so") != "so\n", "needs root and setpriv");
        foreach (var folder in new[] { "closed", "sticky" })
        {
            _repository.Shell("rm -rf .heck; chown -R 65534 . ; chown 0 closed closed/b.txt sticky sticky/b.txt");
            var before = _repository.Shell("git hash-object a.txt src/b.txt closed/b.txt sticky/b.txt; ls -R");
            await File.WriteAllTextAsync(Full(".git/one.diff"), Modified("a.txt") + Modified($"{folder}/b.txt") + New("z.txt", "two"), TestContext.Current.CancellationToken);
            var said = _repository.Shell($"HOME=/ DOTNET_CLI_HOME=/tmp setpriv --reuid 65534 --clear-groups dotnet exec {Path.Combine(AppContext.BaseDirectory, "Heck.TestChild.dll")} apply-diff {_repository.Root} .git/one.diff");
            Assert.StartsWith("files.io", said, StringComparison.Ordinal);
            Assert.Equal(before, _repository.Shell("git hash-object a.txt src/b.txt closed/b.txt sticky/b.txt; ls -R"));
        }
    }

    [Fact]
    public async Task A_sparse_file_of_four_gigabytes_is_refused_at_once()
    {
        _repository.Shell("truncate -s 4G huge.bin; truncate -s 1G large.bin");
        var watch = Stopwatch.StartNew();
        foreach (var name in new[] { "huge.bin", "large.bin" })
        {
            foreach (var diff in new[] { Modified(name), $"diff --git a/{name} b/moved\nsimilarity index 100%\nrename from {name}\nrename to moved\n", $"*** Begin Patch\n*** Update File: {name}\n@@\n-one\n+two\n*** End Patch\n" })
                Assert.Equal(ErrorTable.PatchTooLarge.Code, (await ApplyAsync(diff)).Error?.Code);
        }

        Assert.True(watch.Elapsed < Patience, $"{watch.Elapsed}");
        // A large file beside the others is nobody's business.
        Assert.Null((await ApplyAsync(Modified("a.txt"))).Error);
        Assert.Equal("two\n", Text("a.txt"));
    }

    /// <summary>Lines that are alike make every place look like a beginning of the hunk.</summary>
    [Fact]
    public async Task Hunks_that_fit_nearly_everywhere_are_searched_for_in_bounds()
    {
        var alike = string.Concat(Enumerable.Repeat("same\n", 200_000));
        _repository.Write("alike.txt", alike);
        var hunk = new StringBuilder("diff --git a/alike.txt b/alike.txt\n--- a/alike.txt\n+++ b/alike.txt\n@@ -1000,100001 +1000,100002 @@\n");
        for (var i = 0; i < 100_000; i++) hunk.Append(" same\n");
        var watch = Stopwatch.StartNew();
        await RefusedAsync(hunk + "+new\n other\n", "patch.too_large");
        Assert.True(watch.Elapsed < Patience, $"{watch.Elapsed}");
    }

    [Fact]
    public async Task Many_hunks_that_fit_nowhere_near_are_searched_for_in_bounds()
    {
        _repository.Write("lines.txt", string.Concat(Enumerable.Range(0, 300_000).Select(i => $"{i}\n")));
        var diff = new StringBuilder("diff --git a/lines.txt b/lines.txt\n--- a/lines.txt\n+++ b/lines.txt\n");
        for (var i = 0; i < 100_000; i++) diff.Append(CultureInfo.InvariantCulture, $"@@ -{(3 * i) + 200_000} +{(3 * i) + 200_000} @@\n-{3 * i}\n+x\n");
        var watch = Stopwatch.StartNew();
        _ = await ApplyAsync(diff.ToString());
        Assert.True(watch.Elapsed < Patience, $"{watch.Elapsed}");
    }

    /// <summary>A few kilobytes that unpack to very many.</summary>
    [Fact]
    public async Task Packed_content_that_swells_is_bounded_over_the_whole_diff()
    {
        using var text = new Heck.Code.Patches.Formats.DiffText();
        var zeros = new byte[100 << 20];
        for (var i = 0; i < 3; i++)
        {
            text.Line($"diff --git a/zeros{i} b/zeros{i}\nnew file mode 100644\nindex {new string('0', 40)}..{new string('1', 40)}\nGIT binary patch");
            Heck.Code.Patches.Formats.BinaryDiff.WriteLiteral(text, zeros);
            Heck.Code.Patches.Formats.BinaryDiff.WriteLiteral(text, []);
        }

        await RefusedAsync(Encoding.UTF8.GetString(text.ToArray()), "patch.too_large");
    }

    private async Task RefusedAsync(string diff, string code)
    {
        var (before, git, outside) = (GitTree.Read(_repository.Root), _repository.Shell("find .git -type f | sort | xargs sha1sum"), _outside.Snapshot());
        var error = (await ApplyAsync(diff).WaitAsync(Patience, TestContext.Current.CancellationToken)).Error;
        Assert.True(error is not null, $"taken: {diff[..Math.Min(diff.Length, 200)]}");
        Assert.StartsWith(code, error.Code, StringComparison.Ordinal);
        Assert.NotEqual(ErrorTable.Internal.Code, error.Code);
        Assert.Null(before.DifferenceFrom(GitTree.Read(_repository.Root)));
        Assert.Equal((git, outside), (_repository.Shell("find .git -type f | sort | xargs sha1sum"), _outside.Snapshot()));
    }

    private async Task RightAsync(string diff, params string[] changed)
    {
        var expected = GitTree.Read(_repository.Root);
        Assert.Null((await ApplyAsync(diff)).Error?.Message);
        foreach (var name in changed) expected[name] = ("two\n"u8.ToArray(), Heck.Code.Patches.GitFileMode.Regular);
        Assert.Null(expected.DifferenceFrom(GitTree.Read(_repository.Root)));
    }

    private Task<Envelope<PatchApplyPayload>> ApplyAsync(string diff)
    {
        var engine = new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root, Input = () => new MemoryStream(Encoding.UTF8.GetBytes(diff)) });
        return Task.Run(() => engine.RunAsync(new PatchApplyRequest { Diff = "-", Yes = true }, TestContext.Current.CancellationToken));
    }

    private string Full(string path) => Path.Combine(_repository.Root, path);

    private string Text(string path) => File.ReadAllText(Full(path));

    private static string Modified(string name) => $"diff --git a/{name} b/{name}\n--- a/{name}\n+++ b/{name}\n@@ -1 +1 @@\n-one\n+two\n";

    private static string New(string name, string line) => $"diff --git a/{name} b/{name}\nnew file mode 100644\n--- /dev/null\n+++ b/{name}\n@@ -0,0 +1 @@\n+{line}\n";

    private static string Link(string name, string target) => $"diff --git a/{name} b/{name}\nnew file mode 120000\n--- /dev/null\n+++ b/{name}\n@@ -0,0 +1 @@\n+{target}\n\\ No newline at end of file\n";
}
