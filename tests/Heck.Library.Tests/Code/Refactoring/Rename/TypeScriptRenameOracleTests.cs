using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Refactoring.Rename;

/// <summary>The TypeScript compiler as judge of renames: what we change must compile as before.</summary>
public sealed class TypeScriptRenameOracleTests(ITestOutputHelper output)
{
    private static readonly string Compiler = Path.Combine(Corpus.Npm("typescript"), "lib", "typescript.js");

    [Fact]
    public void Every_case_compiles_after_the_rename_as_it_did_before()
    {
        Assert.SkipUnless(File.Exists(Compiler), "The packages of eng/test-tools are not installed.");
        var cases = new JsonArray([.. RenameCaseTests.Cases.Select(c => RenameCase.Read(c.Data)).Where(c => c.Refused is null)
            .Select(c => (JsonNode)new JsonObject { ["input"] = Path.Combine(c.Folder, "input"), ["expected"] = Path.Combine(c.Folder, "expected") })]);
        var answers = JsonNode.Parse(Run("typescript-cases.mjs", new JsonObject { ["compiler"] = Compiler, ["cases"] = cases }.ToJsonString()))!.AsArray();
        Assert.Equal(cases.Count, answers.Count);
        Assert.Empty(answers.Where(a => a!["fresh"]!.AsArray().Count > 0).Select(a => a!.ToJsonString()));
    }

    [Fact]
    public void Seeded_renames_in_rxjs_compile_or_are_refused()
    {
        var folder = Path.Combine(Corpus.Npm("rxjs"), "src");
        Assert.SkipUnless(File.Exists(Compiler) && Directory.Exists(folder), "The packages of eng/test-tools are not installed.");
        using var oracle = new TypeScriptOracle(OracleProgram.Script("typescript-rename.mjs"), Compiler, folder);
        var workspace = new MemoryWorkspace(new MemoryFiles(Corpus.Files(folder, ".ts").Select(
            f => KeyValuePair.Create(RepoPath.Parse(Path.GetRelativePath(folder, f).Replace('\\', '/')), (ReadOnlyMemory<byte>)File.ReadAllBytes(f)))));
        var seeds = OneOfEachKindInTurn(oracle.Seeds().Where(s => s.Path.EndsWith(".ts", StringComparison.Ordinal)), Corpus.IsLong ? 300 : 12);
        var tally = new SortedDictionary<string, int>();
        var broken = new List<string>();
        foreach (var seed in seeds)
        {
            var (verdict, diagnostics) = Judge(oracle, workspace, seed);
            tally[verdict] = tally.GetValueOrDefault(verdict) + 1;
            broken.AddRange(diagnostics);
        }

        foreach (var (verdict, count) in tally) output.WriteLine($"{verdict}: {count} of {seeds.Count}");
        Assert.Empty(broken);
        Assert.True(tally.GetValueOrDefault("same places as the language service") * 2 > seeds.Count);
    }

    private static (string Verdict, IEnumerable<string> Broken) Judge(TypeScriptOracle oracle, MemoryWorkspace workspace, TypeScriptOracle.Seed seed)
    {
        var path = RepoPath.Parse(seed.Path);
        var text = Encoding.UTF8.GetString(workspace.Read(path)!.Utf8.Span);
        try
        {
            var offset = Encoding.UTF8.GetByteCount(text.AsSpan(0, seed.Start));
            var outcome = new RenameDriver(workspace, TypeScriptBinderFactory.Instance).Rename(path, offset, new RenameOptions("renamedForTheTest"), TestContext.Current.CancellationToken);
            var fresh = oracle.Check(outcome.Edits.Files.Select(f => (f.Value, Encoding.UTF8.GetString(outcome.Edits.Apply(f, workspace.Read(f)!)))));
            var same = oracle.Rename(seed.Path, seed.Start) is { } places && places.Distinct().SequenceEqual(Places(workspace, outcome.Edits));
            return (fresh.Count > 0 ? "broken" : same ? "same places as the language service" : "other places, compiles", fresh.Select(d => $"{seed}: {d}"));
        }
        catch (HeckException refusal)
        {
            return ($"refused, {refusal.Error.Code}", []);
        }
    }

    private static IEnumerable<(string, int)> Places(MemoryWorkspace workspace, EditSet edits) =>
        edits.Files.SelectMany(f => edits.Of(f), (f, e) => (f.Value, Encoding.UTF8.GetCharCount(workspace.Read(f)!.Utf8.Span[..e.Start]))).Order();

    private static List<TypeScriptOracle.Seed> OneOfEachKindInTurn(IEnumerable<TypeScriptOracle.Seed> seeds, int count)
    {
        var random = new Random(20261124);
        return [.. seeds.GroupBy(s => s.Kind).OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g.OrderBy(_ => random.Next()).Select((s, turn) => (s, turn))).OrderBy(x => x.turn).Take(count).Select(x => x.s)];
    }

    private static string Run(string script, string input)
    {
        using var node = Process.Start(new ProcessStartInfo("node", [OracleProgram.Script(script)]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var answer = node.StandardOutput.ReadToEndAsync();
        node.StandardInput.Write(input);
        node.StandardInput.Close();
        node.WaitForExit();
        return answer.Result;
    }
}
