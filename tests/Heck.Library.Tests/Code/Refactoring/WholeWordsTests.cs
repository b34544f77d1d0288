using System.Text;
using System.Text.RegularExpressions;
using CsCheck;
using Heck.Code.Refactoring;

namespace Heck.Library.Tests.Code.Refactoring;

public sealed class WholeWordsTests
{
    [Theory]
    [InlineData("id, id2 _id $id id$ id", new[] { 0, 20 })]
    [InlineData("idid id", new[] { 5 })]
    [InlineData("éid idé id.id", new[] { 10, 13 })]
    [InlineData("👍id👍", new[] { 4 })]
    [InlineData("", new int[0])]
    public void A_word_is_found_where_nothing_of_a_word_stands_beside_it(string text, int[] at) =>
        Assert.Equal(at, WholeWords.Find(Encoding.UTF8.GetBytes(text), "id"));

    [Fact]
    public void Finds_what_a_regular_expression_finds() =>
        Gen.String[Gen.Int[0, 7].Select(i => "ab$_1 .-"[i]), 0, 30].Sample(text =>
            Assert.Equal(Regex.Matches(text, @"(?<![\w$])ab(?![\w$])").Select(m => m.Index), WholeWords.Find(Encoding.UTF8.GetBytes(text), "ab")));
}
