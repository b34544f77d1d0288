using System.Runtime.InteropServices;

namespace Heck.Code.Syntax.Native;

internal sealed class ParserHandle() : SafeHandle(0, ownsHandle: true)
{
    public override bool IsInvalid => handle == 0;

    internal static ParserHandle Create(Grammar grammar)
    {
        var parser = new ParserHandle();
        parser.SetHandle(NativeSyntax.hk_parser_new(NativeSyntax.hk_language((uint)grammar)));
        return parser.IsInvalid ? throw new InvalidOperationException($"The parser library's runtime does not read its grammar {grammar}.") : parser;
    }

    protected override bool ReleaseHandle()
    {
        NativeSyntax.hk_parser_delete(handle);
        return true;
    }
}
