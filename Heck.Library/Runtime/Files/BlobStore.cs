using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files.Trees;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// Contents by their hash under <c>.heck/blobs</c>: what a rollback or a recovery needs. A blob has its name only once it is whole and on the disk.
/// For one operation at a time; only reading is safe to share between threads.
/// </summary>
internal sealed class BlobStore(RepositoryLayout layout)
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    private readonly Dictionary<ContentHash, string> _pending = [];
    private bool _isReliedOn;

    /// <summary>Keeps the content; it survives a power cut only after <see cref="Flush"/>.</summary>
    public ContentHash Put(ReadOnlySpan<byte> content)
    {
        var hash = ContentHash.Of(content);
        if (Keeps(hash)) return hash;
        StateFile.MakeFolder(layout.BlobFolder);
        var temporary = $"{PathOf(hash)}.{Guid.NewGuid():N}{StateFile.TemporarySuffix}";
        // Only the owner may read a blob, since it may hold what a file of mode 600 held.
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        using (var stream = new FileStream(temporary, options)) stream.Write(content);
        _pending.Add(hash, temporary);
        return hash;
    }

    public void Flush()
    {
        if (_pending.Count == 0 && !_isReliedOn) return;
        Durability.FlushFiles(_pending.Values);
        foreach (var (hash, temporary) in _pending) File.Move(temporary, PathOf(hash), overwrite: true);
        Durability.FlushFolder(layout.BlobFolder);
        _pending.Clear();
        _isReliedOn = false;
    }

    /// <summary>Forgets what was put and not flushed, after only looking at what would happen.</summary>
    public void Discard()
    {
        foreach (var temporary in _pending.Values) File.Delete(temporary);
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

    /// <summary>Gives the content on piece by piece. Whether it was the right one is known only at the end.</summary>
    /// <exception cref="HeckException">As for <see cref="Read"/>.</exception>
    public void CopyTo(ContentHash hash, OpenedFile.PieceReader sink)
    {
        using var file = Open(hash);
        if (file.Hash(sink) != hash) throw Damaged(hash);
    }

    public string PathOf(ContentHash hash) => Path.Combine(layout.BlobFolder, hash.ToString());

    private OpenedFile Open(ContentHash hash)
    {
        var path = _pending.GetValueOrDefault(hash) ?? PathOf(hash);
        return OpenedFile.Open(path) ?? throw ErrorTable.BlobMissing.With($"The content {hash.Short} is not among the kept contents ('{path}').");
    }

    private HeckException Damaged(ContentHash hash) => ErrorTable.BlobMissing.With($"The kept content '{PathOf(hash)}' is damaged.");
}
