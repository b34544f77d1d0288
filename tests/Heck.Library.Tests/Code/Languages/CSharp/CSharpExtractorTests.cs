using Heck.Code.Languages.CSharp;
using static Heck.Library.Tests.Code.Languages.ExtractedFacts;

namespace Heck.Library.Tests.Code.Languages.CSharp;

public class CSharpExtractorTests
{
    private static readonly CSharpLanguage CSharp = new();

    [Fact]
    public void Everything_that_a_type_declares_is_a_symbol_and_locals_and_parameters_are_none() => Assert.Equal(
        [
            "+namespace A.B", "+class A.B.C", "constant A.B.C.X", "field A.B.C.a", "field A.B.C.b", "+event A.B.C.Changed", "+constructor A.B.C.C", "method A.B.C.C",
            "+property A.B.C.P", "+property A.B.C.this", "+event A.B.C.E", "+method A.B.C.operator +", "+method A.B.C.implicit operator int", "+method A.B.C.M", "function A.B.C.M.local",
            "method A.B.C.Dispose", "record A.B.R", "+property A.B.R.One", "+interface A.B.I", "+method A.B.I.N", "enum A.B.Kind", "+enummember A.B.Kind.First",
            "+delegate A.B.D", "struct A.B.S", "field A.B.S.event",
        ],
        Symbols(CSharp, """
            namespace A.B;
            public class C : I
            {
                const int X = 1;
                private int a = 1, b;
                public event Action Changed;
                protected C(int p) { }
                ~C() { }
                public int P { get; set; }
                public int this[int i] => i;
                public event Action E { add { } remove { } }
                public static C operator +(C l, C r) => l;
                public static implicit operator int(C c) => 1;
                public void M<T>(int p) { int v = 1; void local() { } Action lambda = () => { }; }
                void IDisposable.Dispose() { }
            }
            record R([property: X] int One);
            public interface I { void N(); }
            enum Kind { First }
            public delegate void D(int p);
            struct S(int captured) { int @event; }
            """));

    [Fact]
    public void Code_that_the_preprocessor_leaves_out_is_read_too() => Assert.Equal(
        ["class A", "+method A.Always", "+method A.Else", "+method A.Modern", "+method A.Both"],
        Symbols(CSharp, """
            class A
            {
                public void Always() { }
            #if NET
                public void Modern() { }
            #if DEBUG
                public void Both() { }
            #endif
            #else
                public void Else() { }
            #endif
            }
            """));

    [Fact]
    public void Branches_that_exclude_each_other_are_read_one_by_one() => Assert.Equal(
        ["class A", "+method A.First", "+method A.Second"],
        Symbols(CSharp, """
            class A
            {
            #if ONE
                public void First(
            #endif
            #if TWO
                public void Second(
            #endif
            #if ONE || TWO
                    int p) { }
            #endif
            }
            """));

    [Fact]
    public void Signature_is_the_head_on_one_line_and_documentation_is_plain_text()
    {
        var facts = Of(CSharp, """
            /// <summary>Adds <paramref name="a"/> to <see cref="X"/>.</summary>
            /// <param name="a">One.</param>
            /// <returns>A &lt; b.</returns>
            [Obsolete]
            public class C<T> : B
                where T : class // why
            {
                internal const int X = 1, Y = 2;
                public int P { get; } = 1;
                [A] public static async Task<int> M(
                    int a, /* b */ int c) => 1;
            }
            """);
        Assert.Equal("public class C<T> : B where T : class", Symbol(facts, "C").Signature);
        Assert.Equal("Adds a to X.\na: One.\nReturns: A < b.", Symbol(facts, "C").Doc);
        Assert.Equal("internal const int Y = 2", Symbol(facts, "Y").Signature);
        Assert.Equal("public int P", Symbol(facts, "P").Signature);
        Assert.Equal("public static async Task<int> M( int a, int c)", Symbol(facts, "M").Signature);
    }

    [Fact]
    public void References_have_their_role_and_the_symbol_that_they_stand_in() => Assert.Equal(
        [
            "inherit Base@C", "type Item@C", "type List@M", "type T@M", "call Run@M", "read text@M", "member Length@M", "call Thing@M", "write x@M", "read other@M",
            "member y@M", "write n@M", "type Name@M", "read System@M", "member Text@M", "type Builder@M", "read t@M",
        ],
        References(CSharp, """
            class C : Base<Item>
            {
                List<T> M() { Run(text.Length); var v = new Thing(); this.x = other.y; n++; return (Name)(System.Text.Builder)t; }
            }
            """));

    [Fact]
    public void Every_using_is_an_import() => Assert.Equal(
        ["import System", "import System.Math: *", "import A.B<int>: * as X", "import System.Linq"],
        Imports(CSharp, "global using System;\nusing static System.Math;\nusing X = A.B<int>;\nnamespace N { using System.Linq; }\n"));

    [Fact]
    public void Offsets_are_bytes_in_text_that_is_not_ascii()
    {
        const string source = "// é 𝕏\nclass Ünï { void M() { } }\n";
        var facts = Of(CSharp, source);
        Assert.Equal(["Ünï", "M"], facts.Symbols.Select(s => facts.Names[s.Name]));
        Assert.Equal((2, 18), NamePlace(source, Symbol(facts, "M")));
    }

    [Theory]
    [InlineData("record A(int X); record B(int X, int Y) : A(X);", "property A.X", "property B.Y")]
    [InlineData("record A { public int X { get; init; } } record B(int X) : A;", "property A.X")]
    [InlineData("record A(int X); record B(int Y) : A(Y); record C(int X) : B(X);", "property A.X", "property B.Y")]
    [InlineData("abstract record A { public abstract int X { get; } } record B(int X) : A;", "property A.X", "property B.X")]
    [InlineData("record A { int X => 1; } record B(int X) : A;", "property A.X", "property B.X")]
    [InlineData("record A<T>(T X); record B(int X) : A<int>(X);", "property A.X")]
    [InlineData("record A(int X) { public int X { get; } = X; }", "property A.X")]
    [InlineData("record A(int X) { public int X = X; }")]
    [InlineData("record A(int X) : B(X); record B(int X) : A(X);")]
    public void A_parameter_of_a_record_is_a_property_where_the_compiler_makes_one(string source, params string[] properties) =>
        Assert.Equal(properties, Symbols(CSharp, source).Select(s => s.TrimStart('+')).Where(s => s.StartsWith("property", StringComparison.Ordinal)));
}
