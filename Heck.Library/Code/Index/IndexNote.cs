using System.Text.Json;
using System.Text.Json.Serialization;
using Heck.Code.Index.Building;
using Heck.Contracts;
using Heck.Runtime.Repositories;

namespace Heck.Code.Index;

/// <summary>What the last finished run left in the index, beside it, for those to whom opening the database would cost more than everything else they do.</summary>
internal sealed record IndexNote(int Files, long Symbols, long References, long Bytes, long ParseErrors, DateTimeOffset UpdatedAt)
{
    /// <summary>Null where there is no index, or none that a run has finished.</summary>
    public static IndexNote? Read(RepositoryLayout layout)
    {
        try
        {
            return File.Exists(layout.IndexFile) ? JsonSerializer.Deserialize(File.ReadAllBytes(FileOf(layout)), IndexNoteJson.Instance.IndexNote) : null;
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            return null;
        }
    }

    public static void Write(RepositoryLayout layout, IndexSummary summary, DateTimeOffset now)
    {
        var note = new IndexNote(summary.Files, summary.Symbols, summary.References, summary.Bytes, summary.ParseErrors, now);

        // Derived like the index itself, so nothing waits for the disk.
        var temporary = $"{FileOf(layout)}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, JsonSerializer.SerializeToUtf8Bytes(note, IndexNoteJson.Instance.IndexNote));
        File.Move(temporary, FileOf(layout), overwrite: true);
    }

    private static string FileOf(RepositoryLayout layout) => Path.Combine(layout.IndexFolder, "note.json");
}

[JsonSerializable(typeof(IndexNote))]
internal sealed partial class IndexNoteJson : JsonSerializerContext
{
    public static IndexNoteJson Instance { get; } = new(HeckJson.NewOptions());
}
