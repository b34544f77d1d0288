using System.Globalization;
using System.Text;

namespace Heck.Runtime.Files;

/// <summary>
/// Folds a name so that two names are equal when some file system takes them for one: full case folding and canonical decomposition, by a table, since
/// the runtime's own normalization needs a library that Heck does without. See <c>eng/tables/name-folding.py</c>.
/// </summary>
internal static class NameFolding
{
    // The decomposition of Hangul syllables, by the rule of chapter 3.12 of the Unicode standard.
    private const int SyllableBase = 0xac00;
    private const int SyllableCount = 11172;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11a7;
    private const int LeadBase = 0x1100;
    private const int VowelTimesTail = 588;
    private const int TailCount = 28;

    private static readonly Lazy<Dictionary<int, Row>> Table = new(ReadTable);

    public static string Fold(string name) => Ascii.IsValid(name) ? name.ToLowerInvariant() : FoldUnicode(name);

    private static string FoldUnicode(string name)
    {
        var folded = new List<Rune>();
        foreach (var rune in name.EnumerateRunes()) Append(folded, rune);
        Reorder(folded);
        return string.Concat(folded);
    }

    private static void Append(List<Rune> folded, Rune rune)
    {
        var syllable = rune.Value - SyllableBase;
        if (rune.IsAscii) folded.Add(Rune.ToLowerInvariant(rune));
        else if (syllable is >= 0 and < SyllableCount)
        {
            folded.Add(new Rune(LeadBase + (syllable / VowelTimesTail)));
            folded.Add(new Rune(VowelBase + (syllable % VowelTimesTail / TailCount)));
            if (syllable % TailCount is > 0 and var tail) folded.Add(new Rune(TailBase + tail));
        }
        else if (Table.Value.TryGetValue(rune.Value, out var row)) folded.AddRange(row.Folded);
        else folded.Add(rune);
    }

    // Marks that do not touch each other may stand in any order: each run of them is sorted by class, stably.
    private static void Reorder(List<Rune> runes)
    {
        for (var i = 1; i < runes.Count; i++)
        {
            for (var j = i; j > 0 && OrderOf(runes[j]) is > 0 and var order && OrderOf(runes[j - 1]) > order; j--) (runes[j - 1], runes[j]) = (runes[j], runes[j - 1]);
        }
    }

    private static int OrderOf(Rune rune) => Table.Value.TryGetValue(rune.Value, out var row) ? row.Order : 0;

    private static Dictionary<int, Row> ReadTable()
    {
        using var lines = new StreamReader(typeof(NameFolding).Assembly.GetManifestResourceStream("name-folding.txt")!);
        var rows = new Dictionary<int, Row>();
        for (lines.ReadLine(); lines.ReadLine() is { } line;)
        {
            var parts = line.Split(' ');
            rows.Add(Code(parts[0]), new Row([.. parts[1].Split(',').Select(code => new Rune(Code(code)))], parts.Length > 2 ? Code(parts[2]) : 0));
        }

        return rows;
    }

    private static int Code(string digits) => int.Parse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    private sealed record Row(Rune[] Folded, int Order);
}
