using Heck.Code.Languages;
using Heck.Code.Languages.Python;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Languages.Python;

public class PythonImportResolverTests
{
    [Theory]
    [InlineData("app/main.py", "lib.tool", "app/__init__.py lib/__init__.py lib/tool.py", "lib/tool.py")]
    [InlineData("app/main.py", "lib", "lib/__init__.py lib/tool.py", "lib/__init__.py")]
    [InlineData("app/main.py", "space.tool", "space/tool.py", "space/tool.py")]
    [InlineData("tests/test_a.py", "pkg.a", "src/pkg/__init__.py src/pkg/a.py", "src/pkg/a.py")]
    [InlineData("src/pkg/b.py", "pkg.a", "src/pkg/__init__.py src/pkg/a.py", "src/pkg/a.py")]
    [InlineData("tests/test_a.py", "helper", "tests/helper.py helper.py", "tests/helper.py")]
    [InlineData("pkg/sub/m.py", ".n", "pkg/__init__.py pkg/sub/__init__.py pkg/sub/n.py", "pkg/sub/n.py")]
    [InlineData("pkg/sub/m.py", "..n", "pkg/__init__.py pkg/n.py", "pkg/n.py")]
    [InlineData("pkg/sub/__init__.py", ".", "pkg/sub/n.py", "pkg/sub/__init__.py")]
    [InlineData("pkg/a.py", "....x", "x.py", "")]
    [InlineData("pkg/a.py", "os.path", "pkg/__init__.py", "")]
    [InlineData("pkg/a.py", "m", "m.py m.pyi", "m.py m.pyi")]
    [InlineData("pkg/a.py", "m", "m.py m/__init__.py", "m/__init__.py")]
    [InlineData("pkg/a.py", "logging", "logging/notes.py", "")]
    [InlineData("pkg/run.py", "sibling", "pkg/__init__.py pkg/sibling.py", "pkg/sibling.py")]
    [InlineData("one/tests/t.py", "two.x", "one/setup.py two/pyproject.toml two/src/two/x.py", "two/src/two/x.py")]
    public void An_import_is_found_where_Python_would_find_it(string from, string specifier, string files, string expected) =>
        Assert.Equal(expected, Resolve(from, specifier, [], [.. files.Split(' ').Append(from).Distinct().Select(f => (f, ""))]));

    [Theory]
    [InlineData("pyproject.toml", "[tool.setuptools.packages.find]\nwhere = [\n  \"lib\",\n]\n")]
    [InlineData("pyproject.toml", "[tool.setuptools.package-dir]\n\"\" = \"lib\"\n")]
    [InlineData("pyproject.toml", "[tool.setuptools]\npackage-dir = {\"\" = \"lib\"}\n")]
    [InlineData("pyproject.toml", "[tool.poetry]\nname = \"x\"\npackages = [{ include = \"pkg\", from = \"lib\" }]\n")]
    [InlineData("pyproject.toml", "[tool.hatch.build.targets.wheel]\npackages = [\"lib/pkg\"]\n")]
    [InlineData("pyproject.toml", "[tool.pytest.ini_options]\npythonpath = \"lib\"\n")]
    [InlineData("setup.cfg", "[options]\npackage_dir =\n    = lib\n")]
    [InlineData("setup.cfg", "[options.packages.find]\nwhere = lib\n")]
    [InlineData("setup.py", "setup(package_dir={'': 'lib'})\n")]
    public void A_package_folder_that_the_project_declares_is_searched(string manifest, string text) =>
        Assert.Equal("lib/pkg/m.py", Resolve("tests/t.py", "pkg.m", [], [(manifest, text), ("tests/t.py", ""), ("lib/pkg/__init__.py", ""), ("lib/pkg/m.py", "")]));

    [Fact]
    public void Submodules_taken_from_a_package_are_imported_too() =>
        Assert.Equal("pkg/a.py pkg/__init__.py", Resolve("t.py", "pkg", ["a", "b"], [("t.py", ""), ("pkg/__init__.py", ""), ("pkg/a.py", "")]));

    [Fact]
    public void A_namespace_package_spread_over_two_roots_is_one()
    {
        var files = new[] { ("ns/a.py", ""), ("src/ns/b.py", ""), ("t.py", "") };
        Assert.Equal("ns/a.py src/ns/b.py", $"{Resolve("t.py", "ns.a", [], files)} {Resolve("t.py", "ns.b", [], files)}");
    }

    [Fact]
    public void CPython_finds_the_same_modules()
    {
        Assert.SkipUnless(Python.Exists, "python3 is not installed");
        string[] paths = ["a/__init__.py", "a/b.py", "a/b/__init__.py", "a/c/d.py", "e.py", "e/f.py", "g/h.py", "src/g/i.py", "src/j.py", "j/k.py"];
        string[] names = ["a", "a.b", "a.c", "a.c.d", "e", "e.f", "g", "g.h", "g.i", "j", "j.k", "json", "nowhere"];
        var ours = names.Select(n => $"{n} {Resolve("t.py", n, [], [.. paths.Append("t.py").Select(p => (p, ""))])}".Trim());
        Assert.Equal(Python.FindModules(paths, names), ours);
    }

    private static string Resolve(string from, string specifier, string[] names, (string, string)[] files)
    {
        var import = new ImportFact(specifier, 0, ImportKind.Import, [.. names.Select(n => new ImportedName(n, n))]);
        return string.Join(' ', new PythonImportResolver(new MemoryFiles(files)).Resolve(RepoPath.Parse(from), import));
    }
}
