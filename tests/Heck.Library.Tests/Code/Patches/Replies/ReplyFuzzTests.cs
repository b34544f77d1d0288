using System.Text;
using CsCheck;
using Heck.Code.Patches.Checks;
using Heck.Code.Patches.Replies;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Runtime;

namespace Heck.Library.Tests.Code.Patches.Replies;

/// <summary>Whatever a reply holds, it is read and placed, or refused with an error of the table; nothing is written meanwhile.</summary>
public class ReplyFuzzTests
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("HECK_LONG") == "1";
    private static readonly string[] Pieces =
    [
        "*** Begin Patch\n", "*** End Patch\n", "*** Update File: a.py\n", "*** Add File: ../x\n", "*** Delete File: a.py\n", "*** Move to: .git/x\n", "*** End of File\n", "@@ class A:\n", "@@ -1,2 +1,9 @@\n", "@@\n",
        "<<<<<<< SEARCH\n", "=======\n", ">>>>>>> REPLACE\n", "--- a/a.py\n", "+++ b/a.py\n", "diff --git a/a.py b/a.py\n", "rename from a.py\n", "new file mode 120000\n", "\\ No newline at end of file\n", "```\n", "~~~~diff\n",
        "+", "-", " ", "\n", "\r", "\0", "\uFEFF", "’", "a.py\n", "// ... existing code ...\n", "@@ -99999999999,1 +1 @@\n", "\"\\777\"",
    ];

    [Fact]
    public void A_reply_with_pieces_lost_doubled_and_foreign_is_read_or_refused()
    {
        using var repository = new TemporaryRepository();
        repository.Write("a.py", "import os\n\n\nclass A:\n    def run(self):\n        x = 1\n        return x\n");
        repository.Write("a.txt", "a\r\nb\nc");
        var before = repository.Snapshot();
        var replies = Directory.EnumerateFiles(ReplyCase.Root, "reply", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(File.ReadAllText).ToArray();
        Mutations(replies).Sample(reply => Replay(repository, Encoding.UTF8.GetBytes(reply)), iter: IsLong ? 200_000 : 1_000, threads: 1);
        Assert.Equal(before, repository.Snapshot());
    }

    private static void Replay(TemporaryRepository repository, byte[] reply)
    {
        foreach (var form in new ReplyForm?[] { null, ReplyForm.Unified, ReplyForm.V4a, ReplyForm.Blocks })
        {
            try
            {
                if (ReplyReader.Read(reply, form, path => File.Exists(repository.Full(path))) is not { } read) continue;
                _ = new ReplyReplay(repository.Layout, new Dictionary<Heck.Contracts.RepoPath, Heck.Contracts.ContentHash>(), new SyntaxGate(TimeProvider.System)).Replay(read.Files, TestContext.Current.CancellationToken);
            }
            catch (HeckException)
            {
            }
        }
    }

    private static Gen<string> Mutations(string[] replies) =>
        from reply in Gen.Int[0, replies.Length - 1].Select(i => replies[i])
        from edits in Gen.Select(Gen.Double[0, 1], Gen.Int[0, 30], Gen.Int[0, Pieces.Length - 1]).Array[1, 5]
        select edits.Aggregate(reply, (text, edit) =>
        {
            var at = (int)(edit.Item1 * text.Length);
            return text[..at] + Pieces[edit.Item3] + text[Math.Min(text.Length, at + edit.Item2)..];
        });
}
