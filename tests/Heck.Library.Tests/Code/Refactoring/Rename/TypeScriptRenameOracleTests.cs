using System.Diagnostics;
using System.Globalization;
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

    private const string Same = "same places as the language service";
    private const string Broken = "broken";
    private const string NewName = "renamedForTheTest";

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
        var tally = RenameSeeds(folder, Corpus.IsLong ? 150 : 12);
        Assert.True(tally.GetValueOrDefault(Same) * 2 > tally.Values.Sum());
    }

    /// <summary>For whoever wants to know about code of their own: <c>HECK_TYPESCRIPT</c> names folders, parted by <c>:</c>, <c>HECK_SEEDS</c> how many symbols of each.</summary>
    [Fact]
    public void Seeded_renames_in_own_code_compile_or_are_refused()
    {
        var folders = Environment.GetEnvironmentVariable("HECK_TYPESCRIPT");
        Assert.SkipWhen(string.IsNullOrEmpty(folders), "HECK_TYPESCRIPT names no folder.");
        var count = int.Parse(Environment.GetEnvironmentVariable("HECK_SEEDS") ?? "150", CultureInfo.InvariantCulture);
        foreach (var folder in folders.Split(':')) RenameSeeds(folder, count);
    }

    private SortedDictionary<string, int> RenameSeeds(string folder, int count)
    {
        var isJavaScript = !Corpus.Files(folder, ".ts", ".tsx").Any();
        using var oracle = new TypeScriptOracle(OracleProgram.Script("typescript-rename.mjs"), Compiler, folder, isJavaScript ? """{"checkJs":true}""" : null);
        var workspace = new MemoryWorkspace(new MemoryFiles(Corpus.Files(folder, [.. TypeScriptFiles.TypeScript, .. TypeScriptFiles.JavaScript]).Select(
            f => KeyValuePair.Create(RepoPath.Parse(Path.GetRelativePath(folder, f).Replace('\\', '/')), (ReadOnlyMemory<byte>)File.ReadAllBytes(f)))));
        var seeds = OneOfEachKindInTurn(oracle.Seeds().Where(s => isJavaScript || s.Path.EndsWith(".ts", StringComparison.Ordinal)), count);
        var tally = new SortedDictionary<string, int>();
        var broken = new List<string>();
        foreach (var seed in seeds)
        {
            var (verdict, remarks) = Judge(oracle, workspace, seed, compileAnyway: tally.Values.Sum() % 5 == 0);
            tally[verdict] = tally.GetValueOrDefault(verdict) + 1;
            if (verdict == Broken) broken.AddRange(remarks);
            if (verdict != Same) output.WriteLine($"{verdict}: {seed.Path}:{seed.Start} {seed.Name} ({seed.Kind})\n    {string.Join("\n    ", remarks.Take(4))}");
        }

        output.WriteLine($"{folder}: {string.Join(", ", tally.Select(t => $"{t.Key} {t.Value}"))}, of {seeds.Count}");
        Assert.Empty(broken);
        return tally;
    }

    private static (string Verdict, IReadOnlyList<string> Remarks) Judge(TypeScriptOracle oracle, MemoryWorkspace workspace, TypeScriptOracle.Seed seed, bool compileAnyway)
    {
        var path = RepoPath.Parse(seed.Path);
        var text = Encoding.UTF8.GetString(workspace.Read(path)!.Utf8.Span);
        var theirs = oracle.Rename(seed.Path, seed.Start);
        try
        {
            var offset = Encoding.UTF8.GetByteCount(text.AsSpan(0, seed.Start));
            var outcome = new RenameDriver(workspace, TypeScriptBinderFactory.Instance).Rename(path, offset, new RenameOptions(NewName), TestContext.Current.CancellationToken);
            var ours = Places(workspace, outcome.Edits).ToList();
            var same = theirs.Any(places => places.SequenceEqual(ours));
            if (same && !compileAnyway) return (Same, []);
            var fresh = oracle.Check(outcome.Edits.Files.Select(f => (f.Value, Encoding.UTF8.GetString(outcome.Edits.Apply(f, workspace.Read(f)!)))));
            if (fresh.Count > 0) return (Broken, [.. fresh.Select(d => $"{seed}: {d}")]);
            IReadOnlyList<(string, int)> first = theirs.Count == 0 ? [] : theirs[0];
            return same ? (Same, []) : ("other places, compiles", [.. ours.Except(first).Select(p => $"only we: {p}").Take(2), .. first.Except(ours).Select(p => $"only they: {p}").Take(2)]);
        }
        catch (HeckException refusal)
        {
            IReadOnlyList<string> why = [refusal.Error.Message, refusal.Error.Details?.ToJsonString() is { } details ? details[..Math.Min(600, details.Length)] : ""];
            if (theirs.Count == 0) return ("refused by both", why);
            var broken = oracle.CheckOwn(seed.Path, seed.Start, NewName);
            return broken.Count > 0 ? ("refused, the service's rename breaks", [.. why, broken[0]]) : ($"refused, {refusal.Error.Code}", why);
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
