using System.Globalization;
using System.Text;
using Heck.Runtime.Files.Trees;
using Heck.Runtime.Files.Walking.Folders;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// The bytes of all blobs. A note keeps them, so that nobody has to ask for each blob, and holds only while the folder's own times are those that the note was made at:
/// a blob that came or went changes them. Whoever makes or deletes blobs takes the note away before and writes it anew after, so that one who was killed leaves none.
/// </summary>
internal sealed class BlobTotal(RepositoryLayout layout)
{
    private string Note => Path.Combine(layout.BlobWorkFolder, "total");

    /// <summary>Reads the note, or else counts. Writes nothing.</summary>
    public long Read() => FromNote() ?? Count();

    /// <summary>Called before blobs come or go.</summary>
    public void Forget() => File.Delete(Note);

    /// <summary>Called with the lock held, once blobs have come or gone. After a power cut it may be lost, or torn, which its end tells.</summary>
    public void Keep(long bytes)
    {
        if (FileStat.TryRead(layout.BlobFolder, out var folder)) File.WriteAllBytes(Note, Encoding.ASCII.GetBytes($"{bytes.ToString(CultureInfo.InvariantCulture)} {Times(folder)}"));
    }

    // Null in any doubt.
    private long? FromNote()
    {
        using var note = OpenedFile.Open(Note);
        if (note is null || !FileStat.TryRead(layout.BlobFolder, out var folder) || Encoding.ASCII.GetString(note.ReadAll()).Split(' ') is not [var total, .. var times]) return null;
        return string.Join(' ', times) == Times(folder) && long.TryParse(total, NumberStyles.None, CultureInfo.InvariantCulture, out var bytes) ? bytes : null;
    }

    private long Count() => new DirectoryInfo(layout.BlobFolder) is { Exists: true } folder ? folder.EnumerateFiles().Sum(file => file.Length) : 0;

    private static string Times(FileStat folder) => string.Create(CultureInfo.InvariantCulture, $"{folder.Stamp.MtimeNs} {folder.Stamp.CtimeNs} {folder.Stamp.Inode}\n");
}
