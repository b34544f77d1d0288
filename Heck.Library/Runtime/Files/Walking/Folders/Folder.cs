namespace Heck.Runtime.Files.Walking.Folders;

/// <summary>An open folder: its names, and questions about them that cannot be led elsewhere by a link put in its place.</summary>
internal abstract class Folder : IDisposable
{
    /// <summary>Opens a folder by its absolute path; null when it is none, is a link, or may not be opened.</summary>
    public static Folder? Open(string fullPath) => LinuxFolder.IsSupported ? LinuxFolder.OpenAt(null, fullPath) : PortableFolder.Open(fullPath);

    /// <summary>Opens a folder in this one by its name, under the same conditions.</summary>
    public abstract Folder? OpenChild(FolderEntry entry);

    /// <summary>Every name but <c>.</c> and <c>..</c>, in no order; null when the system fails at it.</summary>
    public abstract List<FolderEntry>? List();

    /// <summary>Asks about an entry without following it; false when it is gone.</summary>
    public abstract bool TryStat(FolderEntry entry, out FileStat stat);

    public virtual void Dispose() => GC.SuppressFinalize(this);
}
