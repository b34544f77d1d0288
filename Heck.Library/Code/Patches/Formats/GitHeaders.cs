namespace Heck.Code.Patches.Formats;

/// <summary>The lines between <c>diff --git</c> and the hunks.</summary>
internal sealed class GitHeaders
{
    // The first digits of git's name for no content, as many as git ever shortens it to.
    private const string EmptyBlob = "e69de29";

    private string? _blobs;

    public string? OldName { get; private set; }

    public string? NewName { get; private set; }

    /// <summary>As the diff has it, like <see cref="NewMode"/>.</summary>
    public string? OldMode { get; private set; }

    public string? NewMode { get; private set; }

    public string? OldBlob { get; private set; }

    public string? NewBlob { get; private set; }

    public bool IsNew { get; private set; }

    public bool IsDeleted { get; private set; }

    public bool IsCopy { get; private set; }

    public bool IsRenameOrCopy { get; private set; }

    public bool IsSubmodule => OldMode == GitFileModes.Submodule || NewMode == GitFileModes.Submodule;

    /// <summary>False for kinds that cannot follow each other in one section: git deletes and makes, in two.</summary>
    public bool IsOneKind => OldMode is null || NewMode is null || (OldMode.StartsWith("10", StringComparison.Ordinal) == NewMode.StartsWith("10", StringComparison.Ordinal));

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
        ("old mode ", static (headers, mode) => headers.OldMode = mode),
        ("new mode ", static (headers, mode) => headers.NewMode = mode),
        ("new file mode ", static (headers, mode) => (headers.NewMode, headers.IsNew) = (mode, true)),
        ("deleted file mode ", static (headers, mode) => (headers.OldMode, headers.IsDeleted) = (mode, true)),
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

    // `index OLD..NEW` or, where the mode stays, `index OLD..NEW MODE`.
    private void SetBlobs(string blobs)
    {
        _blobs = blobs;
        var names = blobs.Split(' ')[0].Split("..");
        if (names is [var old, var @new]) (OldBlob, NewBlob) = (old, @new);
        if (blobs.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank) OldMode = blobs[(blank + 1)..];
    }
}
