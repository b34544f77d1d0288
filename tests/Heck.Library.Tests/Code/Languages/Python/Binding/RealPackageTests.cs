using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heck.Code.Languages.Python.Binding;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Syntax;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Library.Tests.Code.Languages.Python.Binding;

/// <summary>
/// Symbols chosen by a seed are renamed in modules of the standard library that lie beside their own tests; the tests must still pass.
/// HECK_LONG runs it; HECK_PYTHON names a CPython that has its tests.
/// </summary>
public class RealPackageTests
{
    private static readonly string[] Modules =
    [
        "argparse", "calendar", "cmd", "configparser", "csv", "fractions", "graphlib", "html", "ipaddress", "json", "mailbox", "netrc", "optparse", "plistlib", "sched", "shlex", "statistics", "tomllib",
    ];

    [Fact]
    public void Renamed_modules_still_pass_their_tests()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("HECK_LONG") is not null, "HECK_LONG is not set");
        Assert.SkipUnless(Python.Exists, "python3 is not installed");
        var count = int.Parse(Environment.GetEnvironmentVariable("HECK_COUNT") ?? "12", CultureInfo.InvariantCulture);
        var only = Environment.GetEnvironmentVariable("HECK_MODULES")?.Split(',') ?? Modules;
        var report = new StringBuilder();
        var wrong = 0;
        foreach (var module in only)
        {
            using var tree = new PackageTree(module);
            if (!tree.Passes()) { report.AppendLine(CultureInfo.InvariantCulture, $"{module}: its tests do not run here"); continue; }
            foreach (var (path, offset, name, kind) in tree.Seeds(seed: 20261124).Take(count))
            {
                var result = tree.Rename(path, offset, "renamed_" + name.TrimStart('_') is var fresh && name.StartsWith("__", StringComparison.Ordinal) ? "__" + fresh : name.StartsWith('_') ? "_" + fresh : name.StartsWith("test", StringComparison.Ordinal) ? name + "_renamed" : fresh);
                if (result.StartsWith("WRONG", StringComparison.Ordinal)) wrong++;
                report.AppendLine(CultureInfo.InvariantCulture, $"{module}\t{kind}\t{name}\t{path}:{tree.LineOf(path, offset)}\t{result}");
            }
        }

        File.WriteAllText(Environment.GetEnvironmentVariable("HECK_REPORT") ?? Path.Combine(Path.GetTempPath(), "heck-python-renames.txt"), report.ToString());
        Assert.Equal(0, wrong);
    }
}
