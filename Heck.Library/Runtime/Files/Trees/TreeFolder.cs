using Heck.Contracts.Errors;
using Heck.Runtime.Files.Walking.Folders;

namespace Heck.Runtime.Files.Trees;

/// <summary>
/// A folder held open. What is done through it is done in it, even when another process puts a link in its place meanwhile; every name is one in this folder.
/// On Linux that is proven by descriptors; elsewhere each step looks for links just before, which leaves a gap of microseconds.
/// </summary>
internal abstract class TreeFolder : IDisposable
{
    /// <summary>Its path when it was opened; for messages.</summary>
    public abstract string FullPath { get; }

    /// <summary>Which folder it is, whatever its name; 0 where the system does not tell.</summary>
    public abstract ulong Inode { get; }

    /// <summary>Opens the root of a repository, whose own path is the user's word.</summary>
    public static TreeFolder OpenRoot(string fullPath) => LinuxFolder.IsSupported ? LinuxTreeFolder.OpenRoot(fullPath) : new PortableTreeFolder(fullPath, parent: null);

    /// <summary>Null when there is no folder of that name.</summary>
    /// <exception cref="HeckException"><c>path.refused</c>: it is a link.</exception>
    public abstract TreeFolder? OpenFolder(string name);

    /// <summary>Null when there is no regular file of that name.</summary>
    public abstract OpenedFile? OpenFile(string name);

    /// <summary>The target of the symbolic link of that name; null when there is none.</summary>
    public abstract byte[]? ReadLink(string name);

    /// <summary>Makes a symbolic link that was not there.</summary>
    public abstract void CreateLink(string name, ReadOnlySpan<byte> target);

    /// <summary>Whether anything has this name, be it a link to nowhere.</summary>
    public abstract bool Holds(string name);

    /// <summary>Writes a file that was not there, durably but for its name.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="write">Is given what takes the content.</param>
    /// <param name="mode">From the bits of a new file to those that this one gets.</param>
    /// <param name="isPrivate">Nobody else may look while it is written.</param>
    /// <param name="like">A file of this folder whose extended attributes it gets, where the system has them.</param>
    /// <returns>Its bits; null on Windows.</returns>
    public abstract UnixFileMode? Create(string name, Action<OpenedFile.PieceReader> write, Func<UnixFileMode, UnixFileMode> mode, bool isPrivate, string? like = null);

    /// <summary>Sets the bits of a regular file, durably.</summary>
    public abstract void SetMode(string name, UnixFileMode mode);

    /// <summary>Afterwards each of two names in this folder has the other's file.</summary>
    public abstract void Exchange(string staged, string target);

    /// <summary>Moves a file; an <see cref="IOException"/> when the new name is taken.</summary>
    public abstract void Move(string name, TreeFolder toFolder, string to);

    /// <summary>Deletes a file, if there is one.</summary>
    public abstract void Delete(string name);

    public abstract void MakeFolder(string name);

    /// <summary>False when it is not empty, or not there as a folder.</summary>
    public abstract bool TryRemoveFolder(string name);

    /// <summary>Lets the names in it survive a power cut.</summary>
    public abstract void Flush();

    public abstract void Dispose();

    public FileState? StateOf(string name)
    {
        using var file = OpenFile(name);
        return FileState.Of(file) ?? FileState.OfLink(ReadLink(name));
    }

    protected static HeckException Link(string path) => ErrorTable.PathRefused.With($"'{PathNames.Visible(path)}' is a link, behind which nothing may be written.");
}
