using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Languages.CSharp;

/// <summary>Our symbols, which come from syntax, beside those that Roslyn's compiler declares.</summary>
public class CSharpOracleTests
{
    [Fact]
    public void This_repository_has_the_symbols_that_the_compiler_declares() =>
        Compare(Corpus.Sample(Corpus.Files(Corpus.Repository, ".cs").Where(f => !f.Contains("/obj/") && !f.Contains("/bin/")).Concat(Corpus.Own(".cs")), 200));

    [Fact]
    public void Every_construct_of_the_language_has_the_symbols_that_the_compiler_declares() =>
        Compare([Path.Combine(Corpus.Repository, "tests", "fixtures", "extraction", "Everything.cs")]);

    private static void Compare(IReadOnlyList<string> files)
    {
        Assert.NotEmpty(files);
        SymbolComparison.Of(new OracleAnswer([.. files.SelectMany(f => RoslynDeclarations.Of(f))], new HashSet<string>()), files, RoslynDeclarations.Disabled).Reaches(1);
    }
}
