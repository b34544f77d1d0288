using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Languages.Python;

/// <summary>Our symbols beside those of CPython's <c>ast</c>, over its standard library.</summary>
public class PythonOracleTests
{
    [Fact]
    public void The_standard_library_has_the_symbols_that_the_compiler_sees()
    {
        Assert.SkipUnless(Python.Exists, "There is no Python 3 on this machine.");
        var library = Python.Run("import sysconfig; print(sysconfig.get_path('stdlib'))").Trim();
        var sample = Corpus.Sample(Corpus.Files(library, ".py").Where(f => !f.Contains("site-packages")).Concat(Corpus.Own(".py")).Where(IsUtf8), 250);
        SymbolComparison.Of(OracleProgram.Ask("python3", [OracleProgram.Script("python_symbols.py")], sample), sample).Reaches(0.995);
    }

    private static bool IsUtf8(string file) => System.Text.Unicode.Utf8.IsValid(File.ReadAllBytes(file));
}
