namespace Heck.Code.Patches;

/// <summary>A change before it is a patch.</summary>
internal sealed record PatchDraft(string Title, string RunId, IReadOnlyList<FileEdit> Edits, PatchAuthor? Engine = null);
