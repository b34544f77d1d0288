using System.Globalization;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Languages.Go.Binding;

/// <summary>
/// Symbols chosen by a seed are renamed in modules that Debian packages; <c>go vet</c> and their own tests must accept the result as they did before.
/// HECK_LONG runs it; HECK_GOPLS compares with gopls as well.
/// </summary>
public class RealModuleTests
{
    private const string Sources = "/usr/share/gocode/src";

    private static readonly string[] Modules =
    [
        "github.com/BurntSushi/toml", "github.com/beevik/etree", "github.com/emirpasic/gods", "github.com/go-chi/chi/v5", "github.com/gobwas/glob", "github.com/gomarkdown/markdown", "github.com/google/btree",
        "github.com/google/uuid", "github.com/gorilla/mux", "github.com/gorilla/websocket", "github.com/julienschmidt/httprouter", "github.com/pkg/errors", "github.com/shopspring/decimal",
        "github.com/spf13/pflag", "github.com/yuin/goldmark",
    ];

    [Fact]
    public void Renamed_modules_are_accepted_by_Go_and_pass_their_tests()
    {
        Assert.SkipUnless(Corpus.IsLong, "HECK_LONG is not set");
        Assert.SkipUnless(OracleProgram.Exists("go"), "There is no Go on this machine.");
        var count = int.Parse(Environment.GetEnvironmentVariable("HECK_COUNT") ?? "16", CultureInfo.InvariantCulture);
        var seed = int.Parse(Environment.GetEnvironmentVariable("HECK_SEED") ?? "20261124", CultureInfo.InvariantCulture);
        using var report = new StreamWriter(Environment.GetEnvironmentVariable("HECK_REPORT") ?? Path.Combine(Path.GetTempPath(), "heck-go-renames.txt")) { AutoFlush = true };
        var wrong = new List<string>();
        foreach (var module in Environment.GetEnvironmentVariable("HECK_MODULES")?.Split(',') ?? Modules)
        {
            if (new[] { module, module[..module.LastIndexOf('/')] }.Select(m => Path.Combine(Sources, m)).FirstOrDefault(Directory.Exists) is not { } source) continue;
            using var tree = new ModuleTree(source, module);
            report.WriteLine($"{module}: {string.Join(", ", tree.Checks)}");
            foreach (var (path, offset, name, kind) in tree.Seeds(seed).Take(count))
            {
                var line = $"{module}\t{kind}\t{name}\t{path}:{tree.LineOf(path, offset)}\t{tree.Rename(path, offset, Fresh(name))}";
                if (line.Contains("\tWRONG", StringComparison.Ordinal)) wrong.Add(line);
                report.WriteLine(line);
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>A new name that is exported where the old one is, and a test's where that is a test's.</summary>
    private static string Fresh(string name) =>
        name.StartsWith("Test", StringComparison.Ordinal) || name.StartsWith("Example", StringComparison.Ordinal) || name.StartsWith("Benchmark", StringComparison.Ordinal) || name.StartsWith("Fuzz", StringComparison.Ordinal)
            ? name + "Renamed"
            : GoObject.IsExportedName(name) ? "Renamed" + name : "renamed" + name;
}
