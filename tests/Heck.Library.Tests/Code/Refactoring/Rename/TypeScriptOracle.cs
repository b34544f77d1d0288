using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Heck.Library.Tests.Code.Refactoring.Rename;

/// <summary>The TypeScript language service, asked through a node program.</summary>
internal sealed class TypeScriptOracle : IDisposable
{
    private readonly Process _node;

    public TypeScriptOracle(string script, string compiler, string folder, string? options = null)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add(script);
        start.ArgumentList.Add(compiler);
        start.ArgumentList.Add(folder);
        if (options is not null) start.ArgumentList.Add(options);
        _node = Process.Start(start)!;
    }

    public IReadOnlyList<Seed> Seeds() =>
        [.. Ask(new JsonObject { ["ask"] = "seeds" }).AsArray().Select(s => new Seed((string)s!["path"]!, (int)s["start"]!, (string)s["name"]!, (string)s["kind"]!))];

    /// <summary>The places by each of the service's two ways with shorthands and imports; none when it refuses.</summary>
    public IReadOnlyList<IReadOnlyList<(string Path, int Start)>> Rename(string path, int start)
    {
        var answer = Ask(new JsonObject { ["ask"] = "rename", ["path"] = path, ["start"] = start });
        return [.. new[] { "places", "plain" }.Select(way => answer[way]).OfType<JsonArray>()
            .Select(places => places.Select(p => ((string)p!["path"]!, (int)p["start"]!)).Distinct().Order().ToList())];
    }

    /// <summary>Diagnostics that these texts would add.</summary>
    public IReadOnlyList<string> Check(IEnumerable<(string Path, string Text)> files)
    {
        var texts = new JsonObject();
        foreach (var (path, text) in files) texts[path] = text;
        return [.. Ask(new JsonObject { ["ask"] = "check", ["files"] = texts })["fresh"]!.AsArray().Select(d => (string)d!)];
    }

    /// <summary>Diagnostics that the service's own rename would add.</summary>
    public IReadOnlyList<string> CheckOwn(string path, int start, string name) =>
        [.. Ask(new JsonObject { ["ask"] = "own", ["path"] = path, ["start"] = start, ["name"] = name })["fresh"]!.AsArray().Select(d => (string)d!)];

    public void Dispose()
    {
        _node.StandardInput.Close();
        _node.WaitForExit();
        _node.Dispose();
    }

    private JsonNode Ask(JsonObject question)
    {
        _node.StandardInput.WriteLine(question.ToJsonString());
        _node.StandardInput.Flush();
        return JsonNode.Parse(_node.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The oracle ended."), documentOptions: new JsonDocumentOptions { MaxDepth = 16 })!;
    }

    internal sealed record Seed(string Path, int Start, string Name, string Kind);
}
