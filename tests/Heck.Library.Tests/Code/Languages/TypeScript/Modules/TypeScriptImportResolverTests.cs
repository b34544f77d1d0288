using Heck.Code.Languages.TypeScript.Modules;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Languages.TypeScript.Modules;

public sealed class TypeScriptImportResolverTests
{
    [Theory]
    [InlineData("./util", "src/util.ts")]
    [InlineData("./util.js", "src/util.ts")]
    [InlineData("./view.jsx", "src/view.tsx")]
    [InlineData("./old.js", "src/old.js")]
    [InlineData("./types", "src/types.d.ts")]
    [InlineData("./esm.mjs", "src/esm.mts")]
    [InlineData("./folder", "src/folder/index.ts")]
    [InlineData("./data.json", "src/data.json")]
    [InlineData("../other", "other.ts")]
    [InlineData("./both", "src/both.ts")]
    [InlineData("./both/", "src/both/index.ts")]
    [InlineData(".", "src/index.ts")]
    [InlineData("./nothing", null)]
    [InlineData("../../outside", null)]
    [InlineData("lodash", null)]
    public void A_relative_specifier_finds_its_source(string specifier, string? expected)
    {
        var files = new MemoryFiles(
            ("src/a.ts", ""), ("src/util.ts", ""), ("src/view.tsx", ""), ("src/old.js", ""), ("src/types.d.ts", ""), ("src/esm.mts", ""),
            ("src/folder/index.ts", ""), ("src/data.json", "{}"), ("other.ts", ""), ("src/both.ts", ""), ("src/both/index.ts", ""), ("src/index.ts", ""));
        Assert.Equal(expected, Find(files, "src/a.ts", specifier));
    }

    [Theory]
    [InlineData("@app/util", "packages/a/src/util.ts")]
    [InlineData("@app/exact", "packages/a/src/special.ts")]
    [InlineData("lib/thing", "packages/a/lib/thing.ts")]
    public void The_nearest_configuration_maps_paths_through_what_it_extends(string specifier, string expected)
    {
        var files = new MemoryFiles(
            ("base.json", """{ "compilerOptions": { /* shared */ "baseUrl": "packages/a", "paths": { "@app/*": ["src/*"], "@app/exact": ["src/special"], }, } }"""),
            ("packages/a/tsconfig.json", """{ "extends": "../../base" }"""),
            ("packages/a/src/util.ts", ""), ("packages/a/src/special.ts", ""), ("packages/a/src/exact.ts", ""), ("packages/a/lib/thing.ts", ""), ("packages/a/src/main.ts", ""));
        Assert.Equal(expected, Find(files, "packages/a/src/main.ts", specifier));
    }

    [Theory]
    [InlineData("@org/core", "packages/core/src/index.ts")]
    [InlineData("@org/core/deep/thing", "packages/core/src/deep/thing.ts")]
    [InlineData("@org/plain", "packages/plain/index.js")]
    [InlineData("@org/plain/sub", "packages/plain/sub.js")]
    [InlineData("@org/main", "packages/main/src/start.ts")]
    public void A_package_of_the_workspace_is_found_by_name(string specifier, string expected)
    {
        var files = new MemoryFiles(
            ("packages/core/package.json", """{ "name": "@org/core", "exports": { ".": { "types": "./dist/index.d.ts", "import": "./dist/index.js" }, "./*": "./dist/*.js" } }"""),
            ("packages/core/src/index.ts", ""), ("packages/core/src/deep/thing.ts", ""),
            ("packages/plain/package.json", """{ "name": "@org/plain" }"""), ("packages/plain/index.js", ""), ("packages/plain/sub.js", ""),
            ("packages/main/package.json", """{ "name": "@org/main", "main": "lib/start.js" }"""), ("packages/main/src/start.ts", ""),
            ("app/a.ts", ""));
        Assert.Equal(expected, Find(files, "app/a.ts", specifier));
    }

    [Fact]
    public void Internal_imports_are_read_from_the_nearest_manifest()
    {
        var files = new MemoryFiles(
            ("package.json", """{ "name": "x", "imports": { "#db": { "node": "./src/db-node.ts", "default": "./src/db.ts" }, "#lib/*": "./src/lib/*.js" } }"""),
            ("src/db-node.ts", ""), ("src/db.ts", ""), ("src/lib/one.ts", ""), ("src/a.ts", ""));
        Assert.Equal("src/db-node.ts", Find(files, "src/a.ts", "#db"));
        Assert.Equal("src/lib/one.ts", Find(files, "src/a.ts", "#lib/one"));
    }

    [Fact]
    public void A_package_may_import_itself()
    {
        var files = new MemoryFiles(("package.json", """{ "name": "self", "exports": { "./*": "./src/*.ts" } }"""), ("src/one.ts", ""), ("test/a.ts", ""));
        Assert.Equal("src/one.ts", Find(files, "test/a.ts", "self/one"));
    }

    [Fact]
    public void Configurations_that_extend_each_other_end()
    {
        var files = new MemoryFiles(("tsconfig.json", """{ "extends": "./b.json" }"""), ("b.json", """{ "extends": "./tsconfig.json" }"""), ("a.ts", ""));
        Assert.Null(Find(files, "a.ts", "x"));
    }

    [Fact]
    public void A_gap_inside_the_workspace_is_told_from_a_library()
    {
        var resolver = new TypeScriptImportResolver(new MemoryFiles(("package.json", """{ "name": "self" }"""), ("a.ts", "")));
        Assert.True(resolver.IsInside("./missing"));
        Assert.True(resolver.IsInside("self/missing"));
        Assert.False(resolver.IsInside("react"));
    }

    private static string? Find(MemoryFiles files, string from, string specifier) =>
        new TypeScriptImportResolver(files).Find(RepoPath.Parse(from), specifier)?.Value;
}
