using System.Globalization;
using System.Text.RegularExpressions;

namespace Heck.Code.Patches.Replies.Forms;

/// <summary>What the <c>@@</c> line of a unified diff says.</summary>
/// <param name="OldStart">First old line, from 1.</param>
/// <param name="OldCount">How many old lines.</param>
/// <param name="NewCount">How many new lines.</param>
internal sealed partial record HunkNumbers(int OldStart, int OldCount, int NewCount)
{
    /// <returns>Null when the line has no numbers, or no sensible ones.</returns>
    public static HunkNumbers? TryRead(string line)
    {
        var match = Pattern().Match(line);
        return match.Success && Number(match, 1) is { } start && Number(match, 2) is { } oldCount && Number(match, 3) is { } newCount
            ? new HunkNumbers(start, oldCount, newCount)
            : null;
    }

    private static int? Number(Match match, int group) => !match.Groups[group].Success ? 1
        : int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex(@"^@@ -(\d+)(?:,(\d+))? \+\d+(?:,(\d+))? @@")]
    private static partial Regex Pattern();
}
