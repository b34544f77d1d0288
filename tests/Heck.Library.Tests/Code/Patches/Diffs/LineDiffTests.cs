using CsCheck;
using Heck.Code.Patches.Diffs;

namespace Heck.Library.Tests.Code.Patches.Diffs;

public sealed class LineDiffTests
{
    private static readonly Gen<byte[]> Lines = Gen.Int[0, 4].Select(i => new[] { "a\n", "b\n", "c\n", "\n", "d" }[i]).Array[0, 40].Select(lines => System.Text.Encoding.UTF8.GetBytes(string.Concat(lines)));

    [Fact]
    public void The_edits_turn_one_side_into_the_other() => Gen.Select(Lines, Lines).Sample((old, @new) =>
    {
        var (oldLines, newLines) = (new ByteLines(old), new ByteLines(@new));
        using var result = new MemoryStream();
        var at = 0;
        foreach (var edit in LineDiff.Between(oldLines, newLines))
        {
            result.Write(oldLines.Slice(at, edit.OldStart - at));
            result.Write(newLines.Slice(edit.NewStart, edit.NewCount));
            at = edit.OldEnd;
        }

        result.Write(oldLines.Slice(at, oldLines.Count - at));
        Assert.Equal(@new, result.ToArray());
    });

    [Fact]
    public void The_edits_are_a_shortest_script() => Gen.Select(Lines, Lines).Sample((old, @new) =>
    {
        var (oldLines, newLines) = (new ByteLines(old), new ByteLines(@new));
        Assert.Equal(ShortestScript(oldLines, newLines), LineDiff.Between(oldLines, newLines).Sum(edit => edit.OldCount + edit.NewCount));
    });

    [Fact]
    public void Two_large_files_without_a_common_line_take_no_time()
    {
        var old = new ByteLines(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{i % 50_000}\n"))));
        var @new = new ByteLines(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Range(0, 100_000).Select(i => $"{(i * 7919) % 50_000}\n"))));
        Assert.NotEmpty(LineDiff.Between(old, @new));
    }

    // The textbook's table of longest common subsequences.
    private static int ShortestScript(ByteLines old, ByteLines @new)
    {
        var common = new int[old.Count + 1, @new.Count + 1];
        for (var i = 1; i <= old.Count; i++)
            for (var j = 1; j <= @new.Count; j++)
                common[i, j] = old[i - 1].SequenceEqual(@new[j - 1]) ? common[i - 1, j - 1] + 1 : Math.Max(common[i - 1, j], common[i, j - 1]);
        return old.Count + @new.Count - (2 * common[old.Count, @new.Count]);
    }
}
