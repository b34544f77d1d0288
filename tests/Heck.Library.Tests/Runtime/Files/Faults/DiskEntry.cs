using Heck.Runtime.Files;

namespace Heck.Library.Tests.Runtime.Files.Faults;

/// <summary>What has a name on a disk.</summary>
/// <param name="Data">A file's content, a link's target; null for a folder.</param>
/// <param name="Mode">Its bits; a link has none.</param>
/// <param name="IsLink">Whether it is a symbolic link.</param>
internal sealed record DiskEntry(byte[]? Data, UnixFileMode Mode, bool IsLink = false)
{
    private const UnixFileMode Usable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public void Write(string path)
    {
        if (IsLink)
        {
            SymbolicLink.Create(path, Data);
            return;
        }

        if (Data is null) Directory.CreateDirectory(path);
        else File.WriteAllBytes(path, Data);
        File.SetUnixFileMode(path, Data is null ? Mode | Usable : Mode);
    }
}
