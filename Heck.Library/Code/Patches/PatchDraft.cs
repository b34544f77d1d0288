namespace Heck.Code.Patches;

/// <summary>A change before it is a patch.</summary>
internal sealed record PatchDraft(string Title, string RunId, IReadOnlyList<FileEdit> Edits, PatchMaker? Engine = null)
{
    /// <summary>Who has it made; null where nobody asked.</summary>
    public PatchAuthor? Author { get; init; }

    /// <summary>The form in which a model wrote it; null for anything else.</summary>
    public string? Form { get; init; }

    /// <summary>The change was made on other files than the present ones, such as a former commit's, so that it may be in the tree already, or not fit it.</summary>
    public bool IsFromElsewhere { get; init; }
}
