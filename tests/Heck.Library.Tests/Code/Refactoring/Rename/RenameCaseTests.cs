using Heck.Contracts.Errors;

namespace Heck.Library.Tests.Code.Refactoring.Rename;

/// <summary>The cases of TypeScript and JavaScript under tests/fixtures/refactor: an input tree and a request, and the tree that is expected or the refusal.</summary>
public sealed class RenameCaseTests
{
    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(RenameCase.Root, "typescript-*").Select(d => Path.GetFileName(d)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_rename_gives_what_the_case_expects(string name)
    {
        var given = RenameCase.Read(name);
        if (given.Refused is { } code)
        {
            var refusal = Assert.Throws<HeckException>(() => given.Run());
            Assert.Equal(code, refusal.Error.Code);
            Assert.True(code == ErrorTable.RefactorInvalidName.Code || refusal.Error.Details?["places"] is not null, "a refusal names the places");
            return;
        }

        Assert.Equal(Join(given.Expected), Join(given.Run()));
    }

    private static string Join(SortedDictionary<string, string> tree) => string.Join('\n', tree.Select(f => $"== {f.Key}\n{f.Value}"));
}
