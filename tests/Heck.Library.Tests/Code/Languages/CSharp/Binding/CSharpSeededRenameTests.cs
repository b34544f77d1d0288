using System.Diagnostics;
using Heck.Code.Languages.CSharp.Binding;
using Heck.Code.Languages.CSharp.Binding.Projects;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Code.Languages.Oracles;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Library.Tests.Code.Languages.CSharp.Binding;

/// <summary>Symbols of real code, chosen by a seed, renamed; the compiler judges the whole program before and after.</summary>
public sealed class CSharpSeededRenameTests(ITestOutputHelper output)
{
    private const string NewName = "RenamedForTheTest";

    /// <summary>The library itself; with <c>HECK_CSHARP</c> the folders named there.</summary>
    private static IEnumerable<string> Folders => Environment.GetEnvironmentVariable("HECK_CSHARP") is { Length: > 0 } own ? own.Split(Path.PathSeparator) : [Path.Combine(Corpus.Repository, "Heck.Library", "Contracts")];

    [Fact]
    public void Seeded_renames_compile_or_are_refused()
    {
        foreach (var folder in Folders) Judge(folder, Corpus.IsLong ? 75 : 10);
    }

    private void Judge(string folder, int count)
    {
        var workspace = new MemoryWorkspace(new MemoryFiles(Corpus.Files(folder, ".cs", ".csproj", ".props").Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal)).Select(
            f => KeyValuePair.Create(RepoPath.Parse(Path.GetRelativePath(folder, f).Replace('\\', '/')), (ReadOnlyMemory<byte>)File.ReadAllBytes(f)))));
        var paths = workspace.Files.Paths.Where(p => p.Extension == ".cs" && workspace.Read(p) is not null).ToList();
        var seeds = OneOfEachKindInTurn(paths.SelectMany(p => SeedsOf(p, System.Text.Encoding.UTF8.GetString(workspace.Read(p)!.Utf8.Span))), count);
        var tally = new SortedDictionary<string, int>();
        var broken = new List<string>();
        var language = new CSharpBinderFactory(new PlainProjects());
        var before = Said(workspace, paths, null);
        foreach (var seed in seeds)
        {
            var clock = Stopwatch.StartNew();
            var verdict = Try(language, workspace, paths, before, seed, broken);
            tally[verdict] = tally.GetValueOrDefault(verdict) + 1;
            output.WriteLine($"  {clock.ElapsedMilliseconds} ms {seed.Kind} {seed.Path}:{seed.Offset} {seed.Name}: {verdict}");
        }

        output.WriteLine($"{folder}: {paths.Count} files");
        foreach (var (verdict, number) in tally) output.WriteLine($"{verdict}: {number} of {seeds.Count}");
        Assert.Empty(broken);
    }

    private static string Try(CSharpBinderFactory language, MemoryWorkspace workspace, List<RepoPath> paths, SortedDictionary<string, int> before, Seed seed, List<string> broken)
    {
        try
        {
            var outcome = new RenameDriver(workspace, language).Rename(seed.Path, seed.Offset, new RenameOptions(NewName), TestContext.Current.CancellationToken);
            var after = Said(workspace, paths, outcome.Edits);
            var fresh = after.Where(a => a.Value > before.GetValueOrDefault(a.Key)).ToList();
            broken.AddRange(fresh.Select(f => $"{seed}: {f.Key}"));
            return fresh.Count > 0 ? "WRONG" : "right";
        }
        catch (HeckException refusal)
        {
            return $"refused, {refusal.Error.Code}: {refusal.Error.Message[..Math.Min(90, refusal.Error.Message.Length)]}";
        }
    }

    /// <summary>All files as one program, by a compiler that knows nothing of our projects: errors by file and kind.</summary>
    private static SortedDictionary<string, int> Said(MemoryWorkspace workspace, List<RepoPath> paths, EditSet? edits)
    {
        var all = edits is null ? (Heck.Code.Refactoring.IWorkspace)workspace : new OverlayWorkspace(workspace, edits);
        var options = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var trees = paths.Select(p => CSharpSyntaxTree.ParseText(System.Text.Encoding.UTF8.GetString(all.Read(p)!.Utf8.Span), options, p.Value)).ToList();
        var usings = CSharpSyntaxTree.ParseText(string.Concat(new[] { "System", "System.IO", "System.Linq", "System.Collections.Generic", "System.Threading", "System.Threading.Tasks", "System.Net.Http" }.Select(n => $"global using {n};")), options);
        var compilation = CSharpCompilation.Create("seeded", trees.Append(usings), FrameworkAssemblies.All, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, allowUnsafe: true, nullableContextOptions: NullableContextOptions.Enable));
        var counts = new SortedDictionary<string, int>();
        foreach (var told in compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error))
        {
            var key = $"{told.Location.SourceTree?.FilePath} {told.Id}";
            counts[key] = counts.GetValueOrDefault(key) + 1;
        }

        return counts;
    }

    private static IEnumerable<Seed> SeedsOf(RepoPath path, string text)
    {
        foreach (var token in CSharpSyntaxTree.ParseText(text).GetRoot().DescendantTokens().Where(t => t.IsKind(SyntaxKind.IdentifierToken) && t.ValueText.Length > 0))
        {
            if (token.Parent is MemberDeclarationSyntax and not (ConstructorDeclarationSyntax or DestructorDeclarationSyntax) or VariableDeclaratorSyntax or ParameterSyntax or TypeParameterSyntax or SingleVariableDesignationSyntax or LocalFunctionStatementSyntax or ForEachStatementSyntax)
                yield return new Seed(path, System.Text.Encoding.UTF8.GetByteCount(text.AsSpan(0, token.SpanStart)), token.ValueText, token.Parent is VariableDeclaratorSyntax { Parent.Parent: FieldDeclarationSyntax } ? "Field" : token.Parent.Kind().ToString());
        }
    }

    private static List<Seed> OneOfEachKindInTurn(IEnumerable<Seed> seeds, int count)
    {
        var random = new Random(20261124);
        return [.. seeds.GroupBy(s => s.Kind).OrderBy(g => g.Key, StringComparer.Ordinal)
            .SelectMany(g => g.OrderBy(_ => random.Next()).Select((s, turn) => (s, turn))).OrderBy(x => x.turn).Take(count).Select(x => x.s)];
    }

    private sealed record Seed(RepoPath Path, int Offset, string Name, string Kind);
}
