using Heck.Code.Patches.Replies.Forms;
using Heck.Contracts.Errors;
using System.Text.RegularExpressions;

namespace Heck.Code.Patches.Replies;

/// <summary>Reads a model's reply in the form that it has. Which form that is must be plain: more than one in a reply is an error.</summary>
internal static partial class ReplyReader
{
    /// <param name="reply">The reply.</param>
    /// <param name="form">The form to read; null recognises it.</param>
    /// <param name="isFile">Whether a path of the repository is a file.</param>
    /// <returns>Null when the input is a diff that a program made, which is held to every number in it and read as git reads it.</returns>
    /// <exception cref="HeckException"><c>patch.malformed</c>, <c>patch.too_large</c>, <c>path.invalid</c>.</exception>
    public static Reply? Read(ReadOnlySpan<byte> reply, ReplyForm? form, Func<string, bool> isFile)
    {
        EnsureLinesAreShort(reply);
        if (form is null or ReplyForm.Unified && IsLargeDiff(reply)) return null;
        if (ReplyLines.TryRead(reply) is not { } lines)
            return form is null or ReplyForm.Unified ? null : throw ErrorTable.PatchMalformed.With("The reply is not UTF-8.");
        var chosen = form ?? FormOf(lines);
        if (chosen == ReplyForm.Unified && IsMadeByProgram(lines)) return null;
        var files = chosen switch
        {
            ReplyForm.V4a => V4aReader.Read(lines),
            ReplyForm.Blocks => BlocksReader.Read(lines, isFile),
            _ => LooseDiffReader.Read(lines, isFile),
        };
        if (files.Count == 0) throw ErrorTable.PatchMalformed.With($"There is no edit in the form '{NameOf(chosen)}' in the input.");
        ReplyLimits.Ensure("Files of the reply", files.Count, ReplyLimits.Files);
        ReplyLimits.Ensure("Edits of the reply", files.Sum(file => (long)file.Edits.Count), ReplyLimits.Edits);
        return new Reply(chosen, files);
    }

    public static string NameOf(ReplyForm form) => form.ToString().ToLowerInvariant();

    // Bounded by the diff reader, in which binary files have a place.
    private static bool IsLargeDiff(ReadOnlySpan<byte> reply) => reply.Length > ReplyLimits.Bytes && (reply.StartsWith("diff --git "u8) || reply.IndexOf("\ndiff --git "u8) >= 0);

    private static void EnsureLinesAreShort(ReadOnlySpan<byte> reply)
    {
        for (var rest = reply; !rest.IsEmpty;)
        {
            var end = rest.IndexOf((byte)'\n') is >= 0 and var found ? found : rest.Length;
            ReplyLimits.Ensure("Bytes of a line", end, ReplyLimits.LineBytes);
            rest = rest[Math.Min(end + 1, rest.Length)..];
        }
    }

    private static ReplyForm FormOf(ReplyLines lines)
    {
        var forms = FormsIn(lines);
        return forms.Count switch
        {
            1 => forms.First(),
            0 => throw ErrorTable.PatchMalformed.With("There is no edit in the input: neither a unified diff, nor a '*** Begin Patch' patch, nor SEARCH/REPLACE blocks."),
            _ => throw ErrorTable.PatchMalformed.With($"The input has edits in more than one form: {string.Join(", ", forms.Select(NameOf))}.", "Say with --format which of them is meant."),
        };
    }

    // What lies inside an edit of one form is that edit's text, whatever it looks like.
    private static SortedSet<ReplyForm> FormsIn(ReplyLines lines)
    {
        var forms = new SortedSet<ReplyForm>();
        for (var at = 0; at < lines.Count; at++)
        {
            var (form, ends) = V4aReader.Begins(lines[at]) ? (ReplyForm.V4a, V4aReader.Ends)
                : BlocksReader.Begins(lines[at]) ? (ReplyForm.Blocks, BlocksReader.Ends)
                : LooseDiffReader.Begins(lines, at) ? (ReplyForm.Unified, null)
                : ((ReplyForm?)null, (Func<string, bool>?)null);
            if (form is { } known) forms.Add(known);
            if (ends is not null) while (at < lines.Count && !ends(lines[at])) at++;
        }

        return forms;
    }

    // Its marks, outside any fence: a model's diff is a part of a text, or lacks them.
    private static bool IsMadeByProgram(ReplyLines lines)
    {
        var fences = new Queue<Fence>(Fence.In(lines));
        for (var at = 0; at < lines.Count; at++)
        {
            while (fences.TryPeek(out var past) && past.End <= at) fences.Dequeue();
            if (fences.TryPeek(out var fence) && at >= fence.First) continue;
            if (ProgramMark().IsMatch(lines[at])) return true;
        }

        return false;
    }

    [GeneratedRegex(@"^(diff -|Index: |--- [^\t]+\t\d{4}-\d{2}-\d{2} )")]
    private static partial Regex ProgramMark();
}
