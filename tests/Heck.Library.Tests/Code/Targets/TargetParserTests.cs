using Heck.Code.Targets;
using Heck.Contracts.Errors;

namespace Heck.Library.Tests.Code.Targets;

public sealed class TargetParserTests
{
    [Theory]
    [InlineData("src/a.ts", "PathOrSymbol src/a.ts 0:0-0:0")]
    [InlineData("Outer.Name", "PathOrSymbol Outer.Name 0:0-0:0")]
    [InlineData("src/a.ts#Outer.name", "SymbolInFile src/a.ts#Outer.name 0:0-0:0")]
    [InlineData("src/a.ts:12", "Line src/a.ts 12:0-0:0")]
    [InlineData("src/a.ts:12:5", "Position src/a.ts 12:5-0:0")]
    [InlineData("src/a.ts:10-40", "Lines src/a.ts 10:0-40:0")]
    [InlineData("src/a.ts:1:2-3:4", "Range src/a.ts 1:2-3:4")]
    [InlineData("odd:name.ts:3", "Line odd:name.ts 3:0-0:0")]
    [InlineData("C++::x", "PathOrSymbol C++::x 0:0-0:0")]
    public void Every_form_is_taken_apart(string text, string expected)
    {
        var t = TargetParser.Parse(text);
        Assert.Equal(expected, $"{t.Form} {t.Head} {t.Line}:{t.Column}-{t.EndLine}:{t.EndColumn}");
    }

    [Theory]
    [InlineData("a.ts:0")]
    [InlineData("a.ts:1:0")]
    [InlineData("a.ts:40-10")]
    [InlineData("a.ts:3:4-3:2")]
    [InlineData("a.ts:3:4-5")]
    [InlineData("a.ts:99999999999")]
    public void Numbers_that_make_no_place_are_refused(string text) =>
        Assert.Equal("target.not_found", Assert.Throws<HeckException>(() => TargetParser.Parse(text)).Error.Code);
}
