using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript;

/// <summary>Parses TypeScript, with a second try for what the compiler reads and the grammar does not.</summary>
internal static class TypeScriptSyntax
{
    public static SyntaxTree Parse(SyntaxParser parser, ReadOnlyMemory<byte> utf8, CancellationToken ct = default)
    {
        var tree = parser.Parse(utf8, ct);
        if (tree.ErrorCount == 0 && !GrammarGaps.MayHide(utf8.Span)) return tree;
        if (GrammarGaps.Bridge(utf8.Span) is not { } standIn) return tree;
        var bridged = parser.ParseAs(utf8, standIn, ct);
        var worse = bridged.ErrorCount > tree.ErrorCount;
        (worse ? bridged : tree).Dispose();
        return worse ? tree : bridged;
    }
}
