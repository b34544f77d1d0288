namespace Heck.Code.Patches.Replies.Matching;

/// <summary>
/// What may differ between the lines of an edit and those of the file, in the order in which it is tried. Line ends never matter. It only widens where lines are found,
/// never what is written.
/// </summary>
internal enum Widening
{
    None,

    /// <summary>Blanks at the ends of lines.</summary>
    TrailingBlanks,

    /// <summary>Quotes, dashes and blanks that a typesetter uses, for those of a keyboard, as well.</summary>
    Typography,

    /// <summary>The indent of all lines, by the same amount, as well.</summary>
    Indent,
}
