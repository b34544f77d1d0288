using Heck.Tests.Shared;
using Heck.Contracts;
using Heck.Verbs.Explain;
using Heck.Verbs.Index;
using Heck.Verbs.Search;

namespace Heck.Library.Tests.Code.Explaining;

/// <summary>The verbs index, search and explain over a small TypeScript project with history.</summary>
public sealed class ExplainTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public ExplainTests()
    {
        _repository.Write("src/price.ts", "/** Adds tax. */\nexport function withTax(net: number): number {\n  return round(net * 1.2);\n}\n\nfunction round(n: number): number {\n  return Math.round(n);\n}\n");
        _repository.Write("src/index.ts", "export * from './price';\n");
        _repository.Write("src/cart.ts", "import { withTax } from './index';\n\nexport class Cart {\n  total(): number {\n    return withTax(10);\n  }\n}\n");
        _repository.Write("src/other.ts", "function withTax(): void {}\nwithTax();\n");
        _repository.Write("src/price.test.ts", "import { withTax } from './price';\n\nwithTax(1);\n");
        _repository.Git("add", "-A");
        _repository.Git("-c", "user.name=ann", "-c", "user.email=ann@example.invalid", "commit", "-q", "-m", "Add prices");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_symbol_is_explained_with_callers_callees_tests_and_history()
    {
        var payload = await Explain("src/price.ts#withTax");
        Assert.Equal(("withTax", "Adds tax.", 2), (payload.Symbol!.Name, payload.Symbol.Doc, payload.Symbol.Line));
        Assert.Equal(["src/cart.ts:5 Cart.total Likely", "src/price.test.ts:3  Likely"], payload.Callers.Select(c => $"{c.Path}:{c.Line} {c.Symbol} {c.Certainty}"));
        Assert.Contains(payload.Callees, c => c is { Name: "round", Path.Value: "src/price.ts", Line: 6 });
        Assert.Equal("src/price.test.ts", Assert.Single(payload.Tests).Path.Value);
        Assert.Equal("Add prices", Assert.Single(payload.History).Subject);
    }

    [Fact]
    public async Task A_place_of_use_explains_what_is_used() => Assert.Equal(("withTax", "src/price.ts"), NameAndPath(await Explain("src/cart.ts:5:12")));

    [Fact]
    public async Task A_line_explains_what_stands_around_it() => Assert.Equal("Cart.total", (await Explain("src/cart.ts:5")).Symbol!.QualifiedName);

    [Fact]
    public async Task A_file_is_explained_with_symbols_imports_importers_and_tests()
    {
        var payload = await Explain("src/price.ts");
        Assert.Equal(["withTax", "round"], payload.File!.Symbols.Select(s => s.Name));
        Assert.Equal(["src/index.ts", "src/price.test.ts"], payload.Callers.Select(c => c.Path.Value));
        Assert.Equal(["imports", "name"], Assert.Single(payload.Tests).Reasons.Take(2));
    }

    [Fact]
    public async Task Without_a_target_the_repository_is_shown()
    {
        var payload = await Explain(null);
        Assert.Equal(("typescript", 5), payload.Repository!.Languages.Select(l => (l.Language, l.Files)).Single());
        Assert.Equal(1, payload.Repository.TestFiles);
    }

    [Theory]
    [InlineData("lib")]
    [InlineData("lib/")]
    [InlineData("./lib/../lib")]
    public async Task A_folder_is_explained_with_who_imports_it_from_outside_its_tests_and_history(string target)
    {
        _repository.Write("lib/money.ts", "export function pay() {}\n");
        _repository.Write("lib/inner/coin.ts", "import { pay } from '../money';\npay();\n");
        _repository.Write("src/shop.ts", "import { pay } from '../lib/money';\npay();\n");
        _repository.Write("tests/money.test.ts", "import { pay } from '../lib/money';\npay();\n");
        _repository.Git("add", "-A");
        _repository.Git("-c", "user.name=ann", "-c", "user.email=ann@example.invalid", "commit", "-q", "-m", "Add money");
        var payload = await Explain(target);
        Assert.Equal(("lib", 2, 0), (payload.Repository!.Path.Value, payload.Repository.Languages.Sum(l => l.Files), payload.Repository.TestFiles));
        Assert.Equal(["src/shop.ts", "tests/money.test.ts"], payload.Callers.Select(c => c.Path.Value));
        Assert.Equal("lib/money.ts", Assert.Single(payload.Repository.HotModules).Path.Value);
        Assert.Equal("tests/money.test.ts", Assert.Single(payload.Tests).Path.Value);
        Assert.Equal("Add money", Assert.Single(payload.History).Subject);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("./")]
    public async Task The_root_is_the_repository(string target) => Assert.Equal("", (await Explain(target)).Repository!.Path.Value);

    [Fact]
    public async Task An_ambiguous_name_lists_its_candidates()
    {
        var envelope = await Engine().RunValidAsync(new ExplainRequest { Target = "withTax" }, TestContext.Current.CancellationToken);
        Assert.Equal("target.ambiguous", envelope.Error!.Code);
    }

    [Fact]
    public async Task An_index_made_on_the_way_is_told()
    {
        var envelope = await Engine().RunValidAsync(new SearchRequest { Query = "Cart" }, TestContext.Current.CancellationToken);
        Assert.Contains("no index", Assert.Single(envelope.Meta.Warnings), StringComparison.Ordinal);
        Assert.Equal("Cart", envelope.Payload!.Hits[0].Symbol);
    }

    [Fact]
    public async Task An_answer_is_bound_to_the_tree()
    {
        var before = (await Engine().RunValidAsync(new IndexRequest(), TestContext.Current.CancellationToken)).Meta.Tree;
        _repository.Write("note.txt", "new");
        var after = (await Engine().RunValidAsync(new IndexRequest(), TestContext.Current.CancellationToken)).Meta.Tree;
        File.Delete(Path.Combine(_repository.Root, "note.txt"));
        var again = (await Engine().RunValidAsync(new IndexRequest { Full = true }, TestContext.Current.CancellationToken)).Meta.Tree;
        Assert.NotEqual(before, after);
        Assert.Equal((64, before), (before!.Length, again));
    }

    [Fact]
    public async Task An_export_is_the_same_each_time_and_sorted()
    {
        var first = await Export("one.jsonl", full: false);
        var second = await Export("two.jsonl", full: true);
        Assert.Equal(first, second);
        Assert.StartsWith("{\"path\":\"src/cart.ts\",\"line\":3,\"column\":14,\"end_line\":7,\"kind\":\"class\",\"name\":\"Cart\",\"exported\":true}", first, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_verified_index_has_no_differences()
    {
        var envelope = await Engine().RunValidAsync(new IndexRequest { Verify = true }, TestContext.Current.CancellationToken);
        Assert.Empty(envelope.Payload!.Differences!);
    }

    private static (string, string) NameAndPath(ExplainPayload payload) => (payload.Symbol!.Name, payload.Symbol.Path.Value);

    private async Task<string> Export(string name, bool full)
    {
        var folder = Directory.CreateTempSubdirectory("heck-export-").FullName;
        var file = Path.Combine(folder, name);
        var envelope = await Engine().RunValidAsync(new IndexRequest { Export = file, Full = full }, TestContext.Current.CancellationToken);
        Assert.Equal(file, envelope.Payload!.Export);
        var text = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        Directory.Delete(folder, recursive: true);
        return text;
    }

    private async Task<ExplainPayload> Explain(string? target)
    {
        var envelope = await Engine().RunValidAsync(new ExplainRequest { Target = target }, TestContext.Current.CancellationToken);
        Assert.Null(envelope.Error);
        return envelope.Payload!;
    }

    private HeckEngine Engine() => new(new HeckEngineOptions { WorkingDirectory = _repository.Root });
}
