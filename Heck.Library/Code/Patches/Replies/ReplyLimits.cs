using Heck.Contracts.Errors;

namespace Heck.Code.Patches.Replies;

/// <summary>What a reply may cost, since whoever wrote it may mean harm. Far above what a model writes; a larger change is a diff made by git.</summary>
internal static class ReplyLimits
{
    /// <summary>Bytes of a reply.</summary>
    public const int Bytes = 8 * 1024 * 1024;

    /// <summary>Lines of a reply.</summary>
    public const int Lines = 1_000_000;

    /// <summary>Bytes of a line, in diffs that a program made too.</summary>
    public const int LineBytes = 8 * 1024 * 1024;

    /// <summary>Files of a reply.</summary>
    public const int Files = 2_000;

    /// <summary>Edits of a reply.</summary>
    public const int Edits = 10_000;

    /// <summary>Lines behind <c>@@</c> that follow each other.</summary>
    public const int Anchors = 32;

    /// <summary>Bytes of a file in which lines are looked for.</summary>
    public const int FileBytes = 16 * 1024 * 1024;

    /// <summary>Lines passed over while edits are looked for: each edit passes the whole file, at most once for each widening.</summary>
    public const int Scans = 400_000_000;

    /// <summary>Lines compared by text, which only places need where the indent differs.</summary>
    public const int Comparisons = 5_000_000;

    /// <exception cref="HeckException"><c>patch.too_large</c>.</exception>
    public static void Ensure(string what, long found, long most)
    {
        if (found > most) throw ErrorTable.PatchTooLarge.With($"{what}: {found}; the most is {most}.");
    }
}
