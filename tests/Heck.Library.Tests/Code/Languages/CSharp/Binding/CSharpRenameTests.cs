using Heck.Contracts.Errors;
using Heck.Library.Tests.Code.Refactoring.Rename;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Library.Tests.Code.Languages.CSharp.Binding;

/// <summary>The cases of C# under tests/fixtures/refactor, and the compiler as judge of what they expect.</summary>
public sealed class CSharpRenameTests
{
    // Deliberately broken, or several projects: what the compiler says of all files at once would mean nothing.
    private static readonly string[] NotOneProgram = ["csharp-two-projects-with-one-name", "csharp-linked-file-in-two-projects"];

    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(RenameCase.Root, "csharp-*").Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rename_gives_what_the_case_expects(string name)
    {
        var given = RenameCase.Read(name);
        SortedDictionary<string, string>? tree = null;
        var refusal = Record.Exception(() => tree = given.Run());
        Assert.True(refusal is null or HeckException, refusal?.ToString());
        Assert.Equal(given.Refused ?? "", refusal is HeckException told ? told.Error.Code + (given.Refused == told.Error.Code ? "" : ": " + told.Message) : "");
        if (refusal is HeckException error) Assert.True(error.Error.Code == ErrorTable.RefactorInvalidName.Code || error.Error.Details?["places"] is not null, "a refusal names the places");
        else Assert.Equal(Join(given.Expected), Join(tree!));
    }

    [Fact]
    public void The_compiler_says_the_same_of_every_case_before_and_after()
    {
        foreach (var name in Cases.Select(c => c.Data).Except(NotOneProgram))
        {
            var given = RenameCase.Read(name);
            if (given.Refused is not null) continue;
            Assert.Equal($"{name}\n{Said(Path.Combine(given.Folder, "input"))}", $"{name}\n{Said(Path.Combine(given.Folder, "expected"))}");
        }
    }

    private static string Said(string folder)
    {
        var options = new CSharpParseOptions(LanguageVersion.Latest, DocumentationMode.Diagnose);
        var trees = Directory.EnumerateFiles(folder, "*.cs").Order(StringComparer.Ordinal).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), options, Path.GetFileName(f))).ToList();
        var kind = trees.Exists(t => t.GetCompilationUnitRoot().Members.Any(SyntaxKind.GlobalStatement)) ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary;
        var usings = CSharpSyntaxTree.ParseText("global using System.Linq; global using System.Collections.Generic;", options);
        var references = AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!.ToString()!.Split(Path.PathSeparator).Select(f => MetadataReference.CreateFromFile(f));
        var compilation = CSharpCompilation.Create("case", trees.Append(usings), references, new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        return string.Join('\n', compilation.GetDiagnostics().Where(d => d.Severity >= DiagnosticSeverity.Warning && d.Id != "CS0109").Select(d => d.Location.GetLineSpan() is var at ? $"{at.Path}:{at.StartLinePosition.Line} {d.Id}" : "").Order(StringComparer.Ordinal));
    }

    private static string Join(SortedDictionary<string, string> tree) => string.Join('\n', tree.Select(f => $"== {f.Key}\n{f.Value}"));
}
