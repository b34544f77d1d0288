using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Heck.Code.Syntax;

namespace Heck.Library.Tests.Code.Syntax;

public sealed class SyntaxParserTests
{
    public static TheoryData<int, string> Samples => new()
    {
        { (int)Grammar.TypeScript, "export abstract class A<T> extends B { private x?: number = 1; get y(): string { return `${this.x}`; } }\nimport type { C } from './c';\n" },
        { (int)Grammar.Tsx, "// first\nexport const V = (p: P) => <div className=\"a\" {...p}>{p.children} text</div>;\n" },
        { (int)Grammar.JavaScript, "async function* f({ a, ...rest }, [b] = []) { for await (const x of g()) yield x ?? a?.b\n return rest }\n" },
        { (int)Grammar.Python, "import os.path as p\n@dec\nasync def f(a, *, b: int = 1, **kw) -> None:\n    \"\"\"doc\"\"\"\n    if a:\n        print(f'{a!r:>{b}}')\n    elif b: pass\n" },
        { (int)Grammar.Go, "package main\n\nimport \"fmt\"\n\ntype T[K comparable] struct { A, B int `json:\"a\"` }\n\nfunc (t *T[K]) Do(x ...int) (err error) { defer fmt.Println(x); return }\n" },
        { (int)Grammar.CSharp, "namespace N;\npublic sealed record R(int A, string? B = null) : I<R> { public int C => A switch { > 1 => 2, _ => 3 }; }\n" },
        { (int)Grammar.TypeScript, "class { function ( = ; } ] export 1 +\n" },
        { (int)Grammar.Go, "func f( { x := \n" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Flat_nodes_are_those_of_a_cursor_walk(int grammar, string source) =>
        CursorOracle.AssertSame((Grammar)grammar, Encoding.UTF8.GetBytes(source));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Navigation_agrees_with_the_flat_array(int grammar, string source)
    {
        using var parser = new SyntaxParser((Grammar)grammar);
        using var tree = parser.Parse(Encoding.UTF8.GetBytes(source));
        for (var node = 0; node < tree.Count; node++)
        {
            List<int> children = [], bySiblings = [];
            foreach (var child in tree.Children(node)) children.Add(child);
            for (var child = tree.FirstChild(node); child >= 0; child = tree.NextSibling(child)) bySiblings.Add(child);
            Assert.Equal(children, bySiblings);
            Assert.Equal(Enumerable.Range(0, tree.Count).Where(n => tree.Parent(n) == node), children);
            Assert.All(children, child => Assert.True(tree.Nodes[child].Start >= tree.Nodes[node].Start && tree.Nodes[child].End <= tree.Nodes[node].End));
            if (!tree.Text(node).IsEmpty) Assert.Equal(tree.Text(node), tree.Text(tree.Covering(tree.Nodes[node].Start, tree.Nodes[node].End)));
        }
    }

    [Fact]
    public void Kinds_and_fields_are_found_by_name()
    {
        using var parser = new SyntaxParser(Grammar.TypeScript);
        using var tree = parser.Parse("\n  class Käse {}"u8.ToArray());
        var info = GrammarInfo.Of(Grammar.TypeScript);
        var declaration = tree.ChildOfKind(0, info.Kind("class_declaration"));
        var name = tree.ChildByField(declaration, info.Field("name"));
        Assert.Equal("Käse", tree.TextString(name));
        Assert.Equal("type_identifier", info.KindName(tree.Nodes[name].Kind));
        Assert.Equal("name", info.FieldName(tree.Nodes[name].Field));
        Assert.Equal(1, tree.Nodes[name].Line);
        Assert.NotEqual(info.Kind("import"), info.Token("import"));
        Assert.Equal(info.Kind("=>"), info.Token("=>"));
    }

    [Fact]
    public void An_unknown_name_throws()
    {
        var info = GrammarInfo.Of(Grammar.Go);
        Assert.Contains("class_declaration", Assert.Throws<InvalidOperationException>(() => info.Kind("class_declaration")).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => info.Field("no_such_field"));
    }

    [Fact]
    public void Every_kind_a_tree_shows_is_found_again_by_its_name()
    {
        foreach (var grammar in Enum.GetValues<Grammar>())
        {
            var info = GrammarInfo.Of(grammar);
            foreach (var (_, source) in Samples.Select(s => s.Data).Where(s => s.Item1 == (int)grammar))
            {
                using var parser = new SyntaxParser(grammar);
                using var tree = parser.Parse(Encoding.UTF8.GetBytes(source));
                foreach (var node in tree.Nodes)
                    Assert.Equal(node.Kind, node.IsNamed ? info.Kind(info.KindName(node.Kind)) : info.Token(info.KindName(node.Kind)));
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("a\0b\0\0c = 1;\n")]
    [InlineData("\0")]
    [InlineData("\uFEFFlet a = 1;")]
    public void Odd_sources_yield_a_tree(string source)
    {
        foreach (var grammar in Enum.GetValues<Grammar>())
            CursorOracle.AssertSame(grammar, Encoding.UTF8.GetBytes(source));
    }

    [Fact]
    public void Bytes_that_are_no_utf8_yield_a_tree() =>
        CursorOracle.AssertSame(Grammar.JavaScript, [0x61, 0xff, 0xfe, 0x3d, 0x31, 0xc3]);

    [Theory]
    [InlineData("(", ")")]
    [InlineData("[", "]")]
    [InlineData("f(() => {", "})")]
    [InlineData("(", "")]
    public void Deep_nesting_is_read(string open, string close)
    {
        var source = string.Concat(Enumerable.Repeat(open, 1_000)) + "1" + string.Concat(Enumerable.Repeat(close, 1_000));
        using var parser = new SyntaxParser(Grammar.TypeScript);
        using var tree = parser.Parse(Encoding.UTF8.GetBytes(source));
        Assert.True(tree.Count > 1_000);
        Assert.Equal(close.Length == 0, tree.Nodes[0].HasError);
    }

    [Theory]
    [InlineData("x = ", "!", "1", "nests too deeply")]
    [InlineData("x = ", "\"a\" + ", "1", "nests too deeply")]
    [InlineData("@a", "()", " class A { }", "more memory or time")]
    public void What_no_code_does_is_refused(string start, string repeated, string end, string why)
    {
        using var parser = new SyntaxParser(Grammar.TypeScript);
        var refused = Assert.Throws<InsufficientExecutionStackException>(() => parser.Parse(Encoding.UTF8.GetBytes(start + string.Concat(Enumerable.Repeat(repeated, 50_000)) + end)));
        Assert.Contains(why, refused.Message, StringComparison.Ordinal);
        using var next = parser.Parse("x = 1"u8.ToArray());
        Assert.Equal(0, next.ErrorCount);
    }

    [Fact]
    public void A_huge_line_is_parsed()
    {
        var source = "x=[" + string.Concat(Enumerable.Range(0, 50_000).Select(i => $"{i},")) + "];";
        using var parser = new SyntaxParser(Grammar.JavaScript);
        using var tree = parser.Parse(Encoding.UTF8.GetBytes(source));
        Assert.Equal(0, tree.ErrorCount);
        Assert.Equal(source.Length, tree.Nodes[0].End);
        Assert.True(tree.Count > 100_000);
    }

    [Fact]
    public void A_parser_is_as_good_as_new_after_a_huge_file()
    {
        var small = "let a = { b: [1] };"u8.ToArray();
        using var parser = new SyntaxParser(Grammar.JavaScript);
        parser.Parse(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("f(1, [2], { a: b });\n", 20_000)))).Dispose();
        using var tree = parser.Parse(small);
        Assert.Equal(Digest(Grammar.JavaScript, small), Digest(tree));
    }

    [Fact]
    public void Errors_are_counted_and_placed()
    {
        using var parser = new SyntaxParser(Grammar.JavaScript);
        using var whole = parser.Parse("let a = 1;"u8.ToArray());
        Assert.Equal((0, -1, false), (whole.ErrorCount, whole.FirstErrorOffset, whole.Nodes[0].HasError));
        using var broken = parser.Parse("let a = 1;\nf(;"u8.ToArray());
        Assert.True(broken.ErrorCount > 0 && broken.Nodes[0].HasError);
        Assert.InRange(broken.FirstErrorOffset, 11, 14);
    }

    [Fact]
    public void Parallel_parsers_agree_with_one()
    {
        var sources = Samples.Select(s => (Grammar: (Grammar)s.Data.Item1, Bytes: Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(s.Data.Item2, 20))))).ToArray();
        var expected = sources.Select(s => Digest(s.Grammar, s.Bytes)).ToArray();
        Parallel.For(0, 200, i => Assert.Equal(expected[i % sources.Length], Digest(sources[i % sources.Length].Grammar, sources[i % sources.Length].Bytes)));
    }

    [Fact]
    public void A_cancelled_parse_stops_and_the_parser_can_be_used_again()
    {
        var source = Encoding.UTF8.GetBytes("x=[" + string.Concat(Enumerable.Repeat("[1,2,{a:3}],", 400_000)) + "];");
        using var parser = new SyntaxParser(Grammar.JavaScript);
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        Assert.Throws<OperationCanceledException>(() => parser.Parse(source, cancellation.Token));
        using var tree = parser.Parse("let a"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(0, tree.ErrorCount);
    }

    [Fact]
    public void A_disposed_tree_is_not_read()
    {
        using var parser = new SyntaxParser(Grammar.Go);
        var tree = parser.Parse("package a"u8.ToArray());
        tree.Dispose();
        tree.Dispose();
        Assert.Throws<ObjectDisposedException>(() => tree.FirstChild(0));
    }

    private static string Digest(Grammar grammar, byte[] source)
    {
        using var parser = new SyntaxParser(grammar);
        using var tree = parser.Parse(source);
        return Digest(tree);
    }

    private static string Digest(SyntaxTree tree) => Convert.ToHexString(SHA256.HashData(MemoryMarshal.AsBytes(tree.Nodes)));
}
