namespace Heck.Code.Refactoring;

/// <summary>What kind of text an occurrence of a word stands in.</summary>
internal enum TextKind
{
    Other,
    Comment,
    String,
}
