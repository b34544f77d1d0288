using System.Text;
using CsCheck;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Refactoring.Edits;

public sealed class EditSetTests
{
    private static readonly RepoPath File = RepoPath.Parse("a.ts");

    [Fact]
    public void Bytes_outside_of_edits_stay_and_offsets_move_with_them()
    {
        var edits = new EditSet([(File, new TextEdit(8, 3, "longer")), (File, new TextEdit(2, 1, "")), (File, new TextEdit(8, 3, "longer"))]);
        Assert.Equal("ab\r\n\tdelongerij"[..4] + "\tde", Apply(edits, "abc\r\n\tde123ij")[..7]);
        Assert.Equal("ab\r\n\tdelongerij", Apply(edits, "abc\r\n\tde123ij"));
        Assert.Equal([0, 1, 2, 2, 7, 13], new[] { 0, 1, 2, 3, 8, 11 }.Select(o => edits.MapOffset(File, o)));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void Encoding_and_byte_order_mark_stay(string name, bool marked)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. marked ? encoding.GetPreamble() : [], .. encoding.GetBytes("é = old;")];
        var edits = new EditSet([(File, new TextEdit(5, 3, "neü"))]);
        Assert.Equal([.. encoding.GetPreamble(), .. encoding.GetBytes("é = neü;")], edits.Apply(File, SourceText.TryDecode(bytes)!));
    }

    [Fact]
    public void Overlapping_edits_are_a_defect_that_is_named() =>
        Assert.Contains("a.ts overlap at 3", Assert.Throws<InvalidOperationException>(() => new EditSet([(File, new TextEdit(1, 3, "x")), (File, new TextEdit(3, 1, "y"))])).Message, StringComparison.Ordinal);

    [Fact]
    public void What_lies_between_edits_is_found_again_where_it_is_said_to_be() =>
        Gen.Int[1, 4].List[1, 12].Select(Gen.String[Gen.Char.AlphaNumeric, 0, 5]).Sample((lengths, inserted) =>
        {
            var (text, edits, kept) = ("", new List<(RepoPath, TextEdit)>(), new List<int>());
            foreach (var length in lengths)
            {
                kept.Add(text.Length);
                text += "|";
                edits.Add((File, new TextEdit(text.Length, length, inserted)));
                text += new string('x', length);
            }

            var set = new EditSet(edits);
            var after = Apply(set, text);
            Assert.Equal(string.Concat(lengths.Select(_ => "|" + inserted)), after);
            Assert.All(kept, at => Assert.Equal('|', after[set.MapOffset(File, at)]));
        });

    private static string Apply(EditSet edits, string text) => Encoding.UTF8.GetString(edits.Apply(File, SourceText.TryDecode(Encoding.UTF8.GetBytes(text))!));
}
