using System.Text;
using Heck.Code.Index.Store;
using Heck.Contracts;
using Heck.Runtime.Configuration;
using Heck.Runtime.Files;
using Heck.Runtime.Files.Walking;
using Heck.Runtime.Repositories;

namespace Heck.Code.Index.Building;

/// <summary>
/// What the tree looked like when the index last said what the tree says, and what that run answered: while tree, database and engine are the same, the
/// database need not be opened to know that there is nothing to do. Beside the database, and derived like it.
/// </summary>
/// <param name="Summary">What the run answered, as one that finds nothing changed says it.</param>
/// <param name="Tree">The hash of the tree.</param>
internal sealed record IndexSeal(IndexSummary Summary, string Tree)
{
    private const int DigitsOfHash = 2 * ContentHash.Size;

    /// <summary>The seal, where it is whole; null where something is different, or may be.</summary>
    public static IndexSeal? Read(RepositoryLayout layout, IndexSettings settings, WalkResult walk)
    {
        if (!File.Exists(FileOf(layout)) || Conditions(layout, settings, walk) is not { } conditions) return null;
        var bytes = File.ReadAllBytes(FileOf(layout));
        if (!bytes.AsSpan().StartsWith(conditions)) return null;
        using var reader = new BinaryReader(new MemoryStream(bytes, conditions.Length, bytes.Length - conditions.Length));
        return ReadAnswer(reader);
    }

    /// <summary>Seals an index all of whose files had stamps that can be trusted; does nothing while another process has the database in hand.</summary>
    public void Write(RepositoryLayout layout, IndexSettings settings, WalkResult walk)
    {
        if (Conditions(layout, settings, walk) is not { } conditions) return;
        using var content = new MemoryStream();
        content.Write(conditions);
        using (var writer = new BinaryWriter(content, Encoding.UTF8, leaveOpen: true)) WriteAnswer(writer);
        var temporary = $"{FileOf(layout)}.{Environment.ProcessId}.tmp";
        File.WriteAllBytes(temporary, content.ToArray());
        File.Move(temporary, FileOf(layout), overwrite: true);
    }

    /// <summary>All on which the answer depends, as bytes; null while the database has a log beside it.</summary>
    private static byte[]? Conditions(RepositoryLayout layout, IndexSettings settings, WalkResult walk)
    {
        if (!FileStamp.TryRead(layout.IndexFile, out var database) || (FileStamp.TryRead(layout.IndexFile + IndexDatabase.LogSuffix, out var log) && log.Size > 0)) return null;
        using var content = new MemoryStream();
        using (var writer = new BinaryWriter(content))
        {
            writer.Write(typeof(IndexSeal).Assembly.ManifestModule.ModuleVersionId.ToByteArray());
            writer.Write(settings.MaxFileBytes);
            Write(writer, database);
            foreach (var file in walk.Files)
            {
                writer.Write(file.Path.Value);
                Write(writer, file.Stamp);
            }

            foreach (var skipped in walk.Skipped)
            {
                writer.Write(skipped.Path);
                writer.Write((int)skipped.Reason);
            }
        }

        return content.ToArray();
    }

    private static void Write(BinaryWriter writer, FileStamp stamp)
    {
        writer.Write(stamp.Size);
        writer.Write(stamp.MtimeNs);
        writer.Write(stamp.CtimeNs);
        writer.Write(stamp.Inode);
    }

    private void WriteAnswer(BinaryWriter writer)
    {
        writer.Write(Summary.Files);
        writer.Write(Summary.Symbols);
        writer.Write(Summary.References);
        writer.Write(Summary.Bytes);
        writer.Write(Summary.ParseErrors);
        writer.Write(Summary.Skipped.Count);
        foreach (var skipped in Summary.Skipped)
        {
            writer.Write(skipped.Path);
            writer.Write(skipped.Reason);
        }

        writer.Write(Tree);
    }

    // The hash stands last: nobody waited for the disk, so a power cut may have left the file short or with zeros at its end.
    private static IndexSeal? ReadAnswer(BinaryReader reader)
    {
        try
        {
            var summary = new IndexSummary
            {
                Files = reader.ReadInt32(),
                Symbols = reader.ReadInt64(),
                References = reader.ReadInt64(),
                Bytes = reader.ReadInt64(),
                ParseErrors = reader.ReadInt64(),
                Skipped = ReadSkipped(reader),
                Parsed = 0,
                Removed = 0,
                FromNothing = false,
                Unchanged = 0,
                StagesMs = new Dictionary<string, double>(),
            };
            return reader.ReadString() is { Length: DigitsOfHash } tree ? new IndexSeal(summary with { Unchanged = summary.Files }, tree) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static List<LeftOut> ReadSkipped(BinaryReader reader)
    {
        var skipped = new List<LeftOut>();
        for (var count = reader.ReadInt32(); count > 0; count--) skipped.Add(new LeftOut(reader.ReadString(), reader.ReadString()));
        return skipped;
    }

    private static string FileOf(RepositoryLayout layout) => Path.Combine(layout.IndexFolder, "seal");
}
