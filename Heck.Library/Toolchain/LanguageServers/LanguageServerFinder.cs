using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using Heck.Runtime.Processes;

namespace Heck.Toolchain.LanguageServers;

/// <summary>Finds the language server for a repository: the repository's own first, then one on PATH. To look starts nothing.</summary>
internal sealed class LanguageServerFinder(string root)
{
    /// <param name="language">The language's id: <c>typescript</c>, <c>tsx</c>, <c>javascript</c>, <c>python</c>, <c>go</c>.</param>
    public LanguageServer? Find(string language) => language switch
    {
        "typescript" or "tsx" or "javascript" => TypeScriptSeven() ?? TypeScriptLanguageServer(),
        "python" => Pyright() ?? Pylsp(),
        "go" => Gopls(),
        _ => null,
    };

    /// <summary>TypeScript 7 speaks the protocol itself. Without the preference an import would get an alias instead of the new name.</summary>
    private LanguageServer? TypeScriptSeven()
    {
        var architecture = RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64";
        var system = OperatingSystem.IsWindows() ? "win32" : OperatingSystem.IsMacOS() ? "darwin" : "linux";
        var program = Path.Combine(root, "node_modules", "@typescript", $"typescript-{system}-{architecture}", "lib", OperatingSystem.IsWindows() ? "tsc.exe" : "tsc");
        var preferences = new JsonObject { ["preferences"] = new JsonObject { ["useAliasesForRenames"] = false } };
        return File.Exists(program) ? new LanguageServer("typescript", program, ["--lsp", "--stdio"]) { Settings = preferences } : null;
    }

    /// <summary>Without these options a server that reads one file only answers while the other is loading.</summary>
    private LanguageServer? TypeScriptLanguageServer() =>
        Major("typescript") is >= 4 and <= 6 && OnNode("typescript-language-server", "lib/cli.mjs") is { } found
            ? found with
            {
                Options = new JsonObject
                {
                    ["tsserver"] = new JsonObject { ["useSyntaxServer"] = "never" },
                    ["preferences"] = new JsonObject { ["providePrefixAndSuffixTextForRename"] = false },
                },
            }
            : null;

    private LanguageServer? Pyright() => OnNode("pyright", "langserver.index.js", "pyright-langserver");

    private static LanguageServer? Pylsp() => OnPath("pylsp") is { } program ? new LanguageServer("pylsp", program, []) { RenamesByOccurrence = false } : null;

    private static LanguageServer? Gopls() => OnPath("gopls") is { } program
        ? new LanguageServer("gopls", program, ["serve"]) { Environment = new Dictionary<string, string> { ["GOPROXY"] = "off", ["GOFLAGS"] = "-mod=readonly", ["GOTOOLCHAIN"] = "local" } }
        : null;

    /// <summary>A server written for Node.js: of the repository, or by its command on PATH.</summary>
    private LanguageServer? OnNode(string package, string script, string? command = null)
    {
        var own = Path.Combine(root, "node_modules", package, script);
        if (File.Exists(own)) return OnPath("node") is { } node ? new LanguageServer(package, node, [own, "--stdio"]) : null;
        return OnPath(command ?? package) is { } program ? new LanguageServer(package, program, ["--stdio"]) : null;
    }

    private static string? OnPath(string program) => ProgramFinder.TryFind(program);

    private int? Major(string package)
    {
        var manifest = Path.Combine(root, "node_modules", package, "package.json");
        if (!File.Exists(manifest)) return null;
        using var json = JsonDocument.Parse(File.ReadAllBytes(manifest));
        return json.RootElement.TryGetProperty("version", out var version) && int.TryParse(version.GetString()?.Split('.')[0], out var major) ? major : null;
    }
}
