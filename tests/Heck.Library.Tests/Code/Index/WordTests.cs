using System.Text;
using CsCheck;
using Heck.Code.Index.Building;
using Heck.Code.Index.Querying;

namespace Heck.Library.Tests.Code.Index;

public sealed class WordTests
{
    [Theory]
    [InlineData("getUserID = max_size;", "getUserID ~get ~User ~ID max_size ~max ~size")]
    [InlineData("XMLParser", "XMLParser ~XML ~Parser")]
    [InlineData("a a a", "a a")]
    [InlineData("`${name} $other`", "$ name $other other ~other")]
    [InlineData("naïve—Straße", "naïve ~naïve Straße ~straße")]
    [InlineData("__init__", "__init__ ~init")]
    [InlineData("0x1F 12345678901234567890", "0x1F")]
    public void A_text_gives_its_words_and_their_parts(string text, string expected)
    {
        var body = new List<byte>();
        new WordCollector().Collect(Encoding.UTF8.GetBytes(text), body);
        Assert.Equal(expected, Encoding.UTF8.GetString([.. body]).TrimEnd());
    }

    [Fact]
    public void Every_word_of_every_text_finds_its_file()
    {
        var words = Gen.OneOf("apple", "pearTree", "PearTree", "$x", "naïve", "_y", "日本語", "x1", "ǅ", "a\u0301b", "clé$");
        var between = Gen.OneOf(" ", ".", "\n", "—", "(", "\"", "\\", "😀");
        Gen.Select(words, between).Array[0, 40].Sample(
            pairs =>
            {
                using var tree = new IndexedTree();
                tree.With("x.txt", string.Concat(pairs.Select(p => p.Item1 + p.Item2))).Build();
                foreach (var (word, _) in pairs) Assert.Single(tree.Reader.FilesWithWord(word));
                Assert.Empty(tree.Reader.FilesWithWord("absent"));
            },
            iter: 20, threads: 1);
    }

    [Fact]
    public void A_query_is_split_as_texts_are() => Assert.Equal(["foo", "bar", "$x"], FullTextQuery.Words("foo-bar $x"));
}
