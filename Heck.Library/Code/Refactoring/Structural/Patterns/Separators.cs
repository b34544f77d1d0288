namespace Heck.Code.Refactoring.Structural.Patterns;

/// <summary>
/// Tokens between neighbours that mean nothing by themselves. Only these may be more or fewer in code than in a pattern: a keyword that the
/// pattern lacks (<c>async</c>, <c>static</c>) would be lost by a rewrite.
/// </summary>
internal static class Separators
{
    public static bool Are(ReadOnlySpan<byte> token) => token.Trim(" \t\r\n"u8) is [] or [(byte)','] or [(byte)';'];
}
