using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Policy;

namespace Heck.Code.Patches;

/// <summary>Writes what is known of a patch, as the serializer would: whose own code for these types each process would have to compile, which costs more than a thousand files.</summary>
internal static class PatchWriter
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Write(Patch patch)
    {
        var text = new ArrayBufferWriter<byte>(4096);
        using (var writer = new Utf8JsonWriter(text, Options)) Write(writer, patch);
        return text.WrittenSpan.ToArray();
    }

    private static void Write(Utf8JsonWriter writer, Patch patch)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, patch.Id);
        writer.WriteString("title"u8, patch.Title);
        writer.WriteString("created"u8, patch.Created);
        writer.WriteString("run_id"u8, patch.RunId);
        WriteAuthor(writer, patch.Author);
        WriteEngine(writer, patch.Engine);
        writer.WriteString("form"u8, patch.Form);
        writer.WriteString("diff_hash"u8, patch.DiffHash.ToString());
        writer.WriteNumber("additions"u8, patch.Additions);
        writer.WriteNumber("deletions"u8, patch.Deletions);
        writer.WriteStartArray("files"u8);
        foreach (var file in patch.Files) Write(writer, file);
        writer.WriteEndArray();
        writer.WriteStartArray("moves"u8);
        foreach (var move in patch.Moves) Write(writer, move);
        writer.WriteEndArray();
        writer.WriteStartArray("approvals"u8);
        foreach (var approval in patch.Approvals) Write(writer, approval);
        writer.WriteEndArray();
        writer.WriteString("state"u8, NameOf(patch.State));
        writer.WriteEndObject();
    }

    private static string NameOf(PatchState state) => state switch { PatchState.Created => "created", PatchState.Applied => "applied", _ => "rolled_back" };

    private static string NameOf(PatchMoveKind kind) => kind switch { PatchMoveKind.Apply => "apply", PatchMoveKind.Rollback => "rollback", PatchMoveKind.Reapply => "reapply", _ => "capture" };

    private static string NameOf(PatchAuthorSource source) => source == PatchAuthorSource.Git ? "git" : "account";

    private static string NameOf(PolicyDecision decision) => decision == PolicyDecision.Allowed ? "allowed" : "refused";

    private static void WriteAuthor(Utf8JsonWriter writer, PatchAuthor? author)
    {
        writer.WritePropertyName("author"u8);
        if (author is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("name"u8, author.Name);
        writer.WriteString("email"u8, author.Email);
        writer.WriteString("source"u8, NameOf(author.Source));
        writer.WriteEndObject();
    }

    private static void WriteEngine(Utf8JsonWriter writer, PatchMaker? engine)
    {
        writer.WritePropertyName("engine"u8);
        if (engine is null)
        {
            writer.WriteNullValue();
            return;
        }

        writer.WriteStartObject();
        writer.WriteString("name"u8, engine.Name);
        writer.WriteString("version"u8, engine.Version);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PatchFile file)
    {
        writer.WriteStartObject();
        writer.WriteString("path"u8, file.Path.Value);
        writer.WriteString("pre"u8, file.Pre?.ToString());
        writer.WriteString("post"u8, file.Post?.ToString());
        writer.WriteString("pre_mode"u8, file.PreMode);
        writer.WriteString("post_mode"u8, file.PostMode);
        if (file.Encoding is not null) writer.WriteString("encoding"u8, file.Encoding);
        if (file.From is { } origin) Write(writer, origin);
        writer.WriteString("action"u8, file.Action);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PatchOrigin origin)
    {
        writer.WriteStartObject("from"u8);
        writer.WriteString("path"u8, origin.Path.Value);
        writer.WriteString("hash"u8, origin.Hash.ToString());
        writer.WriteString("mode"u8, origin.Mode);
        writer.WriteBoolean("is_copy"u8, origin.IsCopy);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PatchMove move)
    {
        writer.WriteStartObject();
        writer.WriteNumber("order"u8, move.Order);
        writer.WriteString("kind"u8, NameOf(move.Kind));
        writer.WriteBoolean("is_undo"u8, move.IsUndo);
        writer.WriteString("time"u8, move.Time);
        writer.WriteString("run_id"u8, move.RunId);
        writer.WriteStartArray("files"u8);
        foreach (var file in move.Files)
        {
            writer.WriteStartObject();
            writer.WriteString("path"u8, file.Path.Value);
            FileStateWriter.Write(writer, "before", file.Before);
            FileStateWriter.Write(writer, "after", file.After);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteString("policy"u8, NameOf(move.Policy));
        writer.WriteStartArray("kept"u8);
        foreach (var path in move.Kept) writer.WriteStringValue(path.Value);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, PatchApproval approval)
    {
        writer.WriteStartObject();
        writer.WriteString("by"u8, approval.By);
        writer.WriteString("time"u8, approval.Time);
        writer.WriteString("run_id"u8, approval.RunId);
        writer.WriteEndObject();
    }
}
