namespace Heck.Code.Refactoring;

/// <summary>A use of the new name that the rename would capture, and what written before it keeps its meaning, such as <c>this.</c>.</summary>
internal sealed record HeldUse(NameUse Use, string Prefix);
