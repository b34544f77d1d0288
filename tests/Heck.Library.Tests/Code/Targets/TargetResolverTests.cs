using Heck.Code.Index;
using Heck.Code.Targets;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Code.Index;

namespace Heck.Library.Tests.Code.Targets;

public sealed class TargetResolverTests : IDisposable
{
    private readonly IndexedTree _tree = new IndexedTree()
        .With("src/a.tiny", "def apple\n\ndef 日x\n").With("src/b.tiny", "def apple\ndef pear\n").With("b.tiny", "use pear\n").With("C#/c.tiny", "def cherry\n");

    public TargetResolverTests() => _tree.Build();

    public void Dispose() => _tree.Dispose();

    [Theory]
    [InlineData("src/a.tiny", "src/a.tiny 0:0 -1")]
    [InlineData("pear", "src/b.tiny pear 2:5 14")]
    [InlineData("src/a.tiny#apple", "src/a.tiny apple 1:5 4")]
    [InlineData("C#/c.tiny#cherry", "C#/c.tiny cherry 1:5 4")]
    [InlineData("src/a.tiny:1", "src/a.tiny apple 1:5 4")]
    [InlineData("src/a.tiny:2", "src/a.tiny 2:0 -1")]
    [InlineData("src/a.tiny:3:6", "src/a.tiny 3:6 18")]
    [InlineData("src/a.tiny:1-2", "src/a.tiny 1:0 0-10")]
    [InlineData("src/a.tiny:1:1-1:4", "src/a.tiny 1:1 0-3")]
    public void A_target_names_one_thing(string text, string expected) => Assert.Equal(expected, Show(Resolver("/").Resolve(text)));

    [Fact]
    public void Paths_start_in_the_current_folder_when_it_lies_inside() =>
        Assert.Equal("src/b.tiny 0:0 -1", Show(Resolver(Path.Combine(_tree.Layout.Root, "src")).Resolve("b.tiny")));

    [Theory]
    [InlineData("plum")]
    [InlineData("src/none.tiny:3")]
    [InlineData("src/a.tiny#pear")]
    [InlineData("src/a.tiny:99")]
    [InlineData("src/a.tiny:1:99")]
    [InlineData("../a.tiny:1")]
    public void What_is_not_there_is_said(string text) =>
        Assert.Equal("target.not_found", Assert.Throws<HeckException>(() => Resolver("/").Resolve(text)).Error.Code);

    [Fact]
    public void Several_symbols_of_a_name_are_listed()
    {
        var error = Assert.Throws<HeckException>(() => Resolver("/").Resolve("apple")).Error;
        Assert.Equal("target.ambiguous", error.Code);
        Assert.Equal(["src/a.tiny#apple", "src/b.tiny#apple"], error.Details!["candidates"]!.AsArray().Select(c => c!["target"]!.GetValue<string>()));
    }

    private TargetResolver Resolver(string folder) => new(_tree.Layout, folder, _tree.Reader, new IndexedWorkspace(_tree.Layout, _tree.Reader));

    private static string Show(ResolvedTarget t) =>
        $"{t.Path} {(t.Symbol is { } s ? s.Name + " " : "")}{t.Line}:{t.Column} {t.Offset}{(t.EndOffset < 0 ? "" : $"-{t.EndOffset}")}";
}
