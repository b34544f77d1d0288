using System.Diagnostics;
using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Languages.Go;

/// <summary>Our symbols beside those of <c>go/parser</c>, over Go's standard library.</summary>
public class GoOracleTests
{
    [Fact]
    public void The_standard_library_has_the_symbols_that_the_compiler_sees()
    {
        Assert.SkipUnless(OracleProgram.Exists("go"), "There is no Go on this machine.");
        using var root = Process.Start(new ProcessStartInfo("go", ["env", "GOROOT"]) { RedirectStandardOutput = true })!;
        var library = Path.Combine(root.StandardOutput.ReadToEnd().Trim(), "src");
        var sample = Corpus.Sample(Corpus.Files(library, ".go").Where(f => !f.Contains("/testdata/")).Concat(Corpus.Own(".go")), 400);
        Assert.SkipWhen(sample.Count == 0, "Go's sources are not on this machine (golang-src).");
        SymbolComparison.Of(OracleProgram.Ask("go", ["run", OracleProgram.Script("go-symbols.go")], sample), sample).Reaches(1);
    }
}
