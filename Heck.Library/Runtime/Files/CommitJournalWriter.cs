using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Heck.Runtime.Files;

/// <summary>Writes a journal as the serializer would, which reads it at the rare next start that has to; see <see cref="FileStateWriter"/>.</summary>
internal static class CommitJournalWriter
{
    public static byte[] Write(CommitJournalContent content)
    {
        var text = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping })) Write(writer, content);
        return text.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, CommitJournalContent content)
    {
        writer.WriteStartObject();
        writer.WriteString("cause"u8, content.Cause);
        writer.WriteStartArray("entries"u8);
        foreach (var entry in content.Entries)
        {
            writer.WriteStartObject();
            writer.WriteString("path"u8, entry.Path.Value);
            writer.WriteString("staged"u8, entry.Staged.Value);
            FileStateWriter.Write(writer, "before", entry.Before);
            FileStateWriter.Write(writer, "after", entry.After);
            writer.WriteBoolean("changes_mode_only"u8, entry.ChangesModeOnly);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("new_folders"u8);
        foreach (var folder in content.NewFolders) writer.WriteStringValue(folder.Value);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
