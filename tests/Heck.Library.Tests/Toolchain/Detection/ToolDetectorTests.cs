using Heck.Runtime.Files.Walking;
using Heck.Toolchain.Detection;

namespace Heck.Library.Tests.Toolchain.Detection;

public class ToolDetectorTests
{
    [Fact]
    public void A_node_repository_is_told_by_its_manifests()
    {
        using var repository = new TempRepository();
        repository.Write("package.json", """{"packageManager": "pnpm@9.1.0", "devDependencies": {"vitest": "1", "eslint": "9"}, "prettier": {}}""");
        repository.Write("app/package.json", """{"devDependencies": {"vitest": "1", "@playwright/test": "1"}}""");
        repository.Write("app/prisma/schema.prisma");
        repository.Write("src/a.ts");
        repository.Write("src/b.tsx");
        repository.Write("src/c.js");
        var detected = Detect(repository);
        Assert.Equal(["vitest: package.json", "playwright: app/package.json"], Told(detected.TestRunners));
        Assert.Equal(["eslint: package.json", "prettier: package.json"], Told(detected.Linters));
        Assert.Equal(["pnpm: package.json"], Told(detected.PackageManagers));
        Assert.Equal(["prisma: app/prisma/schema.prisma"], Told(detected.Migrations));
        Assert.Equal([new("typescript", 2), new DetectedLanguage("javascript", 1)], detected.Languages);
        Assert.Empty(detected.Warnings);
    }

    [Fact]
    public void A_python_repository_is_told_by_its_manifests()
    {
        using var repository = new TempRepository();
        repository.Write("pyproject.toml", """
            [project]
            dependencies = ["Django>=3.2; python_version > '3'"]
            [project.optional-dependencies]
            dev = ["PyTest ~= 8", "mypy"]
            [dependency-groups]
            lint = ["flake8", {include-group = "dev"}]
            [tool.ruff]
            line-length = 100
            [tool.poetry.group.dev.dependencies]
            black = "*"
            """);
        repository.Write("setup.cfg", "[flake8]\nmax-line-length = 1\n");
        repository.Write("app/manage.py");
        repository.Write("requirements-dev.txt", "# tools\n-r base.txt\npylint==3 # pinned\n\nalembic[tz]\n");
        var detected = Detect(repository);
        Assert.Equal(["pytest: pyproject.toml"], Told(detected.TestRunners));
        Assert.Equal(
            ["ruff: pyproject.toml", "black: pyproject.toml", "flake8: pyproject.toml, setup.cfg", "pylint: requirements-dev.txt", "mypy: pyproject.toml"], Told(detected.Linters));
        Assert.Equal(["poetry: pyproject.toml", "pip: requirements-dev.txt"], Told(detected.PackageManagers));
        Assert.Equal(["alembic: requirements-dev.txt", "django: app/manage.py, pyproject.toml"], Told(detected.Migrations));
    }

    [Fact]
    public void Go_and_dotnet_are_told_side_by_side()
    {
        using var repository = new TempRepository();
        repository.Write("svc/go.mod", "module example.org/svc\n");
        repository.Write("svc/main_test.go");
        repository.Write("db/migrations/000001_start.up.sql");
        repository.Write("tests/Directory.Build.props", """<Project><ItemGroup><PackageReference Include="xunit.v3" /></ItemGroup></Project>""");
        repository.Write("app/App.csproj", """<Project><ItemGroup><PackageReference Include="Microsoft.EntityFrameworkCore.Design" Version="10" /></ItemGroup></Project>""");
        repository.Write(".editorconfig", "root = true\n[*.cs]\nindent_size = 4\n");
        var detected = Detect(repository);
        Assert.Equal(["go test: svc/main_test.go", "dotnet test: tests/Directory.Build.props"], Told(detected.TestRunners));
        Assert.Equal(["gofmt: svc/go.mod", "dotnet format: .editorconfig"], Told(detected.Linters));
        Assert.Equal(["go modules: svc/go.mod", "nuget: app/App.csproj"], Told(detected.PackageManagers));
        Assert.Equal(["ef: app/App.csproj", "golang-migrate: db/migrations/000001_start.up.sql", "dbmate: db/migrations/000001_start.up.sql"], Told(detected.Migrations));
    }

    [Fact]
    public void What_a_default_says_counts_only_when_nothing_else_speaks()
    {
        using var repository = new TempRepository();
        repository.Write("package.json", "{}");
        repository.Write("pyproject.toml", "[project]\nname = 'x'\n");
        repository.Write("migrations/1.sql");
        Assert.Equal(["npm: package.json", "pip: pyproject.toml"], Told(Detect(repository).PackageManagers));
        Assert.Equal(["plain sql: migrations/1.sql"], Told(Detect(repository).Migrations));
        repository.Write("yarn.lock");
        repository.Write("uv.lock");
        Assert.Equal(["yarn: yarn.lock", "uv: uv.lock"], Told(Detect(repository).PackageManagers));
    }

    [Fact]
    public void A_malformed_manifest_is_a_warning_with_its_path_and_the_rest_is_told()
    {
        using var repository = new TempRepository();
        repository.Write("package.json", "{\n\"jest\": }");
        repository.Write("a/pyproject.toml", "[tool.ruff\n");
        repository.Write("b/App.csproj", "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><Project>&e;</Project>");
        repository.Write("c/package.json", "[]");
        repository.Write("d/package.json", new string(' ', 2 << 20));
        repository.Write("jest.config.js");
        var detected = Detect(repository);
        Assert.Equal(["jest: jest.config.js"], Told(detected.TestRunners));
        Assert.Equal(
            [
                "package.json was not read: it is no JSON (line 2).", "a/pyproject.toml was not read: it is no TOML.", "b/App.csproj was not read: it is no plain XML.",
                "c/package.json was not read: it is no JSON object.", "d/package.json was not read: it is too large for a manifest.",
            ],
            detected.Warnings);
    }

    [Fact]
    public void Names_in_a_catalogue_are_unique_and_signs_are_of_a_known_kind()
    {
        string[] kinds = ["file", "npm", "npm-key", "npm-manager", "python", "pyproject", "ini", "nuget"];
        foreach (var catalog in new[] { ToolCatalog.TestRunners, ToolCatalog.Linters, ToolCatalog.PackageManagers, ToolCatalog.Migrations })
        {
            Assert.Equal(catalog.Count, catalog.Select(t => t.Name).Distinct().Count());
            Assert.All(catalog.SelectMany(t => t.Signs), sign => Assert.Contains(sign.Replace("else:", "", StringComparison.Ordinal).Split(':')[0], kinds));
        }
    }

    private static Detected Detect(TempRepository repository)
    {
        var ct = TestContext.Current.CancellationToken;
        return ToolDetector.Detect(repository.Layout, RepositoryWalker.Walk(repository.Layout, ct), ct);
    }

    private static IEnumerable<string> Told(IEnumerable<DetectedTool> tools) => tools.Select(t => $"{t.Name}: {string.Join(", ", t.Evidence)}");
}
