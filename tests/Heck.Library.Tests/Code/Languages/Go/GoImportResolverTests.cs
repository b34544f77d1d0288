using Heck.Code.Languages;
using Heck.Code.Languages.Go;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Languages.Go;

public class GoImportResolverTests
{
    [Fact]
    public void A_package_of_the_module_is_its_folder_without_tests_and_with_every_build_tag() => Assert.Equal(
        ["util/a.go", "util/a_windows.go"],
        Resolve("main.go", "example.com/app/util", ("go.mod", "module example.com/app // the app\n"), ("util/a.go", ""), ("util/a_windows.go", ""), ("util/a_test.go", "")));

    [Fact]
    public void The_module_itself_is_a_package() =>
        Assert.Equal(["app.go"], Resolve("cmd/main.go", "example.com/app", ("go.mod", "module example.com/app"), ("app.go", "")));

    [Fact]
    public void The_deepest_of_nested_modules_owns_a_package() => Assert.Equal(
        ["tools/gen/x.go"],
        Resolve("main.go", "example.com/app/tools/gen", ("go.mod", "module example.com/app"), ("tools/go.mod", "module example.com/app/tools"), ("tools/gen/x.go", "")));

    [Fact]
    public void A_replaced_module_lies_where_the_replacement_says() => Assert.Equal(
        ["libs/log/sub/x.go"],
        Resolve(
            "app/main.go", "example.com/log/sub", ("app/go.mod", "module example.com/app\nreplace (\n  example.com/log v1.2.3 => ../libs/log\n  other => example.com/o v1.0.0\n)\n"),
            ("libs/log/sub/x.go", "")));

    [Fact]
    public void A_vendored_package_is_found_below_vendor() => Assert.Equal(
        ["vendor/example.com/dep/d.go"],
        Resolve("main.go", "example.com/dep", ("go.mod", "module example.com/app"), ("vendor/example.com/dep/d.go", "")));

    [Fact]
    public void What_the_repository_has_not_resolves_to_nothing() =>
        Assert.Empty(Resolve("main.go", "fmt", ("go.mod", "module example.com/app\nreplace example.com/x => ../outside\n")));

    private static IEnumerable<string> Resolve(string from, string package, params (string, string)[] files) =>
        new GoImportResolver(new MemoryFiles(files)).Resolve(RepoPath.Parse(from), new ImportFact(package, 0, ImportKind.Import, [])).Select(p => p.Value);
}
