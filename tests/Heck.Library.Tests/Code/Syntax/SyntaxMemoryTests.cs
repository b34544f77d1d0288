using System.Text;
using Heck.Code.Syntax;

namespace Heck.Library.Tests.Code.Syntax;

/// <summary>Reads the process's memory, so nothing else may run beside it.</summary>
[CollectionDefinition(nameof(SyntaxMemoryTests), DisableParallelization = true)]
[Collection(nameof(SyntaxMemoryTests))]
public sealed class SyntaxMemoryTests
{
    [Fact]
    public void Memory_stays_bounded_over_many_parses()
    {
        var source = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("const a = { b: [1, 2, 3], c: (d) => d + 1 };\n", 30)));
        using var parser = new SyntaxParser(Grammar.TypeScript);
        for (var i = 0; i < 100; i++) parser.Parse(source).Dispose();
        var before = Environment.WorkingSet;
        for (var i = 0; i < 2_000; i++) parser.Parse(source).Dispose();
        Assert.True(Environment.WorkingSet - before < 16 << 20, $"grew by {(Environment.WorkingSet - before) >> 20} MB");
    }
}
