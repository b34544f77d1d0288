namespace Heck.Code.Syntax;

/// <summary>What a <see cref="SyntaxNode"/> keeps in the bits above its line.</summary>
[Flags]
internal enum SyntaxFlags : uint
{
    None = 0,
    IsLastSibling = 1u << 26,
    HasError = 1u << 27,
    IsNamed = 1u << 28,
    IsMissing = 1u << 29,
    IsError = 1u << 30,
    IsExtra = 1u << 31,
}
