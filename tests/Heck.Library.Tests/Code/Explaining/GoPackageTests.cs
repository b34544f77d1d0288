using Heck.Contracts;
using Heck.Tests.Shared;
using Heck.Verbs.Explain;
using Heck.Verbs.Index;

namespace Heck.Library.Tests.Code.Explaining;

/// <summary>A Go package whose types and methods stand in different files.</summary>
public sealed class GoPackageTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public GoPackageTests()
    {
        _repository.Write("go.mod", "module example.com/m\n");
        _repository.Write("types.go", "package m\n\ntype A struct{}\n\ntype B struct{}\n");
        _repository.Write("methods.go", "package m\n\nfunc (a A) String() string { return \"a\" }\n\nfunc (b *B) String() string { return \"b\" }\n");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Methods_of_two_types_are_two_symbols()
    {
        Assert.Equal("A.String 3", await ExplainAsync("A.String"));
        Assert.Equal("B.String 5", await ExplainAsync("methods.go#B.String"));
    }

    [Fact]
    public async Task A_change_of_either_file_leaves_the_methods_with_their_types()
    {
        await ExplainAsync("A.String");
        _repository.Write("types.go", "package m\n\ntype B struct{}\n\ntype A struct{}\n");
        Assert.Equal("A.String 3", await ExplainAsync("A.String"));
        _repository.Write("methods.go", "package m\n\nfunc (b *B) String() string { return \"\" }\n\nfunc (a A) String() string { return \"\" }\n");
        Assert.Equal("A.String 5", await ExplainAsync("A.String"));
        var stdout = new MemoryStream();
        var verified = await Engine(stdout).RunValidAsync(new IndexRequest { Verify = true, Export = "-" }, TestContext.Current.CancellationToken);
        Assert.Empty(verified.Payload!.Differences!);
        Assert.Contains("\"name\":\"String\",\"parent\":\"B\",\"exported\":true", System.Text.Encoding.UTF8.GetString(stdout.ToArray()), StringComparison.Ordinal);
    }

    private async Task<string> ExplainAsync(string target)
    {
        var symbol = (await Engine(null).RunValidAsync(new ExplainRequest { Target = target, Commits = 0 }, TestContext.Current.CancellationToken)).Payload!.Symbol!;
        return $"{symbol.QualifiedName} {symbol.Line}";
    }

    private HeckEngine Engine(MemoryStream? stdout) => new(new HeckEngineOptions { WorkingDirectory = _repository.Root, Output = () => stdout! });
}
