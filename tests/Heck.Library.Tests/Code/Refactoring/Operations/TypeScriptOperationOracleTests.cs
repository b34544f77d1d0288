using System.Diagnostics;
using System.Text.Json.Nodes;
using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Refactoring.Operations;

/// <summary>The TypeScript compiler and node as judges of the expected trees: they compile as before, and the programs print the same.</summary>
public sealed class TypeScriptOperationOracleTests
{
    private static readonly string Compiler = Path.Combine(Corpus.Npm("typescript"), "lib", "typescript.js");

    [Fact]
    public void Every_expected_tree_compiles_and_prints_what_the_input_does()
    {
        Assert.SkipUnless(File.Exists(Compiler), "The packages of eng/test-tools are not installed.");
        var cases = OperationCase.Names("typescript").Select(n => (Name: n, Case: OperationCase.Read(n))).Where(c => c.Case.Refused is null).ToList();
        Assert.All(cases, c => Assert.Equal("typescript", c.Case.Oracle));
        var answers = Ask(cases.Select(c => new JsonObject
        {
            ["name"] = c.Name, ["input"] = Path.Combine(c.Case.Folder, "input"), ["expected"] = Path.Combine(c.Case.Folder, "expected"), ["runs"] = c.Case.Program,
        }));
        Assert.Equal(cases.Count, answers.Count);
        Assert.Empty(answers.Where(a => a!["fresh"]!.AsArray().Count > 0).Select(a => a!.ToJsonString()));
        Assert.Empty(answers.Where(a => a!["before"] is { } before && !JsonNode.DeepEquals(before, a["after"])).Select(a => a!.ToJsonString()));
        Assert.Empty(answers.Where(a => a!["before"] is { } before && (int?)before["code"] != 0).Select(a => a!.ToJsonString()));
    }

    /// <summary>With <c>HECK_ACCEPT=1</c> writes what the refactorings give now as expected trees, for a person to read and the test above to judge.</summary>
    [Fact]
    public void Expected_trees_are_written_when_asked()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("HECK_ACCEPT") == "1", "HECK_ACCEPT is not set.");
        var ct = TestContext.Current.CancellationToken;
        foreach (var given in OperationCase.Names("typescript").Select(OperationCase.Read).Where(c => c.Refused is null && !Directory.Exists(Path.Combine(c.Folder, "expected"))))
        {
            try
            {
                Write(given, given.Run(ct));
            }
            catch (Heck.Contracts.Errors.HeckException refusal)
            {
                TestContext.Current.TestOutputHelper!.WriteLine($"{Path.GetFileName(given.Folder)}: {refusal.Error.Code} {refusal.Error.Message}");
            }
        }
    }

    private static void Write(OperationCase given, SortedDictionary<string, string> tree)
    {
        foreach (var (path, text) in tree)
        {
            var file = Path.Combine(given.Folder, "expected", path);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }
    }

    private static JsonArray Ask(IEnumerable<JsonObject> cases)
    {
        var question = new JsonObject { ["compiler"] = Compiler, ["cases"] = new JsonArray([.. cases]) };
        using var node = Process.Start(new ProcessStartInfo("node", [OracleProgram.Script("typescript-operations.mjs")]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var answer = node.StandardOutput.ReadToEndAsync();
        node.StandardInput.Write(question.ToJsonString());
        node.StandardInput.Close();
        node.WaitForExit();
        return JsonNode.Parse(answer.Result)!.AsArray();
    }
}
