namespace Heck.Runtime.Files.Trees;

/// <summary>A folder for a while; giving it back closes it, unless the commit keeps it open anyway.</summary>
internal readonly struct FolderLease(TreeFolder folder, bool isKept) : IDisposable
{
    public TreeFolder Folder { get; } = folder;

    public void Dispose()
    {
        if (!isKept) Folder.Dispose();
    }
}
