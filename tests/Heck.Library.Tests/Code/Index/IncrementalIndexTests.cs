using CsCheck;

namespace Heck.Library.Tests.Code.Index;

/// <summary>The law of the incremental index: whatever happened to the tree, it says what an index made from nothing says.</summary>
public sealed class IncrementalIndexTests
{
    private abstract record Step;

    private sealed record Write(string Path, string Content) : Step;

    private sealed record Delete(string Path) : Step;

    private sealed record Rename(string From, string To) : Step;

    private sealed record Index(bool Full) : Step;

    private static readonly Gen<string> Paths = Gen.OneOf("a.tiny", "b.tiny", "sub/a.tiny", "sub/deep/c.tiny", "notes.md", "prefix.txt", "é.tiny");

    private static readonly Gen<string> Lines = Gen.OneOf(
        Gen.Select(Gen.OneOf("def ", "use "), Gen.OneOf("apple", "pearTree", "$x", "naïve", "_y"), (verb, name) => verb + name),
        Paths.Select(path => "import " + path),
        Gen.OneOf("", "sub/", "words that are no code", "\0"));

    private static readonly Gen<Step> Steps = Gen.Frequency(
        (5, Gen.Select(Paths, Lines.Array[0, 5], Step (path, lines) => new Write(path, string.Join('\n', lines)))),
        (2, Paths.Select(Step (path) => new Delete(path))),
        (2, Gen.Select(Paths, Paths, Step (from, to) => new Rename(from, to))),
        (2, Gen.Frequency((9, Gen.Const(false)), (1, Gen.Const(true))).Select(Step (full) => new Index(full))));

    [Fact]
    public void After_any_edits_the_index_is_what_a_new_one_would_be() => Steps.Array[1, 25].Sample(
        steps =>
        {
            using var tree = new IndexedTree();
            foreach (var step in steps) Do(tree, step);
            tree.Build();
            Assert.Empty(tree.Differences());
            Assert.Equal(0, tree.Build().Parsed);
        },
        iter: 40, threads: 1);

    private static void Do(IndexedTree tree, Step step)
    {
        string At(string path) => Path.Combine(tree.Layout.Root, path);
        switch (step)
        {
            case Write(var path, var content): tree.With(path, content); break;
            case Delete(var path) when File.Exists(At(path)): File.Delete(At(path)); break;
            case Rename(var from, var to) when File.Exists(At(from)) && Directory.Exists(Path.GetDirectoryName(At(to))): File.Move(At(from), At(to), overwrite: true); break;
            case Index(var full): tree.Build(full); break;
        }
    }
}
