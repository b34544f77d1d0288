using Heck.Code.Patches.Replies.Matching;

namespace Heck.Code.Patches.Replies.Splicing;

/// <summary>Keeps a file's quotes, dashes and blanks in the parts of a line that an edit does not change, where the edit wrote them as on a keyboard.</summary>
internal static class FileTypography
{
    /// <param name="added">The new line.</param>
    /// <param name="removed">The line that it replaces, as the edit has it.</param>
    /// <param name="present">The line that it replaces, as the file has it.</param>
    public static string Keep(string added, string removed, string present)
    {
        if (removed == present || LineFold.Plain(removed) != LineFold.Plain(present)) return added;
        var front = SharedFront(added, removed, present);
        var back = SharedFront(Reverse(added[front.Added..]), Reverse(removed[front.Removed..]), Reverse(present[front.Present..]));
        return present[..front.Present] + added[front.Added..^back.Added] + present[^back.Present..];
    }

    // How far all three are the same text: added and removed exactly, removed and present but for typography.
    private static (int Added, int Removed, int Present) SharedFront(string added, string removed, string present)
    {
        var (same, at) = (0, 0);
        while (same < added.Length && same < removed.Length && added[same] == removed[same] && at < present.Length)
        {
            var length = LineFold.Plain(present[at].ToString()).Length;
            if (same + length > removed.Length || same + length > added.Length || !added.AsSpan(same, length).SequenceEqual(removed.AsSpan(same, length))) break;
            (same, at) = (same + length, at + 1);
        }

        return (same, same, at);
    }

    private static string Reverse(string text)
    {
        var characters = text.ToCharArray();
        Array.Reverse(characters);
        return new string(characters);
    }
}
