using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Heck.Code.Languages.TypeScript.Binding;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Refactoring;
using Heck.Code.Languages.TypeScript.Refactoring.Extract;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Refactoring.Operations;

/// <summary>Random refactorings of real packages: what is not refused must type-check as before.</summary>
public sealed class TypeScriptSweepTests(ITestOutputHelper output)
{
    private static readonly string Compiler = Path.Combine(Corpus.Npm("typescript"), "lib", "typescript.js");

    /// <summary><c>HECK_SWEEP</c> names folders parted by <c>:</c>, else packages of eng/test-tools; <c>HECK_COUNT</c> how many of each operation, <c>HECK_SEED</c> which.</summary>
    [Fact]
    public void Random_refactorings_compile_or_are_refused()
    {
        Assert.SkipUnless(Corpus.IsLong && File.Exists(Compiler), "The sweep is behind HECK_LONG.");
        var folders = Environment.GetEnvironmentVariable("HECK_SWEEP") is { Length: > 0 } given ? given.Split(':') : [Path.Combine(Corpus.Npm("@tanstack/query-core"), "src"), Path.Combine(Corpus.Npm("rxjs"), "src")];
        foreach (var folder in folders) Sweep(folder, Number("HECK_COUNT", 10), Number("HECK_SEED", 20261124));
    }

    private static int Number(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var number) ? number : otherwise;

    private void Sweep(string folder, int count, int seed)
    {
        var files = Corpus.Files(folder, [.. TypeScriptFiles.TypeScript, .. TypeScriptFiles.JavaScript]).Where(f => !f.Contains(".d.ts", StringComparison.Ordinal) && !f.Contains("__tests__", StringComparison.Ordinal));
        var workspace = new MemoryWorkspace(new MemoryFiles(files.Select(f => KeyValuePair.Create(RepoPath.Parse(Path.GetRelativePath(folder, f).Replace('\\', '/')), (ReadOnlyMemory<byte>)File.ReadAllBytes(f)))));
        using var node = Process.Start(new ProcessStartInfo("node", [OracleProgram.Script("typescript-sweep.mjs"), Compiler, folder]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        var tally = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var wrong = new List<string>();
        foreach (var (operation, ask) in Asks(workspace, new Random(seed), count))
        {
            TestContext.Current.CancellationToken.ThrowIfCancellationRequested();
            var verdict = Judge(workspace, ask, node, out var remark);
            tally[$"{operation}: {verdict}"] = tally.GetValueOrDefault($"{operation}: {verdict}") + 1;
            if (verdict == "WRONG") wrong.Add($"{ask} {remark}");
            if (verdict != "right") output.WriteLine($"{operation} {verdict}: {Shown(workspace, ask)} {remark}");
        }

        node.StandardInput.Close();
        output.WriteLine($"{folder}:\n  {string.Join("\n  ", tally.Select(t => $"{t.Key} {t.Value}"))}");
        Assert.Empty(wrong);
    }

    private static string Judge(MemoryWorkspace workspace, RefactorAsk ask, Process node, out string remark)
    {
        try
        {
            var outcome = Run(workspace, ask);
            var texts = new JsonObject();
            foreach (var file in outcome.Files) texts[file.Path.Value] = file.After is null ? null : Encoding.UTF8.GetString(file.After.Utf8.Span);
            node.StandardInput.WriteLine(new JsonObject { ["files"] = texts }.ToJsonString());
            node.StandardInput.Flush();
            var fresh = JsonNode.Parse(node.StandardOutput.ReadLine()!)!["fresh"]!.AsArray();
            remark = fresh.Count == 0 ? "" : $"{fresh[0]}\n{string.Join("\n", outcome.Files.Select(f => Difference(f.Before is null ? "" : Encoding.UTF8.GetString(f.Before.Utf8.Span), f.After is null ? "" : Encoding.UTF8.GetString(f.After.Utf8.Span))))}";
            return fresh.Count == 0 ? "right" : "WRONG";
        }
        catch (HeckException refusal)
        {
            remark = refusal.Error.Message;
            return refusal.Error.Code;
        }
    }

    private static RefactorOutcome Run(MemoryWorkspace workspace, RefactorAsk ask)
    {
        var driver = new RefactorDriver(workspace, TypeScriptBinderFactory.Instance);
        var ct = TestContext.Current.CancellationToken;
        return ask switch
        {
            ExtractAsk extract => driver.Run(extract, ct),
            InlineAsk inline => driver.Run(inline, ct),
            SafeDeleteAsk delete => driver.Run(delete, ct),
            MoveAsk move => driver.Run(move, ct),
            MoveFileAsk file => driver.Run(file, ct),
            ChangeSignatureAsk signature => driver.Run(signature, ct),
            ExportAsk export => driver.Run(export, ct),
            UnexportAsk unexport => driver.Run(unexport, ct),
            _ => throw new InvalidOperationException(ask.ToString()),
        };
    }

    /// <summary>The lines that differ, without those that are common at both ends.</summary>
    private static string Difference(string before, string after)
    {
        var (a, b) = (before.Split('\n'), after.Split('\n'));
        var head = a.Zip(b).TakeWhile(p => p.First == p.Second).Count();
        var tail = a.Skip(head).Reverse().Zip(b.Skip(head).Reverse()).TakeWhile(p => p.First == p.Second).Count();
        return string.Join("\n", a[head..^tail].Take(25).Select(l => "      - " + l).Concat(b[head..^tail].Take(40).Select(l => "      + " + l)));
    }

    private static string Shown(MemoryWorkspace workspace, RefactorAsk ask) => ask switch
    {
        ExtractAsk e => $"{workspace.Read(e.Path)!.PlaceAt(e.Path, e.Start)} «{Encoding.UTF8.GetString(workspace.Read(e.Path)!.Utf8.Span[e.Start..e.End])[..Math.Min(e.End - e.Start, 60)].ReplaceLineEndings(" ")}»",
        SymbolAsk s => $"{workspace.Read(s.Path)!.PlaceAt(s.Path, s.Offset)}",
        MoveAsk m => $"{workspace.Read(m.Path)!.PlaceAt(m.Path, m.Offsets[0])}",
        _ => ask.Path.Value,
    };

    private static IEnumerable<(string Operation, RefactorAsk Ask)> Asks(MemoryWorkspace workspace, Random random, int count)
    {
        var nodes = workspace.Files.Paths.Select(p => new TsFile(p, workspace.Read(p)!)).SelectMany(f => f.Root.Subtree).ToList();
        IEnumerable<TsNode> Some(Func<TsNode, bool> test) => nodes.Where(test).OrderBy(_ => random.Next()).Take(count);
        static bool IsWorth(TsNode n) => n.End - n.Start > 3 && Selection.IsExpression(n) && n.Kind is not (K.This or K.Identifier or K.ParenthesizedExpression or K.String or K.Number);
        static ExtractAsk Extract(TsNode n, TsNode last, ExtractKind kind) => new(n.File.Path, n.Start, last.End, kind, "extractedHere");
        static bool Declares(TsNode n) => n.Field == F.Name && n.Kind is K.Identifier or K.TypeIdentifier or K.PropertyIdentifier;
        static bool IsTop(TsNode n) => Declares(n) && (n.Parent.Parent.Kind is K.Program or K.ExportStatement || n.Parent.Parent.Parent.Kind is K.Program or K.ExportStatement) && n.Parent.Kind is K.FunctionDeclaration or K.ClassDeclaration or K.InterfaceDeclaration or K.TypeAliasDeclaration or K.VariableDeclarator or K.EnumDeclaration;

        foreach (var n in Some(IsWorth)) yield return ("extract-variable", Extract(n, n, ExtractKind.Variable));
        foreach (var n in Some(IsWorth)) yield return ("extract-function, expression", Extract(n, n, ExtractKind.Function));
        foreach (var n in Some(n => Containers.IsStatementList(n.Parent) && n.IsNamed && n.Parent.Kind == K.StatementBlock && n.Kind != K.Comment && Containers.FunctionOf(n).Exists)) yield return ("extract-function, statements", Extract(n, n.NextSibling is { IsNamed: true } next && random.Next(2) == 0 ? next : n, ExtractKind.Function));
        foreach (var n in Some(n => n.Kind is K.String or K.Number or K.BinaryExpression && Selection.IsExpression(n))) yield return ("extract-constant", Extract(n, n, ExtractKind.Constant));
        foreach (var n in Some(n => Selection.IsType(n) && n.End - n.Start > 5)) yield return ("extract-type", Extract(n, n, ExtractKind.Type) with { Name = "ExtractedHere" });
        foreach (var n in Some(n => Declares(n) && n.Parent.Kind == K.VariableDeclarator && Containers.FunctionOf(n).Exists)) yield return ("inline variable", new InlineAsk(n.File.Path, n.Start));
        foreach (var n in Some(n => Declares(n) && n.Parent.Kind is K.FunctionDeclaration && n.Parent.Parent.Kind != K.ExportStatement)) yield return ("inline function", new InlineAsk(n.File.Path, n.Start));
        foreach (var n in Some(n => Declares(n) && n.Parent.Kind is K.FunctionDeclaration or K.MethodDefinition or K.VariableDeclarator or K.InterfaceDeclaration or K.PropertySignature or K.PublicFieldDefinition)) yield return ("safe-delete", new SafeDeleteAsk(n.File.Path, n.Start));
        foreach (var n in Some(IsTop)) yield return ("move to a new file", new MoveAsk(n.File.Path, [n.Start], n.File.Path.Parent.Combine("movedHere" + n.File.Path.Extension)));
        foreach (var n in Some(IsTop)) yield return ("move to a present file", new MoveAsk(n.File.Path, [n.Start], workspace.Files.Paths[random.Next(workspace.Files.Paths.Count)]));
        foreach (var path in workspace.Files.Paths.OrderBy(_ => random.Next()).Take(count)) yield return ("move-file", new MoveFileAsk(path, RepoPath.Parse("moved/here/" + path.Name), path));
        foreach (var n in Some(n => Declares(n) && n.Parent.Kind is K.FunctionDeclaration or K.MethodDefinition && n.Parent.Get(F.Parameters).Named.Count() > 1))
            yield return ("change-signature, order", new ChangeSignatureAsk(n.File.Path, n.Start, [], [], [.. n.Parent.Get(F.Parameters).Named.Reverse().Select(p => p.Get(F.Pattern).Text.TrimStart('.'))]));
        foreach (var n in Some(n => Declares(n) && n.Parent.Kind is K.FunctionDeclaration or K.MethodDefinition)) yield return ("change-signature, add", new ChangeSignatureAsk(n.File.Path, n.Start, ["addedHere: number = 1"], [], []));
        foreach (var n in Some(n => IsTop(n) && n.Parent.Parent.Kind != K.ExportStatement && n.Parent.Parent.Parent.Kind != K.ExportStatement)) yield return ("export", new ExportAsk(n.File.Path, n.Start, null, null));
        foreach (var n in Some(n => IsTop(n) && (n.Parent.Parent.Kind == K.ExportStatement || n.Parent.Parent.Parent.Kind == K.ExportStatement))) yield return ("unexport", new UnexportAsk(n.File.Path, n.Start, null));
    }
}
