using Heck.Contracts.Errors;
using Heck.Library.Tests.Code.Refactoring.Rename;

namespace Heck.Library.Tests.Code.Languages.Python.Binding;

/// <summary>The cases under tests/fixtures/refactor: an input tree and a request, and the tree that is expected or the refusal.</summary>
public class PythonRenameTests
{
    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(RenameCase.Root, "python-*").Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rename_gives_what_the_case_expects(string name)
    {
        var given = RenameCase.Read(name);
        var refusal = Record.Exception(() => given.Run()) as HeckException;
        Assert.Equal(given.Refused ?? "", refusal is null ? "" : refusal.Error.Code);
        if (refusal is not null)
        {
            Assert.True(refusal.Error.Code is "refactor.invalid_name" or "refactor.unsupported" or "refactor.external" || refusal.Error.Details?["places"] is not null, "a refusal names the places");
            return;
        }

        Assert.Equal(Join(given.Expected), Join(given.Run()));
    }

    private static string Join(SortedDictionary<string, string> tree) => string.Join('\n', tree.Select(f => $"== {f.Key}\n{f.Value}"));

    [Fact]
    public void Every_program_of_the_cases_prints_the_same_before_and_after()
    {
        Assert.SkipUnless(Python.Exists, "python3 is not installed");
        foreach (var name in Cases.Select(c => c.Data))
        {
            var given = RenameCase.Read(name);
            if (given.Program is not { } program || given.Refused is not null) continue;
            Assert.Equal($"{name}\n{Python.RunFile(Path.Combine(given.Folder, "input"), program)}", $"{name}\n{Python.RunFile(Path.Combine(given.Folder, "expected"), program)}");
        }
    }
}
