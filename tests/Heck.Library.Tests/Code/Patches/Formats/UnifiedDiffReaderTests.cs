using System.Text;
using Heck.Code.Patches;
using Heck.Code.Patches.Formats;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Runtime;

namespace Heck.Library.Tests.Code.Patches.Formats;

public sealed class UnifiedDiffReaderTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData("", "no diff")]
    [InlineData("hello\n", "no diff")]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1 @@\n-one\n", "Line 5 of the diff: the diff ends in the middle of a hunk")]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two", "ends in the middle")]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n+three\n", "Line 6 of the diff: the hunk has more lines")]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n one\n+two\n", "more lines than its header counts")]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -1,2 +1 @@\n+one\n+two\n", "other lines than its header counts")]
    [InlineData("@@ -1 +1 @@\n-one\n+two\n", "belongs to no file")]
    [InlineData("diff --git a/x b/x\nnew mode 100755\n", "a new mode without the old one")]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n@@ -17,10 ", "Line 6 of the diff: the header of this hunk is not whole")]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n@", "the header of this hunk is not whole")]
    [InlineData("diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n", "a hunk should follow")]
    [InlineData("diff --git a/a.txt b/a.txt\nindex 111..222 100644\nBinary files a/a.txt and b/a.txt differ\n", "not in the diff")]
    [InlineData("diff --git a/m b/m\nindex 1111111..2222222 160000\n--- a/m\n+++ b/m\n@@ -1 +1 @@\n-Subproject commit 1\n+Subproject commit 2\n", "Line 1 of the diff changes 'm', which is a submodule")]
    [InlineData("diff --git a/l b/l\nold mode 100644\nnew mode 120000\n", "cannot follow each other in one section")]
    [InlineData("diff --git a/x b/x\nindex 5626abf..0000000\n--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-one\n", "are not what the headers say")]
    [InlineData("diff --git a/x b/x\n--- /dev/null\n+++ b/x\n@@ -0,0 +1 @@\n+one\n", "are not what the headers say")]
    [InlineData("diff --cc a.txt\nindex 1,2..3\n--- a/a.txt\n+++ b/a.txt\n@@@ -1,1 -1,1 +1,1 @@@\n- one\n -two\n++three\n", "the combined diff of a merge")]
    [InlineData("diff --git a/a.bin b/a.bin\nindex 1111111..2222222 100644\nliteral 3\nKcmZ\n\n", "the section has no content")]
    [InlineData("diff --git a/a.txt b/a.txt\n", "the section has no content")]
    [InlineData("diff --git a/l b/l\nold mode 100644\nnew mode 059348\n", "cannot follow each other")]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n\\ No newl", "is not whole")]
    [InlineData("--- a/../x\n+++ b/../x\n@@ -1 +1 @@\n-one\n+two\n", "no path inside the repository")]
    [InlineData("--- a/a.txt\n+++ b/a.txt\n@@ -99999999999,1 +1 @@\n-one\n+two\n", "a number is too large")]
    [InlineData("diff --git a/x b/y\nsimilarity index 100%\nrename from x\nrename to y", "Line 4 of the diff: the diff ends in the middle of this line")]
    [InlineData("diff --git a/x b/x\nold mode 100644\nnew mode 100755", "the diff ends in the middle of this line")]
    [InlineData(Binary + "delta 18\nZcmbO)uu@=yJO@`Qn|y=Ap>hUpP5?8u1mOSx\n\ndelta 7\nOcmZ1}FkfJUJO=;@w*o)_\n", "ends in the middle of a binary patch")]
    [InlineData(Binary + "literal 0\nHcmV?d00001\n\nliteral 0\n\nHcmV?d00001\n", "cannot be unpacked")]
    [InlineData(Binary + "literal 20\nccmaDFJa^yj64iYSxxdfvc|PlF$JKd10e>G20{{R3\n\nliteral 75\nzcmd1F%u7|URIuR60Wk~>6fAflObZ1QxR{|CR1hd{2vnf0t*wxxU%|`8iNvk|0KsMv\n\nA1ONa4\n", "cannot be unpacked")]
    public void A_malformed_diff_is_refused_with_the_line(string diff, string reason)
    {
        var error = Assert.Throws<HeckException>(() => UnifiedDiffReader.Read(Encoding.UTF8.GetBytes(diff))).Error;
        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
    }

    private const string Binary = "diff --git a/z b/z\nindex 65da110ac1c817dce4e1eed1a0320ca7a4b32b3e..90271de9ba6f58977f1a67a3619847f630e4be41 100644\nGIT binary patch\n";

    [Fact]
    public void A_mail_around_the_diff_is_passed_over()
    {
        _repository.Write("a.txt", "one\n");
        Assert.Equal("two\n", Replay("From: someone\nSubject: x\n\n---\n a.txt | 2 +-\n\ndiff --git a/a.txt b/a.txt\nindex 1..2 100644\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1 @@\n-one\n+two\n-- \n2.39\n\n"));
    }

    [Fact]
    public void A_hunk_that_moved_is_found_where_its_lines_are_if_that_is_one_place()
    {
        _repository.Write("a.txt", "new\nlines\nabove\n1\n2\n3\n4\n5\n6\n7\n");
        Assert.Equal("new\nlines\nabove\n1\n2\n3\nfour\n5\n6\n7\n", Replay("--- a/a.txt\n+++ b/a.txt\n@@ -2,5 +2,5 @@\n 2\n 3\n-4\n+four\n 5\n 6\n"));
    }

    [Fact]
    public void A_hunk_whose_lines_are_there_twice_is_refused_with_both_places()
    {
        _repository.Write("a.txt", "0\nx\ny\nz\n0\nx\ny\nz\n0\n");
        Assert.Contains("at lines 2, 6", Refused("--- a/a.txt\n+++ b/a.txt\n@@ -4,3 +4,3 @@\n x\n-y\n+why\n z\n"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("@@ -1,2 +1,2 @@\n-one\n+ONE\n Two\n", "its old lines are not there")]
    [InlineData("@@ -5,0 +6 @@\n+line\n", "no context")]
    public void A_hunk_that_does_not_fit_is_refused(string hunk, string reason)
    {
        _repository.Write("a.txt", "one\ntwo\n");
        Assert.Contains(reason, Refused("--- a/a.txt\n+++ b/a.txt\n" + hunk), StringComparison.Ordinal);
    }

    [Fact]
    public void A_diff_of_another_files_content_is_not_forced_on_a_file_that_is_there()
    {
        _repository.Write("a.txt", "a user's\n");
        Assert.Contains("there is such a file already", Refused("--- /dev/null\n+++ b/a.txt\n@@ -0,0 +1 @@\n+one\n"), StringComparison.Ordinal);
        Assert.Equal("a user's\n", _repository.Text("a.txt"));
    }

    private string Replay(string diff) => Encoding.UTF8.GetString(new DiffReplay(_repository.Layout).Replay(UnifiedDiffReader.Read(Encoding.UTF8.GetBytes(diff))).Single().After!);

    private string Refused(string diff)
    {
        var error = Assert.Throws<HeckException>(() => Replay(diff)).Error;
        Assert.Equal(ErrorTable.PatchStale.Code, error.Code);
        Assert.Equal("a.txt", (string?)error.Details!["places"]![0]!["path"]);
        return error.Message;
    }
}
