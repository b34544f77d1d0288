namespace Heck.Toolchain.Detection;

/// <summary>Languages by extension, for counting; what Heck understands of them is said elsewhere.</summary>
internal static class LanguageCatalog
{
    private static readonly (string Name, string[] Extensions)[] Languages =
    [
        ("typescript", [".ts", ".tsx", ".mts", ".cts"]),
        ("javascript", [".js", ".jsx", ".mjs", ".cjs"]),
        ("python", [".py", ".pyi"]),
        ("go", [".go"]),
        ("csharp", [".cs"]),
        ("fsharp", [".fs", ".fsx"]),
        ("visualbasic", [".vb"]),
        ("java", [".java"]),
        ("kotlin", [".kt", ".kts"]),
        ("rust", [".rs"]),
        ("c", [".c", ".h"]),
        ("cpp", [".cc", ".cpp", ".cxx", ".hh", ".hpp"]),
        ("ruby", [".rb"]),
        ("php", [".php"]),
        ("swift", [".swift"]),
        ("scala", [".scala"]),
        ("dart", [".dart"]),
        ("shell", [".sh", ".bash"]),
        ("powershell", [".ps1", ".psm1"]),
        ("sql", [".sql"]),
        ("html", [".html", ".htm"]),
        ("css", [".css", ".scss", ".less"]),
        ("vue", [".vue"]),
        ("svelte", [".svelte"]),
    ];

    private static readonly Dictionary<string, string> ByExtension =
        Languages.SelectMany(l => l.Extensions.Select(e => (e, l.Name))).ToDictionary(p => p.e, p => p.Name, StringComparer.OrdinalIgnoreCase);

    public static string? NameOf(string extension) => ByExtension.GetValueOrDefault(extension);
}
