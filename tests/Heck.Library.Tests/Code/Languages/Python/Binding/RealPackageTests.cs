using System.Globalization;
using System.Text;

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

    /// <summary>Tests that fail although no reference was missed.</summary>
    private static readonly Dictionary<string, string> Outside = new()
    {
        ["calendar different_locale"] = "the test lists the module's private names as strings",
        ["cmd emptyline"] = "the test is a docstring",
        ["cmd Cmd"] = "pdb, which is outside this workspace, imports it",
        ["ipaddress IPV6LENGTH"] = "the interpreter here has the module loaded before its path is set",
        ["graphlib add"] = "the test starts a program that it has as a string",
    };

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
                var result = tree.Rename(path, offset, Fresh(name));
                if (result.StartsWith("WRONG", StringComparison.Ordinal) && !Outside.ContainsKey($"{module} {name}")) wrong++;
                report.AppendLine(CultureInfo.InvariantCulture, $"{module}\t{kind}\t{name}\t{path}:{tree.LineOf(path, offset)}\t{result}");
            }
        }

        File.WriteAllText(Environment.GetEnvironmentVariable("HECK_REPORT") ?? Path.Combine(Path.GetTempPath(), "heck-python-renames.txt"), report.ToString());
        Assert.Equal(0, wrong);
    }

    /// <summary>A new name that is private where the old one is, and a test's where that is a test's.</summary>
    private static string Fresh(string name)
    {
        var plain = name.TrimStart('_');
        var underscores = name[..^plain.Length];
        return name.StartsWith("test", StringComparison.Ordinal) ? name + "_renamed" : $"{underscores}renamed_{plain}";
    }
}
