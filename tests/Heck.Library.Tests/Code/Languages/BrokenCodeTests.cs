using System.Text;
using CsCheck;
using Heck.Code.Languages;
using Heck.Library.Tests.Code.Languages.Oracles;

namespace Heck.Library.Tests.Code.Languages;

/// <summary>Whatever a file holds, an extractor ends, throws nothing but that it nests too deeply, and tells places that lie in the file.</summary>
public class BrokenCodeTests
{
    private static readonly Dictionary<string, string> Sources = new()
    {
        ["typescript"] = Fixture("Everything.ts"),
        ["tsx"] = "export function View<T,>({ a, b = 1 }: Props) {\n  return <Panel.Inner title={`x${a}`} {...b}><></><div>text</div></Panel.Inner>;\n}\n" + Fixture("Everything.ts"),
        ["javascript"] = "import d, { e as f, g } from './y.js';\nimport * as h from './z.js';\nexport { f as i } from './u.js';\nclass A extends B { static #x = 1; get y() { return <X/>; } }\nconst { a, b: [c] } = require('x');\nmodule.exports = { a, b: c, d() {} };\nexports.z = function z() {};\n",
        ["python"] = "@dec\nclass A(B, metaclass=M):\n    '''Doc.'''\n    x: int = 1\n    async def m(self, *a: int, **k) -> List[int]:\n        match a:\n            case Point(x=0) | [1, *rest]: pass\n        return f'{a!r:>{k}}'\n"
            + "type T[X] = list[X]\nfrom ..a import (b as c)\n__all__ = ['A']\n",
        ["go"] = "package p\n\nimport (\n\tm \"math\"\n)\n\n// T is.\ntype T[K any] struct {\n\tA, b int `x`\n\t*pkg.E\n}\n\nfunc (t *T[K]) M(a ...int) (n int, err error) {\n\tfor i := range a {\n\t\tt.A, n = i, 1\n\t}\n\treturn\n}\n"
            + "const (\n\tX = iota\n\tY\n)\n",
        ["csharp"] = Fixture("Everything.cs"),
    };

    public static TheoryData<string> Languages => [.. Sources.Keys];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_beginning_of_a_file_is_read(string language)
    {
        var source = Sources[language];
        using var reader = new Reader(language);
        for (var length = 0; length < source.Length; length += 1 + (source.Length / (Corpus.IsLong ? 1000 : 60))) reader.Read(source[..length]);
    }

    [Theory]
    [InlineData("import { a ( b } from './x.js';")]
    [InlineData("import { a, ) } from './x.js';")]
    [InlineData("import * as ] a from './x.js';")]
    public void An_import_of_JavaScript_with_an_error_inside_is_read(string source)
    {
        using var reader = new Reader("javascript");
        reader.Read(source);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Code_with_pieces_lost_doubled_and_foreign_is_read(string language)
    {
        using var reader = new Reader(language);
        var gate = new Lock();
        Mutations(Sources[language]).Sample(
            source =>
            {
                lock (gate) reader.Read(source);
            },
            iter: Corpus.IsLong ? 20_000 : 60);
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void Code_nested_very_deeply_is_read(string language)
    {
        using var reader = new Reader(language);
        string[] openings = ["(", "[", "{", "x(", "a.", "class A { ", "<", "def f(): ", "- ", "a ? b : ", "`${", "A<", "if (x) ", "a => ", "#if A\n", "a?.b", "a ? b : ", "\"a\" + ", "a()", "[0]", "not ", "@a\n", "chan ", "A | ", "interface { m() ", "a.b()."];
        foreach (var opening in openings) reader.Read(string.Concat(Enumerable.Repeat(opening, Corpus.IsLong ? 100_000 : 3_000)));
    }

    private static Gen<string> Mutations(string source)
    {
        var place = Gen.Int[0, source.Length - 1];
        string[] pieces = ["{", "}", "(", ")", "\"", "'", "`", "/*", "//", "#if X\n", "é𝕏", "\r", "\0", "<", "=>", ":", "class ", "def ", "func ", "import ", "@"];
        var foreign = Gen.Int[0, pieces.Length - 1].Select(i => pieces[i]);
        return Gen.Select(place, Gen.Int[0, 40], place, foreign, (at, length, from, piece) => (at, length, from, piece)).Array[1, 6].Select(edits =>
        {
            var text = source;
            foreach (var (at, length, from, piece) in edits)
            {
                var start = Math.Min(at, text.Length);
                var end = Math.Min(start + length, text.Length);
                text = text[..start] + piece + source[from..Math.Min(from + length, source.Length)] + text[end..];
            }

            return text;
        });
    }

    private static string Fixture(string name) => File.ReadAllText(Path.Combine(Corpus.Repository, "tests", "fixtures", "extraction", name));

    private sealed class Reader(string language) : IDisposable
    {
        private readonly IFactExtractor _extractor = LanguageCatalog.All.Single(l => l.Id == language).CreateExtractor();
        private readonly FileFacts _facts = new();

        public void Dispose() => _extractor.Dispose();

        public void Read(string source)
        {
            var utf8 = Encoding.UTF8.GetBytes(source);
            try
            {
                _extractor.Extract(utf8, _facts, TestContext.Current.CancellationToken);
            }
            catch (InsufficientExecutionStackException)
            {
                return;
            }

            for (var i = 0; i < _facts.Symbols.Count; i++)
            {
                var symbol = _facts.Symbols[i];
                Assert.InRange(symbol.Parent, -1, i - 1);
                Assert.True(0 <= symbol.Start && symbol.Start <= symbol.NameStart && symbol.NameStart <= symbol.End && symbol.End <= utf8.Length, $"{symbol}");
                Assert.InRange(symbol.Name, 0, _facts.Names.Count - 1);
                Assert.NotEqual("", _facts.Names[symbol.Name]);
            }

            foreach (var reference in _facts.References)
            {
                Assert.InRange(reference.Enclosing, -1, _facts.Symbols.Count - 1);
                Assert.Equal(_facts.Names[reference.Name], Encoding.UTF8.GetString(utf8, reference.Start, Encoding.UTF8.GetByteCount(_facts.Names[reference.Name])));
            }
        }
    }
}
