using System.Runtime.InteropServices;
using Heck.Runtime;

namespace Heck.Code.Syntax.Native;

/// <summary>The functions of <c>native/src/heck_ts.h</c>, one to one; nothing above Code/Syntax knows that they exist.</summary>
internal static unsafe partial class NativeSyntax
{
    private const string Library = ParserLibrary.Name;

    /// <summary><c>HK_TOO_MUCH</c>.</summary>
    internal const uint TooMuch = uint.MaxValue;

    static NativeSyntax() => NativeLibraries.Register(ParserLibrary.Name, ParserLibrary.Resolve);

    [LibraryImport(Library)]
    internal static partial nint hk_language(uint grammar);

    [LibraryImport(Library)]
    internal static partial uint hk_symbol_count(nint language);

    [LibraryImport(Library)]
    internal static partial uint hk_symbol_type(nint language, uint symbol);

    [LibraryImport(Library)]
    internal static partial uint hk_public_symbol(nint language, uint symbol);

    [LibraryImport(Library)]
    internal static partial uint hk_field_count(nint language);

    [LibraryImport(Library)]
    internal static partial nint hk_parser_new(nint language);

    [LibraryImport(Library)]
    internal static partial void hk_parser_delete(nint parser);

    [LibraryImport(Library)]
    internal static partial uint hk_parse(ParserHandle parser, byte* utf8, uint length, int* cancel);

    [LibraryImport(Library)]
    internal static partial uint hk_flatten(ParserHandle parser, SyntaxNode* nodes, uint capacity, uint deepest, out FlattenErrors errors);

    internal static string SymbolName(nint language, int symbol) => Marshal.PtrToStringUTF8((nint)hk_symbol_name(language, (uint)symbol))!;

    internal static string FieldName(nint language, int field) => Marshal.PtrToStringUTF8((nint)hk_field_name(language, (uint)field))!;

    [LibraryImport(Library)]
    private static partial byte* hk_symbol_name(nint language, uint symbol);

    [LibraryImport(Library)]
    private static partial byte* hk_field_name(nint language, uint field);

    /// <summary><c>hk_errors</c>.</summary>
    [StructLayout(LayoutKind.Sequential)]
    internal readonly struct FlattenErrors
    {
        internal readonly uint Count;
        internal readonly uint First;
    }
}
