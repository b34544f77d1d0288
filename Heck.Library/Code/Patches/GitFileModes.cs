using Heck.Runtime.Files;
using Heck.Runtime.Files.Walking.Folders;

namespace Heck.Code.Patches;

/// <summary>Git's six digits for modes.</summary>
internal static class GitFileModes
{
    public const string Submodule = "160000";

    private const string Link = "120000";

    public static string Digits(this GitFileMode mode) => mode switch
    {
        GitFileMode.Executable => "100755",
        GitFileMode.Link => Link,
        _ => "100644",
    };

    /// <summary>Null for anything but a file or a link. Old histories have files of other bits, of which only the owner's execution counts.</summary>
    public static GitFileMode? Parse(string digits) => digits switch
    {
        Link => GitFileMode.Link,
        ['1', '0', '0', var owner, _, _] when !digits.AsSpan().ContainsAnyExceptInRange('0', '7') => (owner - '0') % 2 == 1 ? GitFileMode.Executable : GitFileMode.Regular,
        _ => null,
    };

    /// <summary>Of what stands there, without reading it; null where there is neither a file nor a link.</summary>
    public static GitFileMode? OnDisk(string fullPath) => !FileStat.TryRead(fullPath, out var stat) ? null : stat.Kind switch
    {
        EntryKind.Link => GitFileMode.Link,
        EntryKind.File => ((UnixFileMode)stat.Mode).HasFlag(UnixFileMode.UserExecute) ? GitFileMode.Executable : GitFileMode.Regular,
        _ => null,
    };

    public static GitFileMode Of(FileState state) => state.IsLink ? GitFileMode.Link
        : state.Mode is { } mode && mode.HasFlag(UnixFileMode.UserExecute) ? GitFileMode.Executable : GitFileMode.Regular;
}
