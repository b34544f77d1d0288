using Heck.Library.Tests.Code.Refactoring.Operations;
using Heck.Tests.Shared;

namespace Heck.Library.Tests.Code.Languages.Python.Refactoring;

/// <summary>rope on the cases whose refactoring it offers: the same syntax, or a reason why not.</summary>
public sealed class RopeOperationTests
{
    private static readonly Dictionary<string, string> Differences = new()
    {
        ["python-extract-function-async"] = "rope writes await into a function that is not async",
        ["python-extract-function-classmethod-and-super"] = "rope calls the class by its name, so that a derived class is lost",
        ["python-extract-function-comprehension-variable"] = "rope leaves out the comprehension's variable",
        ["python-extract-function-in-loop"] = "rope orders parameters otherwise",
        ["python-extract-function-method"] = "rope orders parameters and results otherwise",
        ["python-extract-function-returns-at-end"] = "rope takes one return at most",
        ["python-extract-function-tabs-crlf"] = "rope does not parse the range",
        ["python-extract-variable-one-line-suite"] = "rope computes the value before the condition",
        ["python-inline-function-expression"] = "rope writes the statement once for each call, without parentheses",
        ["python-inline-function-one-call"] = "rope inlines the other call too, and computes the argument late",
        ["python-inline-variable-call-into-next-statement"] = "rope takes the comment with the value",
        ["python-inline-variable-lambda-and-conditional"] = "rope forgets parentheses",
        ["python-inline-variable-parentheses"] = "rope forgets parentheses",
        ["python-inline-variable-tuple"] = "rope forgets parentheses",
        ["python-move-before-main-block"] = "rope puts the function first and names it by its module",
        ["python-move-class-to-present-module"] = "rope leaves the import by another name behind",
        ["python-move-function-to-new-module"] = "rope leaves the name in __all__ and names functions by their module",
        ["python-move-package-reexport-follows"] = "rope leaves the package's import behind",
        ["python-move-star-importer"] = "rope names the function by its module",
        ["python-move-type-checking-import"] = "rope imports at run time what only type checkers need",
        ["python-move-used-by-what-stays"] = "rope names the function by its module",
    };

    [Fact]
    public void Rope_gives_the_same_or_the_reason_is_known()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3") && Python.TryRun(Path.GetTempPath(), "import rope", "/usr/bin/python3").Exit == 0, "rope (Debian's python3-rope) is not installed");
        var (exit, output) = Python.TryRun(Checkout.Root, $"import runpy, sys; sys.argv[1:] = ['{OperationCase.Root}']; runpy.run_path('{Path.Combine(Checkout.Root, "tests", "oracles", "rope_operations.py")}')", "/usr/bin/python3");
        Assert.Equal(0, exit);
        var lines = output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => l.Split(' ')).ToList();
        Assert.True(lines.Count(l => l[1] == "same") >= 15, output);
        Assert.Empty(lines.Where(l => l[1] != "same" && !Differences.ContainsKey(l[0])).Select(l => l[0]));
    }
}
