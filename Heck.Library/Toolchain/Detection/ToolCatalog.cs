namespace Heck.Toolchain.Detection;

/// <summary>The tools that are recognised, in the order in which they are listed. Adding one is adding its line.</summary>
internal static class ToolCatalog
{
    public static IReadOnlyList<Tool> TestRunners { get; } =
    [
        new("jest", "node", "npm:jest", "npm-key:jest", "file:**/jest.config.*"),
        new("vitest", "node", "npm:vitest", "file:**/vitest.config.*", "file:**/vitest.workspace.*"),
        new("playwright", "node", "npm:@playwright/test", "file:**/playwright.config.*"),
        new("pytest", "python", "python:pytest", "pyproject:tool.pytest", "ini:pytest", "ini:tool:pytest", "file:**/pytest.ini", "file:**/conftest.py"),
        new("go test", "go", "file:**/*_test.go"),
        new("dotnet test", "dotnet", "nuget:microsoft.net.test.sdk", "nuget:xunit.v3", "nuget:xunit", "nuget:nunit", "nuget:mstest", "nuget:mstest.testframework", "nuget:tunit"),
    ];

    public static IReadOnlyList<Tool> Linters { get; } =
    [
        new("eslint", "node", "npm:eslint", "npm-key:eslintConfig", "file:**/eslint.config.*", "file:**/.eslintrc", "file:**/.eslintrc.*"),
        new("prettier", "node", "npm:prettier", "npm-key:prettier", "file:**/.prettierrc", "file:**/.prettierrc.*", "file:**/prettier.config.*"),
        new("biome", "node", "npm:@biomejs/biome", "file:**/biome.json", "file:**/biome.jsonc"),
        new("oxlint", "node", "npm:oxlint", "file:**/.oxlintrc.json"),
        new("ruff", "python", "python:ruff", "pyproject:tool.ruff", "file:**/ruff.toml", "file:**/.ruff.toml"),
        new("black", "python", "python:black", "pyproject:tool.black"),
        new("flake8", "python", "python:flake8", "ini:flake8", "file:**/.flake8"),
        new("pylint", "python", "python:pylint", "pyproject:tool.pylint", "file:**/.pylintrc", "file:**/pylintrc"),
        new("mypy", "python", "python:mypy", "pyproject:tool.mypy", "ini:mypy", "file:**/mypy.ini", "file:**/.mypy.ini"),
        new("pyright", "python", "python:pyright", "npm:pyright", "pyproject:tool.pyright", "file:**/pyrightconfig.json"),
        new("gofmt", "go", "file:**/go.mod"),
        new("golangci-lint", "go", "file:**/.golangci.yml", "file:**/.golangci.yaml", "file:**/.golangci.toml"),
        new("dotnet format", "dotnet", "ini:*.cs", "ini:*.{cs,vb}"),
    ];

    public static IReadOnlyList<Tool> PackageManagers { get; } =
    [
        new("npm", "node", "file:**/package-lock.json", "file:**/npm-shrinkwrap.json", "npm-manager:npm", "else:file:**/package.json"),
        new("pnpm", "node", "file:**/pnpm-lock.yaml", "file:**/pnpm-workspace.yaml", "npm-manager:pnpm"),
        new("yarn", "node", "file:**/yarn.lock", "file:**/.yarnrc.yml", "npm-manager:yarn"),
        new("bun", "node", "file:**/bun.lock", "file:**/bun.lockb", "npm-manager:bun"),
        new("poetry", "python", "file:**/poetry.lock", "pyproject:tool.poetry"),
        new("uv", "python", "file:**/uv.lock", "pyproject:tool.uv"),
        new("pip", "python", "file:**/requirements*.txt", "else:file:**/pyproject.toml", "else:file:**/setup.py"),
        new("go modules", "go", "file:**/go.mod"),
        new("nuget", "dotnet", "file:**/packages.lock.json", "file:**/packages.config", "file:**/nuget.config", "file:**/NuGet.Config", "file:**/*.csproj", "file:**/*.fsproj"),
    ];

    public static IReadOnlyList<Tool> Migrations { get; } =
    [
        new("prisma", "sql", "npm:prisma", "file:**/schema.prisma", "file:**/prisma/migrations/*/migration.sql"),
        new("supabase", "sql", "file:**/supabase/migrations/*.sql", "file:**/supabase/config.toml", "npm:supabase"),
        new("ef", "dotnet", "nuget:microsoft.entityframeworkcore.design", "nuget:microsoft.entityframeworkcore.tools", "file:**/Migrations/*ModelSnapshot.cs"),
        new("alembic", "python", "file:**/alembic.ini", "python:alembic"),
        new("django", "python", "file:**/manage.py", "python:django", "file:**/migrations/0001_initial.py"),
        new("golang-migrate", "sql", "file:**/*.up.sql"),
        new("flyway", "sql", "file:**/V[0-9]*__*.sql", "file:**/flyway.conf", "file:**/flyway.toml"),
        new("dbmate", "sql", "npm:dbmate", "file:**/db/migrations/[0-9]*_*.sql"),
        new("plain sql", "sql", "else:file:**/migrations/*.sql", "else:file:**/migrations/**/*.sql"),
    ];
}
