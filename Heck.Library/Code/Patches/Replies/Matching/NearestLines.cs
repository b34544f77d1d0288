namespace Heck.Code.Patches.Replies.Matching;

/// <summary>The part of a file that is most like lines that are not in it, which is what whoever wrote them needs to see.</summary>
/// <param name="First">Its first line, from 0.</param>
/// <param name="Count">How many lines.</param>
/// <param name="EditLine">The first old line of the edit, from 0, that differs there.</param>
internal sealed record NearestLines(int First, int Count, int EditLine)
{
    private const int MostShown = 20;
    private const int MostPlacesOfALine = 200;
    private const int MostWords = 200_000;

    /// <returns>Null when nothing in the file is like the lines.</returns>
    public static NearestLines? Of(IReadOnlyList<string> lines, FileLines file)
    {
        if (file.Count == 0 || lines.Count == 0) return null;
        var first = ByEqualLines(lines, file) ?? ByWords(lines, file);
        if (first is not { } at) return null;
        var differs = Enumerable.Range(0, lines.Count).FirstOrDefault(i => at + i >= file.Count || Fold(lines[i]) != Fold(file[at + i]));
        // What differs is shown, wherever it lies in a long edit.
        var from = at + (differs >= MostShown ? differs - (MostShown / 2) : 0);
        return new NearestLines(from, Math.Min(Math.Min(lines.Count, MostShown), file.Count - from), differs);
    }

    private static string Fold(string line) => LineFold.Of(line, Widening.Indent);

    // Each line that the file has too votes for where the edit would begin; rare and long lines say more.
    private static int? ByEqualLines(IReadOnlyList<string> lines, FileLines file)
    {
        var places = Enumerable.Range(0, file.Count).ToLookup(line => Fold(file[line]), StringComparer.Ordinal);
        var votes = new Dictionary<int, double>();
        foreach (var (text, i) in lines.Select((line, i) => (Fold(line), i)).Where(line => line.Item1.Any(char.IsLetterOrDigit)))
        {
            var found = places[text].Take(MostPlacesOfALine).ToList();
            foreach (var line in found.Where(line => line >= i)) votes[line - i] = votes.GetValueOrDefault(line - i) + (Math.Min(text.Length, 40) / (double)found.Count);
        }

        return votes.Count == 0 ? null : votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key).First().Key;
    }

    private static int? ByWords(IReadOnlyList<string> lines, FileLines file)
    {
        var (wanted, index) = lines.Select((line, i) => (WordsOf(line), i)).MaxBy(line => line.Item1.Count);
        var best = (Line: -1, Share: 0.3);
        for (var (line, words) = (0, 0); line < file.Count && words < MostWords; line++)
        {
            var present = WordsOf(file[line]);
            words += present.Count;
            var share = present.Count + wanted.Count == 0 ? 0 : 2.0 * present.Count(wanted.Contains) / (present.Count + wanted.Count);
            if (share > best.Share) best = (line, share);
        }

        return best.Line < 0 ? null : Math.Max(0, best.Line - index);
    }

    private static HashSet<string> WordsOf(string line)
    {
        var words = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var start = -1;
        for (var i = 0; i <= line.Length && words.Count < MostWords; i++)
        {
            var isWord = i < line.Length && char.IsLetterOrDigit(line[i]);
            if (isWord && start < 0) start = i;
            else if (!isWord && start >= 0)
            {
                words.Add(line[start..i]);
                start = -1;
            }
        }

        return words;
    }
}
