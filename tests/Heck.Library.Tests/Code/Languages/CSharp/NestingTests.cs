using Heck.Code.Languages.CSharp;
using Heck.Library.Tests.Code.Languages.Oracles;
using Microsoft.CodeAnalysis.CSharp;

namespace Heck.Library.Tests.Code.Languages.CSharp;

/// <summary>What is refused would end the process in Roslyn's parser; what people write is not refused.</summary>
public class NestingTests
{
    public static TheoryData<string, string, string> Recursions => new()
    {
        { "var x = ", "(", "" },
        { "", "( ", " x);" },
        { "", "A<\n", "" },
        { "var x = a", "?.b", ";" },
        { "var x = a", "? .b", ";" },
        { "var x = a", "?/**/.b", ";" },
        { "var x = a", "?.b(c => { ; })", ";" },
        { "var x = a", "?[0]", ";" },
        { "var x = a is ", "not ", "null;" },
        { "var x = from a in b ", "select a into b ", "select b;" },
        { "var x = from a in b ", "select new { } into b ", "select b;" },
        { "var x = ", "$\"{", "" },
        { "var x = ", ") $@\"{", "" },
        { "var x = { ", "{ ) ", "" },
        { "var x = ", "\"(\"(", "" },
        { "var x = @\"\\\" + ", "(", "" },
        { "/* ' */ x = ", "(", "" },
        { "", ":: partial ", "" },
        { "var x = a is ", ".. ", "1;" },
        { "\n#if A\n#if ", "!", "B\n#endif\n#endif\n" },
        { "\n#if ", "A || ", "B\n#endif\n" },
        { "\n", "#if A\n", "" },
        { "\n#if A\n", "#elif B\n", "#endif\n" },
        { "var x = $@\"\n// {a is ", "not ", "null}\";" },
    };

    [Theory]
    [MemberData(nameof(Recursions))]
    public void A_repetition_over_which_the_parser_recurses_is_too_deep(string start, string repeated, string end) =>
        Assert.True(Nesting.IsTooDeep($"class C {{ void M() {{ {start}{string.Concat(Enumerable.Repeat(repeated, 2_500))}{end} }} }}"));

    [Theory]
    [InlineData("x = a?.b ?? c;\n")]
    [InlineData("/// <summary>Is not that.</summary>\nvoid M() { }\n")]
    [InlineData("if (a < b) { c = d << 2; }\n")]
    [InlineData("case '(': Open(\"(\"); break;\n")]
    [InlineData("#if A\nint a;\n#else\nint b;\n#endif\n")]
    [InlineData("A<B> x = new(); // it's (fine)\n\n    // but not in [1, 2)\n")]
    public void Many_lines_of_ordinary_code_are_not(string line) => Assert.False(Nesting.IsTooDeep(string.Concat(Enumerable.Repeat(line, 5_000))));

    [Theory]
    [InlineData("", "-> a ", "")]
    [InlineData(") ", "a.", "b")]
    [InlineData("class C { int x = 1", " + 1", "; }")]
    [InlineData("class C { bool x = ", "!", "a; }")]
    [InlineData("class C { object x = a", "?.b", "; }")]
    public void The_parser_refuses_what_nests_too_deeply(string start, string repeated, string end) =>
        Assert.Throws<InsufficientExecutionStackException>(() => CSharpParser.Parse(
            start + string.Concat(Enumerable.Repeat(repeated, 200_000)) + end, CSharpParseOptions.Default, "", TestContext.Current.CancellationToken));

    [Fact]
    public void The_parser_reads_a_sum_of_thousands() =>
        Assert.Empty(CSharpParser.Parse($"class C {{ int x = 1{string.Concat(Enumerable.Repeat(" +\n    1", 10_000))}; }}", CSharpParseOptions.Default, "", TestContext.Current.CancellationToken)
            .GetDiagnostics(TestContext.Current.CancellationToken));

    [Fact]
    public void No_file_of_this_repository_is_too_deep() =>
        Assert.DoesNotContain(Directory.EnumerateFiles(Path.Combine(Corpus.Repository, "Heck.Library"), "*.cs", SearchOption.AllDirectories), f => Nesting.IsTooDeep(File.ReadAllText(f)));
}
