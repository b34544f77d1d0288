using Heck.Code.Index;
using Heck.Code.Index.Searching;

namespace Heck.Library.Tests.Code.Index;

public sealed class SearchTests : IDisposable
{
    private readonly IndexedTree _tree = new IndexedTree()
        .With("src/user.tiny", "def getUserName\ndef getUser\ndef userCount\ndef HTTPServer\n")
        .With("src/user.test.tiny", "def getUser\n")
        .With("docs/guide.md", "# Guide\nHow to count the names of a user.\nCall getUserName.\n")
        .With("notes.txt", "nothing of interest\n");

    public SearchTests() => _tree.Build();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("getUser", "getUser", "symbol exact")]
    [InlineData("getuser", "getUser", "symbol exact but for case")]
    [InlineData("get user", "getUser", "symbol exact but for case")]
    [InlineData("getUserN", "getUserName", "symbol prefix")]
    [InlineData("gUN", "getUserName", "symbol camel humps")]
    [InlineData("hs", "HTTPServer", "symbol camel humps")]
    [InlineData("Count", "userCount", "symbol part")]
    [InlineData("gteUserName", "getUserName", "symbol alike")]
    public void A_symbol_is_found_as_people_type_it(string query, string expected, string reason)
    {
        var best = Find(query, SearchKind.Symbol)[0];
        Assert.Equal((expected, reason, "src/user.tiny"), (best.Symbol, best.Reasons[0], best.Path.Value));
    }

    [Fact]
    public void A_text_is_found_with_its_line()
    {
        var best = Find("count the names", SearchKind.Text)[0];
        Assert.Equal(("docs/guide.md", 2, "How to count the names of a user."), (best.Path.Value, best.Line, best.Snippet));
        Assert.Contains("phrase", best.Reasons);
    }

    [Fact]
    public void A_part_of_a_compound_word_finds_the_text() => Assert.Contains(Find("user", SearchKind.Text), h => h.Path.Value == "docs/guide.md");

    [Fact]
    public void A_file_is_found_by_name_and_by_path()
    {
        Assert.Equal("docs/guide.md", Find("guide", SearchKind.File)[0].Path.Value);
        Assert.Equal("docs/guide.md", Find("docs/gu", SearchKind.File)[0].Path.Value);
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("a AND (b OR")]
    [InlineData("*")]
    [InlineData("")]
    [InlineData("NEAR(x, 2) ^y : z")]
    public void Operators_of_the_database_are_only_words(string query) => Assert.NotNull(Find(query, null));

    [Fact]
    public void Scores_lie_between_0_and_1_and_fall() => Assert.All(
        new[] { "user", "get", "count names" }.Select(q => Find(q, null)),
        hits => Assert.Equal(hits.Select(h => Math.Clamp(h.Score, 0, 1)).OrderDescending(), hits.Select(h => h.Score)));

    private IReadOnlyList<SearchHit> Find(string query, SearchKind? kind) =>
        CodeSearch.Find(_tree.Reader, new IndexedWorkspace(_tree.Layout, _tree.Reader), query, kind, 10);
}
