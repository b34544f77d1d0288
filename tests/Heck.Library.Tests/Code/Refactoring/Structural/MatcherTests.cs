using Heck.Contracts.Errors;

namespace Heck.Library.Tests.Code.Refactoring.Structural;

public sealed class MatcherTests
{
    [Theory]
    [InlineData("typescript", "foo($A)", "foo(1); foo(); foo(1, 2); foo(a.b)", "foo(1)|foo(a.b)")]
    [InlineData("typescript", "foo($$$A)", "foo(1); foo(); foo(1, 2,)", "foo(1)|foo()|foo(1, 2,)")]
    [InlineData("typescript", "foo($$$A, $X)", "foo(); foo(1); foo(1, 2)", "foo(1)|foo(1, 2)")]
    [InlineData("typescript", "foo($X, $$$A)", "foo(); foo(1); foo(1, 2)", "foo(1)|foo(1, 2)")]
    [InlineData("typescript", "$A === $A", "a === b; a.b === a . b; f(1) === f(2)", "a.b === a . b")]
    [InlineData("typescript", "function $F() { $$$B }", "function a() { x() }\nasync function b() { x() }", "function a() { x() }")]
    [InlineData("typescript", "if ($C) { $$$B }", "if (a) { b }\nif (a) { b } else { c }", "if (a) { b }")]
    [InlineData("typescript", "let $X: $T", "let a: A<B> = 1; let b = 2; let c: number", "let c: number")]
    [InlineData("typescript", "import { $$$N } from \"$M\"", "import { a, b } from \"m\";\nimport c from \"m\";", "import { a, b } from \"m\";")]
    [InlineData("typescript", "get $P() { return $X; }", "class A { get a() { return 1; } b() { return 1; } }", "get a() { return 1; }")]
    [InlineData("typescript", "Array<$T>", "let a: Array<string>", "Array<string>")]
    [InlineData("tsx", "<$T>$$$C</$T>", "const a = <b>c</b>", "<b>c</b>")]
    [InlineData("javascript", "a(); b();", "a(); b(); c(); a(); c(); b()", "a(); b();")]
    [InlineData("javascript", "a(); $$$M; b();", "a(); c(); d(); b();", "a(); c(); d(); b();")]
    [InlineData("javascript", "foo(1)", "foo(/* why */ 1)", "foo(/* why */ 1)")]
    [InlineData("python", "print($X)", "print(1)\nprint(1, 2)\nawait print(3)", "print(1)|print(3)")]
    [InlineData("python", "def $F($$$P): $$$B", "def a(x): pass\nasync def b(): pass\ndef c() -> int: pass", "def a(x): pass")]
    [InlineData("python", "except $E: $$$B", "try:\n    a\nexcept B:\n    c", "except B:\n    c")]
    [InlineData("python", "$X[$K]", "a[1]; a[1:2]", "a[1]|a[1:2]")]
    [InlineData("go", "fmt.Println($$$A)", "package a\nfunc f() { fmt.Println(1, 2) }", "fmt.Println(1, 2)")]
    [InlineData("go", "if err != nil { return $X }", "package a\nfunc f() (int, error) {\nif err != nil {\nreturn 1, err\n}\nreturn 0, nil }", "if err != nil {\nreturn 1, err\n}")]
    [InlineData("go", "func ($R $T) String() string { $$$B }", "package a\nfunc (a A) String() string { return \"\" }\nfunc (a *A) Other() string { return \"\" }", "func (a A) String() string { return \"\" }")]
    [InlineData("go", "[]$T{$$$E}", "package a\nvar b = []int{1, 2}", "[]int{1, 2}")]
    [InlineData("csharp", "throw new $E($$$A)", "class A { int a => throw new B(1); void C() { throw new D(); } }", "throw new B(1)|throw new D();")]
    [InlineData("csharp", "Assert.True($X == $Y)", "class A { void B() { Assert.True(a == 1); Assert.True(a); } }", "Assert.True(a == 1)")]
    [InlineData("csharp", "public void $M($$$P) { $$$B }", "class A { public void B(int c, int d) { e(); } public static void F() { } }", "public void B(int c, int d) { e(); }")]
    [InlineData("csharp", "List<$T>", "class A { List<int> b; object c = new List<string>(); }", "List<int>|List<string>")]
    [InlineData("csharp", "if ($X == null) return;", "class A { void B() { if (a == null) return; if (b == null) { return; } } }", "if (a == null) return;")]
    public void A_pattern_matches_code_of_its_form_and_no_other(string language, string pattern, string code, string expected) =>
        Assert.Equal(expected.Split('|', StringSplitOptions.RemoveEmptyEntries), StructuralCase.Matches(language, code, pattern));

    [Theory]
    [InlineData("typescript", "")]
    [InlineData("typescript", "$A")]
    [InlineData("typescript", "foo($A")]
    [InlineData("python", "def")]
    [InlineData("go", "func {")]
    [InlineData("csharp", "class {")]
    [InlineData("typescript", "foo($A, $$$A)")]
    [InlineData("javascript", "$$$A; foo();")]
    public void What_is_no_code_or_matches_everything_is_refused(string language, string pattern) =>
        Assert.Equal(ErrorTable.PatternInvalid.Code, Assert.Throws<HeckException>(() => StructuralCase.Matches(language, "a", pattern)).Error.Code);

    [Fact]
    public void A_pattern_that_explodes_is_stopped() =>
        Assert.Equal(ErrorTable.PatternTooCostly.Code, Assert.Throws<HeckException>(
            () => StructuralCase.Matches("javascript", $"f({string.Join(", ", Enumerable.Range(0, 200))})", "f($$$A, 1, $$$B, 2, $$$C, 3, $$$D, 4, $$$E, x)")).Error.Code);
}
