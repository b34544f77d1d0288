using System.Runtime.Loader;
using Heck.Contracts.Errors;
using Heck.Library.Tests.Code.Refactoring.Operations;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Library.Tests.Code.Languages.CSharp.Refactoring;

/// <summary>The cases of C# under tests/fixtures/refactor/operations, and the compiler and the program as judges of what they expect.</summary>
public sealed class CSharpOperationOracleTests
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Latest, DocumentationMode.Diagnose);

    public static TheoryData<string> Cases => [.. OperationCase.Names("csharp").Where(n => n.Contains(Environment.GetEnvironmentVariable("HECK_CASES") ?? "", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_compiler_says_nothing_new_and_the_program_answers_the_same(string name)
    {
        var given = OperationCase.Read(name);
        if (given.Refused is { } code)
        {
            Assert.Equal(code, Assert.Throws<HeckException>(() => given.Run(TestContext.Current.CancellationToken)).Error.Code);
            return;
        }

        if (Environment.GetEnvironmentVariable("HECK_ACCEPT") == "1") Accept(given);
        var (before, after) = (Compile(given.Input), Compile(given.Expected));
        Assert.Empty(Said(after).Except(Said(before)));
        if (given.Program is { } program) Assert.Equal(Answer(before, program), Answer(after, program));
    }

    private static void Accept(OperationCase given)
    {
        var root = Path.Combine(given.Folder, "expected");
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        foreach (var (path, text) in given.Run(TestContext.Current.CancellationToken))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(root, path))!);
            File.WriteAllText(Path.Combine(root, path), text);
        }
    }

    private static CSharpCompilation Compile(SortedDictionary<string, string> tree)
    {
        var trees = tree.Where(f => f.Key.EndsWith(".cs", StringComparison.Ordinal)).Select(f => CSharpSyntaxTree.ParseText(f.Value, Parsing, f.Key)).ToList();
        var kind = trees.Exists(t => t.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var usings = CSharpSyntaxTree.ParseText("global using System; global using System.Linq; global using System.Collections.Generic; global using System.Threading.Tasks;", Parsing);
        var references = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!.ToString()!.Split(Path.PathSeparator).Select(f => MetadataReference.CreateFromFile(f));
        return CSharpCompilation.Create("case", trees.Append(usings), references, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable, allowUnsafe: true));
    }

    private static List<string> Said(CSharpCompilation compilation) =>
        [.. compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS1591").Select(d => $"{d.Id} {d.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}")];

    /// <summary>What a static method without parameters, <c>Type.Method</c>, gives.</summary>
    private static string? Answer(CSharpCompilation compilation, string program)
    {
        using var stream = new MemoryStream();
        Assert.True(compilation.Emit(stream).Success, "it compiles");
        stream.Position = 0;
        var context = new AssemblyLoadContext(null, isCollectible: true);
        var parts = program.Split('.');
        try
        {
            return context.LoadFromStream(stream).GetType(string.Join('.', parts[..^1]), throwOnError: true)!.GetMethod(parts[^1])!.Invoke(null, null)?.ToString();
        }
        finally
        {
            context.Unload();
        }
    }
}
