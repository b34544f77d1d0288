namespace Heck.Code.Patches.Formats;

/// <summary>The lines between <c>diff --git</c> and the hunks.</summary>
internal sealed class GitHeaders
{
    // The first digits of git's name for no content, as many as git ever shortens it to.
    private const string EmptyBlob = "e69de29";

    private string? _blobs;

    public string? OldName { get; private set; }

    public string? NewName { get; private set; }

    public string? NewMode { get; private set; }

    public string? OldBlob { get; private set; }

    public string? NewBlob { get; private set; }

    public bool IsNew { get; private set; }

    public bool IsDeleted { get; private set; }

    public bool IsCopy { get; private set; }

    public bool IsRenameOrCopy { get; private set; }

    /// <summary>A mode that is no ordinary file's: a link's, a submodule's, or no mode at all.</summary>
    public bool IsOddKind { get; private set; }

    /// <summary>True for what git writes without hunks: empty files made or deleted, other modes, other names.</summary>
    public bool MayHaveNoContent => _blobs is null ? NewMode is not null || IsRenameOrCopy || IsDeleted : (IsNew || IsDeleted) && _blobs.Contains(EmptyBlob, StringComparison.Ordinal);

    /// <summary>False when the line is none of these headers.</summary>
    public bool TryRead(string line)
    {
        foreach (var (prefix, read) in Readers)
        {
            if (!line.StartsWith(prefix, StringComparison.Ordinal)) continue;
            read(this, line[prefix.Length..]);
            return true;
        }

        return false;
    }

    private static readonly (string Prefix, Action<GitHeaders, string> Read)[] Readers =
    [
        ("old mode ", static (headers, mode) => headers.NoteKind(mode)),
        ("new mode ", static (headers, mode) => headers.SetMode(mode)),
        ("new file mode ", static (headers, mode) => headers.SetMode(mode).IsNew = true),
        ("deleted file mode ", static (headers, mode) => headers.NoteKind(mode).IsDeleted = true),
        ("similarity index ", static (_, _) => { }),
        ("dissimilarity index ", static (_, _) => { }),
        ("rename from ", static (headers, name) => headers.Rename().OldName = Unquoted(name)),
        ("rename to ", static (headers, name) => headers.Rename().NewName = Unquoted(name)),
        ("copy from ", static (headers, name) => (headers.Rename().OldName, headers.IsCopy) = (Unquoted(name), true)),
        ("copy to ", static (headers, name) => (headers.Rename().NewName, headers.IsCopy) = (Unquoted(name), true)),
        ("index ", static (headers, blobs) => headers.SetBlobs(blobs)),
    ];

    private static string? Unquoted(string name) => name.StartsWith('"') ? DiffPaths.Unquote(name)?.Name : name;

    private GitHeaders Rename()
    {
        IsRenameOrCopy = true;
        return this;
    }

    private GitHeaders NoteKind(string mode)
    {
        IsOddKind |= mode.Length != 6 || !mode.StartsWith("100", StringComparison.Ordinal) || mode.AsSpan().ContainsAnyExceptInRange('0', '7');
        return this;
    }

    private GitHeaders SetMode(string mode)
    {
        NewMode = mode;
        return NoteKind(mode);
    }

    // `index OLD..NEW` or, where the mode stays, `index OLD..NEW MODE`.
    private void SetBlobs(string blobs)
    {
        _blobs = blobs;
        var names = blobs.Split(' ')[0].Split("..");
        if (names is [var old, var @new]) (OldBlob, NewBlob) = (old, @new);
        if (blobs.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank) NoteKind(blobs[(blank + 1)..]);
    }
}
