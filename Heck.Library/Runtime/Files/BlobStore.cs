using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files.Trees;
using Heck.Runtime.Locks;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// Contents by their hash under <c>.heck/blobs</c>: what a rollback or a recovery needs. A blob has its name only once it is whole and on the disk.
/// For one operation at a time; only reading is safe to share between threads.
/// </summary>
internal sealed class BlobStore(RepositoryLayout layout)
{
    private readonly Dictionary<ContentHash, (string Temporary, long Bytes)> _pending = [];
    private bool _isReliedOn;

    public BlobTotal Total { get; } = new(layout);

    /// <summary>Keeps the content; it survives a power cut only after <see cref="Flush"/>.</summary>
    public ContentHash Put(ReadOnlySpan<byte> content)
    {
        var hash = ContentHash.Of(content);
        if (Keeps(hash)) return hash;
        StateFile.MakeFolder(layout.BlobWorkFolder);
        var temporary = Path.Combine(layout.BlobWorkFolder, $"{hash}.{Guid.NewGuid():N}{StateFile.TemporarySuffix}");
        // Only the owner may read a blob, since it may hold what a file of mode 600 held.
        using (var stream = StateFile.Create(temporary, isPrivate: true)) stream.Write(content);
        _pending.Add(hash, (temporary, content.Length));
        return hash;
    }

    public void Flush()
    {
        if (_pending.Count > 0) Publish();
        else if (_isReliedOn) Durability.FlushFolder(layout.BlobFolder);
        _isReliedOn = false;
    }

    private void Publish()
    {
        Durability.FlushFiles([.. _pending.Values.Select(pending => pending.Temporary)]);
        var total = Total.Read();
        Total.Forget();
        foreach (var (hash, (temporary, _)) in _pending) File.Move(temporary, PathOf(hash), overwrite: true);
        Durability.FlushFolders([layout.BlobFolder, layout.BlobWorkFolder]);
        Total.Keep(total + _pending.Values.Sum(pending => pending.Bytes));
        _pending.Clear();
    }

    /// <summary>Forgets what was put and not flushed, after only looking at what would happen.</summary>
    public void Discard()
    {
        foreach (var (temporary, _) in _pending.Values) File.Delete(temporary);
        _pending.Clear();
    }

    /// <summary>Whether the content is there, or put; the next <see cref="Flush"/> makes sure of it: whoever put it may have been killed before the name was durable.</summary>
    public bool Keeps(ContentHash hash)
    {
        if (_pending.ContainsKey(hash)) return true;
        var isThere = File.Exists(PathOf(hash));
        _isReliedOn |= isThere;
        return isThere;
    }

    /// <exception cref="HeckException"><c>blob.missing</c>: it is not there, or is no longer what its name says.</exception>
    public byte[] Read(ContentHash hash)
    {
        using var file = Open(hash);
        var content = file.ReadAll();
        return ContentHash.Of(content) == hash ? content : throw Damaged(hash);
    }

    /// <summary>What lies under that name, for someone who proves it by what follows from it.</summary>
    /// <exception cref="HeckException"><c>blob.missing</c>: it is not there.</exception>
    public byte[] ReadUnproved(ContentHash hash)
    {
        using var file = Open(hash);
        return file.ReadAll();
    }

    /// <summary>Gives the content on piece by piece. Whether it was the right one is known only at the end.</summary>
    /// <exception cref="HeckException">As for <see cref="Read"/>.</exception>
    public void CopyTo(ContentHash hash, OpenedFile.PieceReader sink)
    {
        using var file = Open(hash);
        if (file.Hash(sink) != hash) throw Damaged(hash);
    }

    /// <summary>Every blob with its size, the oldest first.</summary>
    public List<(ContentHash Hash, long Bytes)> All()
    {
        var blobs = new List<(ContentHash, long)>();
        if (!Directory.Exists(layout.BlobFolder)) return blobs;
        foreach (var file in new DirectoryInfo(layout.BlobFolder).EnumerateFiles().OrderBy(file => file.LastWriteTimeUtc))
        {
            if (ContentHash.TryParse(file.Name, out var hash)) blobs.Add((hash, file.Length));
        }

        return blobs;
    }

    /// <summary>Deletes blobs, with the lock held, and says what is left. One that is killed on the way has deleted some of them.</summary>
    public long Delete(RepositoryLock held, IEnumerable<ContentHash> hashes)
    {
        held.EnsureHeld();
        Total.Forget();
        foreach (var hash in hashes) File.Delete(PathOf(hash));
        var left = Total.Read();
        Total.Keep(left);
        return left;
    }

    public string PathOf(ContentHash hash) => Path.Combine(layout.BlobFolder, hash.ToString());

    private OpenedFile Open(ContentHash hash)
    {
        var path = _pending.TryGetValue(hash, out var pending) ? pending.Temporary : PathOf(hash);
        return OpenedFile.Open(path) ?? throw ErrorTable.BlobMissing.With($"The content {hash.Short} is not among the kept contents ('{path}').");
    }

    private HeckException Damaged(ContentHash hash) => ErrorTable.BlobMissing.With($"The kept content '{PathOf(hash)}' is damaged.");
}
