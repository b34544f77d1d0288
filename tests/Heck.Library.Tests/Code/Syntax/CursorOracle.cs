using System.Runtime.InteropServices;
using Heck.Code.Syntax;

namespace Heck.Library.Tests.Code.Syntax;

/// <summary>Walks a tree through tree-sitter's own cursor, one node at a time, and compares what the flattened tree says.</summary>
internal static unsafe partial class CursorOracle
{
    // Already loaded by the parser under test, so that the plain name is resolved by its path.
    private static readonly nint Library = Load();

    public static void AssertSame(Grammar grammar, byte[] source)
    {
        using var parser = new SyntaxParser(grammar);
        using var tree = parser.Parse(source);
        var expected = Walk(grammar, source, out var hasError);
        var actual = tree.Nodes.ToArray().Select((n, i) => new Seen(n.Start, n.End, n.Line, n.Kind, n.Field, n.IsNamed, n.IsMissing, n.IsError, n.IsExtra, n.HasError, n.Next)).ToArray();
        Assert.Equal(expected, actual);
        Assert.Equal(hasError, tree.Nodes[0].HasError);
        Assert.Equal(hasError, tree.ErrorCount > 0);
    }

    private static Seen[] Walk(Grammar grammar, byte[] source, out bool hasError)
    {
        var language = Call<LanguageOf>("hk_language")((uint)grammar);
        var parser = Call<NewParser>("ts_parser_new")();
        Call<SetLanguage>("ts_parser_set_language")(parser, language);
        fixed (byte* bytes = source)
        {
            var tree = Call<ParseString>("ts_parser_parse_string")(parser, 0, bytes, (uint)source.Length);
            var root = Call<RootNode>("ts_tree_root_node")(tree);
            hasError = Flag("ts_node_has_error", root);
            var cursor = Call<NewCursor>("ts_tree_cursor_new")(root);
            var seen = new List<Seen>();
            Visit(&cursor, seen);
            Call<DeleteCursor>("ts_tree_cursor_delete")(&cursor);
            Call<Delete>("ts_tree_delete")(tree);
            Call<Delete>("ts_parser_delete")(parser);
            return [.. seen];
        }
    }

    private static void Visit(Cursor* cursor, List<Seen> seen)
    {
        var node = Call<CurrentNode>("ts_tree_cursor_current_node")(cursor);
        var index = seen.Count;
        seen.Add(new(
            (int)Call<NodeUInt>("ts_node_start_byte")(node), (int)Call<NodeUInt>("ts_node_end_byte")(node), (int)Call<NodePoint>("ts_node_start_point")(node).Row,
            Call<NodeSymbol>("ts_node_symbol")(node), Call<CurrentField>("ts_tree_cursor_current_field_id")(cursor),
            Flag("ts_node_is_named", node), Flag("ts_node_is_missing", node), Flag("ts_node_is_error", node), Flag("ts_node_is_extra", node), Flag("ts_node_has_error", node), 0));
        if (Call<Step>("ts_tree_cursor_goto_first_child")(cursor) != 0)
        {
            do Visit(cursor, seen);
            while (Call<Step>("ts_tree_cursor_goto_next_sibling")(cursor) != 0);
            Assert.NotEqual(0, Call<Step>("ts_tree_cursor_goto_parent")(cursor));
        }
        seen[index] = seen[index] with { Next = seen.Count };
    }

    private static bool Flag(string name, Node node) => Call<NodeFlag>(name)(node) != 0;

    private static T Call<T>(string name)
        where T : Delegate => Marshal.GetDelegateForFunctionPointer<T>(NativeLibrary.GetExport(Library, name));

    private static nint Load()
    {
        var file = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "runtimes"), "*heckts*", SearchOption.AllDirectories).Single(f => NativeLibrary.TryLoad(f, out _));
        return NativeLibrary.Load(file);
    }

    private sealed record Seen(int Start, int End, int Line, ushort Kind, ushort Field, bool Named, bool Missing, bool Error, bool Extra, bool HasError, int Next);

    [StructLayout(LayoutKind.Sequential)]
    private struct Node
    {
        public fixed uint Context[4];
        public nint Id;
        public nint Tree;
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Cursor
    {
        public nint Tree;
        public nint Id;
        public fixed uint Context[3];
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Point
    {
        public uint Row;
        public uint Column;
    }

    private delegate nint LanguageOf(uint grammar);
    private delegate nint NewParser();
    private delegate byte SetLanguage(nint parser, nint language);
    private delegate nint ParseString(nint parser, nint old, byte* text, uint length);
    private delegate Node RootNode(nint tree);
    private delegate Cursor NewCursor(Node node);
    private delegate void DeleteCursor(Cursor* cursor);
    private delegate void Delete(nint handle);
    private delegate Node CurrentNode(Cursor* cursor);
    private delegate ushort CurrentField(Cursor* cursor);
    private delegate byte Step(Cursor* cursor);
    private delegate uint NodeUInt(Node node);
    private delegate Point NodePoint(Node node);
    private delegate ushort NodeSymbol(Node node);
    private delegate byte NodeFlag(Node node);
}
