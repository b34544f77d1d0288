using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Languages.TypeScript;

/// <summary>Our symbols beside those of the TypeScript compiler, over the sources of npm packages.</summary>
public class TypeScriptOracleTests
{
    [Fact]
    public void TypeScript_has_the_symbols_that_the_compiler_sees() =>
        Compare(Packages("rxjs/src", "zod/src", "@tanstack/query-core/src").SelectMany(p => Corpus.Files(p, ".ts")).Concat(Corpus.Own(".ts", ".mts", ".cts")), 150);

    [Fact]
    public void Declaration_files_have_the_symbols_that_the_compiler_sees() =>
        Compare(Packages("typescript/lib", "rxjs/dist", "zod").SelectMany(p => Corpus.Files(p, ".d.ts", ".d.cts")), 120);

    [Fact]
    public void Tsx_has_the_symbols_that_the_compiler_sees() =>
        Compare(Corpus.Files(Corpus.Npm("@tanstack/react-query/src"), ".tsx").Concat(Corpus.Own(".tsx")), 60);

    [Fact]
    public void JavaScript_has_the_symbols_that_the_compiler_sees() =>
        Compare(Packages("lodash", "rxjs/dist", "zod", "react", Corpus.IsLong ? "typescript/lib" : "tslib")
            .SelectMany(p => Corpus.Files(p, ".js", ".cjs", ".mjs")).Concat(Corpus.Own(".js", ".jsx", ".cjs", ".mjs")), 150);

    [Fact]
    public void What_the_grammar_cannot_read_alone_has_the_symbols_that_the_compiler_sees() =>
        Compare([Path.Combine(Corpus.Repository, "tests", "fixtures", "extraction", "Everything.ts")], 1, 1);

    private static IEnumerable<string> Packages(params string[] names) => names.Select(Corpus.Npm);

    private static void Compare(IEnumerable<string> files, int count, double share = 0.995)
    {
        Assert.SkipUnless(Directory.Exists(Corpus.Npm("typescript")), "The packages of eng/test-tools are not installed.");
        var sample = Corpus.Sample(files, count);
        Assert.NotEmpty(sample);
        SymbolComparison.Of(OracleProgram.Ask("node", [OracleProgram.Script("typescript-symbols.cjs")], sample), sample).Reaches(share);
    }
}
