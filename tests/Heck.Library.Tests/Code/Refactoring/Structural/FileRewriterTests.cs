using Heck.Code.Refactoring.Structural;
using Heck.Contracts.Errors;

namespace Heck.Library.Tests.Code.Refactoring.Structural;

public sealed class FileRewriterTests
{
    [Theory]
    [InlineData("typescript", "twice($A)", "$A + $A", "let x = 2 * twice(y);", "let x = 2 * (y + y);")]
    [InlineData("typescript", "call($A)", "$A.run()", "call(a + b);", "(a + b).run();")]
    [InlineData("python", "less($A, $B)", "$A < $B", "x = a == less(b, c)\n", "x = a == (b < c)\n")]
    [InlineData("go", "neg($A)", "-$A", "package a\nvar x = neg(a + b)\n", "package a\nvar x = -(a + b)\n")]
    [InlineData("csharp", "Get($A)", "$A.Value", "class A { int b = Get(x ?? y); }", "class A { int b = (x ?? y).Value; }")]
    public void Code_that_an_operator_would_pull_apart_gets_parentheses(string language, string pattern, string rewrite, string code, string expected) =>
        Assert.Equal(expected, StructuralCase.Rewritten(language, code, pattern, rewrite));

    [Theory]
    [InlineData("typescript", "foo($$$A)", "bar($$$A, 1)", "foo(); foo(2);", "bar(1); bar(2, 1);")]
    [InlineData("typescript", "foo($$$A)", "bar(1, $$$A)", "foo(); foo(2);", "bar(1); bar(1, 2);")]
    [InlineData("typescript", "foo($$$A)", "", "a();\n  foo(1);\nb();\n", "a();\nb();\n")]
    [InlineData("typescript", "foo($$$A)", "", "g(a, foo(1), b);", "g(a, b);")]
    [InlineData("typescript", "foo($$$A)", "", "g(a, foo(1));", "g(a);")]
    public void What_stands_for_nothing_takes_its_comma_or_its_line_along(string language, string pattern, string rewrite, string code, string expected) =>
        Assert.Equal(expected, StructuralCase.Rewritten(language, code, pattern, rewrite));

    [Theory]
    [InlineData("typescript", "return $X", "return wrap($X)", "function f() { return a; }", "function f() { return wrap(a); }")]
    [InlineData("typescript", "run(() => { $$$B })", "go(() => { $$$B })", "run(() => {\r\n\ta();\r\n\tb(`x\r\n y`); // c\r\n})", "go(() => {\r\n\ta();\r\n\tb(`x\r\n y`); // c\r\n})")]
    [InlineData("typescript", "if (a) { $$$B }", "if (b) {\n  if (a) {\n    $$$B\n  }\n}", "  if (a) {\n    x(\n      `t\n    u`);\n  }\n", "  if (b) {\n    if (a) {\n      x(\n        `t\n    u`);\n    }\n  }\n")]
    [InlineData("python", "for $X in range(len($L)): $$$B", "for $X, _ in enumerate($L): $$$B", "for i in range(len(a)):\n    # why\n    b(i)\n    c(i)\nd()\n", "for i, _ in enumerate(a):\n    # why\n    b(i)\n    c(i)\nd()\n")]
    [InlineData("go", "foo($$$A)", "bar($$$A)", "package a\nfunc f() {\n\tfoo(\n\t\t1,\n\t\t2,\n\t)\n}\n", "package a\nfunc f() {\n\tbar(\n\t\t1,\n\t\t2,\n\t)\n}\n")]
    public void The_layout_of_captured_code_is_kept(string language, string pattern, string rewrite, string code, string expected) =>
        Assert.Equal(expected, StructuralCase.Rewritten(language, code, pattern, rewrite));

    [Fact]
    public void A_match_with_a_comment_that_would_be_lost_is_left()
    {
        var file = StructuralCase.Scan("typescript", "foo(/* why */ 1); foo(2);", "foo($A)", "bar($A)")!;
        Assert.Equal([MatchFate.Comment, MatchFate.Changed], file.Matches.Select(m => m.Fate));
    }

    [Fact]
    public void A_match_with_a_directive_that_would_be_lost_is_left() =>
        Assert.Equal([MatchFate.Comment], StructuralCase.Scan("csharp", "class A { void B() { c(1,\n#if D\n 2,\n#endif\n 3); } }", "c($X, $Y)", "c($Y, $X)")!.Matches.Select(m => m.Fate));

    [Fact]
    public void A_file_whose_code_under_a_condition_may_match_is_listed() => Assert.Equal(
        ["conditional_code"],
        StructuralCase.Run("csharp", "class A { void B() {\n#if D\n c(1);\n#endif\n } }", "c($X)", "d($X)").Skipped.Select(s => s.Reason));

    [Fact]
    public void Of_matches_inside_each_other_the_outer_one_is_changed()
    {
        var file = StructuralCase.Scan("typescript", "foo(foo(1))", "foo($A)", "bar($A)")!;
        Assert.Equal([MatchFate.Changed, MatchFate.Nested], file.Matches.Select(m => m.Fate));
        Assert.Single(file.Edits);
    }

    [Theory]
    [InlineData("typescript", "foo($A)", "bar($A", "foo(1);")]
    [InlineData("python", "print($X)", "", "if a:\n    print(1)\n")]
    public void A_result_that_does_not_parse_is_refused_with_the_place(string language, string pattern, string rewrite, string code)
    {
        var refusal = Assert.Throws<HeckException>(() => StructuralCase.Rewritten(language, code, pattern, rewrite));
        Assert.Equal(ErrorTable.RefactorBreaksSyntax.Code, refusal.Error.Code);
        Assert.NotNull(refusal.Error.Details?["places"]);
    }

    [Fact]
    public void A_metavariable_that_the_pattern_lacks_is_refused() =>
        Assert.Contains("$B", Assert.Throws<HeckException>(() => StructuralCase.Rewritten("typescript", "foo(1)", "foo($A)", "$B")).Error.Message, StringComparison.Ordinal);
}
