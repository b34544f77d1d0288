namespace Heck.Code.Patches.Replies;

/// <summary>A line of an edit: a blank (context), <c>-</c> or <c>+</c>, and the text without its end.</summary>
/// <param name="Sign">What becomes of the line.</param>
/// <param name="Text">The line.</param>
/// <param name="LacksEnd">The form says that the file ends here without a line end.</param>
internal readonly record struct ProposedLine(char Sign, string Text, bool LacksEnd = false);
