using System.Globalization;
using Heck.Code.Index.Building;
using Heck.Runtime.Repositories;

namespace Heck.Code.Index;

/// <summary>
/// What the last finished run left in the index: a line of numbers beside it, for those to whom opening the database, or a JSON reader for one
/// more type, would cost more than everything else they do.
/// </summary>
internal sealed record IndexNote(int Files, long Symbols, long References, DateTimeOffset UpdatedAt)
{
    /// <summary>Null where there is no index, or none that a run has finished.</summary>
    public static IndexNote? Read(RepositoryLayout layout)
    {
        if (!File.Exists(layout.IndexFile) || !File.Exists(FileOf(layout))) return null;
        var numbers = File.ReadAllText(FileOf(layout)).Split(' ');
        return numbers.Length == 4
            && int.TryParse(numbers[0], NumberStyles.None, CultureInfo.InvariantCulture, out var files)
            && long.TryParse(numbers[1], NumberStyles.None, CultureInfo.InvariantCulture, out var symbols)
            && long.TryParse(numbers[2], NumberStyles.None, CultureInfo.InvariantCulture, out var references)
            && DateTimeOffset.TryParse(numbers[3], CultureInfo.InvariantCulture, out var updated)
            ? new IndexNote(files, symbols, references, updated)
            : null;
    }

    public static void Write(RepositoryLayout layout, IndexSummary summary, DateTimeOffset now)
    {
        // Derived like the index itself, so nothing waits for the disk.
        var temporary = $"{FileOf(layout)}.{Environment.ProcessId}.tmp";
        File.WriteAllText(temporary, string.Create(CultureInfo.InvariantCulture, $"{summary.Files} {summary.Symbols} {summary.References} {now.UtcDateTime:O}"));
        File.Move(temporary, FileOf(layout), overwrite: true);
    }

    private static string FileOf(RepositoryLayout layout) => Path.Combine(layout.IndexFolder, "note");
}
