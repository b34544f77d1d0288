namespace Heck.Code.Refactoring.Edits;

/// <summary>Replaces some bytes of a file's UTF-8 by a text.</summary>
internal readonly record struct TextEdit(int Start, int Length, string Text)
{
    public int End => Start + Length;
}
