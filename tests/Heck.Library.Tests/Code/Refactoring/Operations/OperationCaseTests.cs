using Heck.Contracts.Errors;

namespace Heck.Library.Tests.Code.Refactoring.Operations;

/// <summary>The cases of every language but rename's: an input tree and a request, and the tree that is expected or the refusal.</summary>
public sealed class OperationCaseTests
{
    public static TheoryData<string> TypeScript => [.. OperationCase.Names("typescript")];

    public static TheoryData<string> Python => [.. OperationCase.Names("python")];

    public static TheoryData<string> Go => [.. OperationCase.Names("go")];

    public static TheoryData<string> CSharp => [.. OperationCase.Names("csharp")];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(TypeScript))]
    public void In_typescript_a_refactoring_gives_what_the_case_expects(string name) => Check(name);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Python))]
    public void In_python_a_refactoring_gives_what_the_case_expects(string name) => Check(name);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Go))]
    public void In_go_a_refactoring_gives_what_the_case_expects(string name) => Check(name);

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(CSharp))]
    public void In_csharp_a_refactoring_gives_what_the_case_expects(string name) => Check(name);

    private static void Check(string name)
    {
        var given = OperationCase.Read(name);
        if (given.Refused is { } code)
        {
            var refusal = Assert.Throws<HeckException>(() => given.Run(TestContext.Current.CancellationToken));
            Assert.Equal(code, refusal.Error.Code);
            Assert.True(code == ErrorTable.RefactorInvalidName.Code || refusal.Error.Details?["places"] is not null, "a refusal names the places");
            return;
        }

        Assert.Equal(Join(given.Expected), Join(given.Run(TestContext.Current.CancellationToken)));
    }

    private static string Join(SortedDictionary<string, string> tree) => string.Join('\n', tree.Select(f => $"== {f.Key}\n{f.Value}"));
}
