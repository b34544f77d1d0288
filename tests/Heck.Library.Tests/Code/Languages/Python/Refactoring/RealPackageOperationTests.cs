using System.Globalization;
using System.Text;
using Heck.Library.Tests.Code.Languages.Python.Binding;

namespace Heck.Library.Tests.Code.Languages.Python.Refactoring;

/// <summary>
/// Refactorings chosen by a seed in modules of the standard library that lie beside their own tests: afterwards all compiles, the tests pass and
/// pyflakes finds no undefined name. HECK_LONG runs it; HECK_PYTHON names a CPython that has its tests.
/// </summary>
public sealed class RealPackageOperationTests
{
    private static readonly string[] Modules = ["graphlib", "html", "shlex", "netrc", "sched", "cmd", "tomllib", "json", "csv", "fractions", "textwrap", "configparser"];

    [Fact]
    public void Refactored_modules_still_pass_their_tests()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("HECK_LONG") is not null, "HECK_LONG is not set");
        Assert.SkipUnless(Python.Exists, "python3 is not installed");
        var count = int.Parse(Environment.GetEnvironmentVariable("HECK_COUNT") ?? "60", CultureInfo.InvariantCulture);
        var report = new StringBuilder();
        var wrong = 0;
        foreach (var module in Environment.GetEnvironmentVariable("HECK_MODULES")?.Split(',') ?? Modules)
        {
            using var tree = new PackageTree(module);
            if (!tree.Passes()) { report.AppendLine(CultureInfo.InvariantCulture, $"{module}: its tests do not run here"); continue; }
            foreach (var (kind, what, run) in new SeededAsks(tree, seed: 20261124).All().Take(count))
            {
                var result = run();
                if (result.StartsWith("WRONG", StringComparison.Ordinal)) wrong++;
                report.AppendLine(CultureInfo.InvariantCulture, $"{module}\t{kind}\t{what}\t{result}");
            }
        }

        File.WriteAllText(Environment.GetEnvironmentVariable("HECK_REPORT") ?? Path.Combine(Path.GetTempPath(), "heck-python-operations.txt"), report.ToString());
        Assert.Equal(0, wrong);
    }
}
