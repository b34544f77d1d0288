namespace Heck.Code.Targets;

/// <summary>A target as it was typed, taken apart. Numbers that were not said are 0.
/// <paramref name="Head"/> is what stands before them: a path, or all of <paramref name="Text"/>.</summary>
internal sealed record Target(string Text, TargetForm Form, string Head, int Line = 0, int Column = 0, int EndLine = 0, int EndColumn = 0);
