using Heck.Runtime.Files.Walking.Folders;

namespace Heck.Runtime.Files;

/// <summary>
/// What the file system says about a file without its bytes being read; times in nanoseconds since 1970. Equal stamps mean "not touched" only
/// under <see cref="IsTrusted"/>. Where the system gives no ctime and no inode, they are the creation time and 0.
/// </summary>
internal readonly record struct FileStamp(long Size, long MtimeNs, long CtimeNs, ulong Inode)
{
    /// <summary>Kernels stamp files by a coarse clock (1 to 10 ms a tick), which may lag behind the clock that the observer read.</summary>
    private const long TickNs = 20_000_000;

    /// <summary>FAT keeps even seconds, HFS+ whole ones.</summary>
    private const long CoarseTickNs = 2_000_000_000;

    /// <summary>
    /// Git's rule for racily clean files: a file written in the tick in which it was observed can change again and keep its stamp. So an
    /// equal stamp proves an equal file only when it was a tick old when observed.
    /// </summary>
    /// <param name="observedNs">The time just before the file was read, by the clock of the machine.</param>
    public bool IsTrusted(long observedNs) => Math.Max(MtimeNs, CtimeNs) + (HasWholeSeconds ? CoarseTickNs : TickNs) <= observedNs;

    /// <summary>A time of a clock as stamps have it.</summary>
    public static long Nanoseconds(DateTimeOffset time) => (time - DateTimeOffset.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;

    /// <summary>Asks for one file, following no link; false when there is no regular file.</summary>
    public static bool TryRead(string fullPath, out FileStamp stamp)
    {
        var there = FileStat.TryRead(fullPath, out var stat) && stat.Kind == EntryKind.File;
        stamp = stat.Stamp;
        return there;
    }

    private bool HasWholeSeconds => MtimeNs % 1_000_000_000 == 0 && CtimeNs % 1_000_000_000 == 0;
}
