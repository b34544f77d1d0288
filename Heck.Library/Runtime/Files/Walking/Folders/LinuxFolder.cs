using System.Runtime.InteropServices;
using System.Text;

namespace Heck.Runtime.Files.Walking.Folders;

/// <summary>
/// Linux, x64 and arm64. The base library decodes names lossily and tells neither inode nor ctime; libc's readdir and statx do, and relative to
/// an open folder they are also faster. Structure layouts used here are the same on both architectures and in glibc and musl.
/// </summary>
internal sealed unsafe partial class LinuxFolder : Folder
{
    private const int AtFdCwd = -100;
    private const int AtSymlinkNoFollow = 0x100;
    private const uint StatxBasicStats = 0x7ff;
    private const int OpenCloseOnExec = 0x80000;
    private const int NameOffset = 19;
    private const int KindOffset = 18;

    // These two differ by architecture (asm-generic against arm).
    private static readonly int OpenDirectory = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x4000 : 0x10000;
    private static readonly int OpenNoFollow = RuntimeInformation.ProcessArchitecture == Architecture.Arm64 ? 0x8000 : 0x20000;

    private readonly int _descriptor;
    private nint _stream;

    private LinuxFolder(int descriptor, nint stream) => (_descriptor, _stream) = (descriptor, stream);

    public static bool IsSupported { get; } = OperatingSystem.IsLinux()
        && RuntimeInformation.ProcessArchitecture is Architecture.X64 or Architecture.Arm64
        && HasStatx();

    public static LinuxFolder? OpenAt(LinuxFolder? parent, string name)
    {
        var descriptor = OpenAt(parent?._descriptor ?? AtFdCwd, name, OpenDirectory | OpenNoFollow | OpenCloseOnExec);
        if (descriptor < 0) return null;
        var stream = OpenStream(descriptor);
        if (stream != 0) return new LinuxFolder(descriptor, stream);
        _ = Close(descriptor);
        return null;
    }

    public static bool TryStatPath(string fullPath, out FileStat stat) => TryStatAt(AtFdCwd, fullPath, out stat);

    /// <summary>Asks about a name in the folder of a descriptor, following no link.</summary>
    public static bool TryStatAt(int folder, string name, out FileStat stat)
    {
        // Space for the terminating NUL.
        var bytes = new byte[Encoding.UTF8.GetMaxByteCount(name.Length) + 1];
        Encoding.UTF8.GetBytes(name, bytes);
        fixed (byte* terminated = bytes) return TryStat(folder, terminated, out stat);
    }

    /// <summary>Asks about what a descriptor has open.</summary>
    public static bool TryStatDescriptor(int descriptor, out FileStat stat)
    {
        fixed (byte* empty = "\0"u8) return TryStat(descriptor, empty, out stat, AtSymlinkNoFollow | PosixCalls.EmptyPath);
    }

    public override Folder? OpenChild(FolderEntry entry) => OpenAt(this, entry.Name!);

    public override List<FolderEntry>? List()
    {
        var entries = new List<FolderEntry>();
        byte* record;
        while ((record = ReadEntry(_stream)) != null)
        {
            var name = MemoryMarshal.CreateReadOnlySpanFromNullTerminated(record + NameOffset);
            if (name is [(byte)'.'] or [(byte)'.', (byte)'.']) continue;
            if (KindOf(record) is { } kind) entries.Add(FolderEntry.Of(name, kind));
        }

        return Marshal.GetLastPInvokeError() == 0 ? entries : null;
    }

    public override bool TryStat(FolderEntry entry, out FileStat stat)
    {
        // A name has at most 255 bytes on every Linux file system; what is longer cannot be asked about.
        stat = default;
        Span<byte> terminated = stackalloc byte[256];
        if (!entry.NameBytes.AsSpan().TryCopyTo(terminated[..255])) return false;
        terminated[entry.NameBytes.Length] = 0;
        fixed (byte* name = terminated) return TryStat(_descriptor, name, out stat);
    }

    public override void Dispose()
    {
        if (_stream != 0) _ = CloseStream(_stream);
        _stream = 0;
        base.Dispose();
    }

    // Some file systems do not tell the kind while listing.
    private EntryKind? KindOf(byte* record) => record[KindOffset] switch
    {
        8 => EntryKind.File,
        4 => EntryKind.Folder,
        10 => EntryKind.Link,
        0 => TryStat(_descriptor, record + NameOffset, out var stat) ? stat.Kind : null,
        _ => EntryKind.Special,
    };

    private static bool TryStat(int folder, byte* name, out FileStat stat, int flags = AtSymlinkNoFollow)
    {
        StatxRecord record;
        stat = default;
        if (Statx(folder, name, flags, StatxBasicStats, &record) != 0) return false;
        var kind = (record.Mode & 0xf000) switch { 0x8000 => EntryKind.File, 0x4000 => EntryKind.Folder, 0xa000 => EntryKind.Link, _ => EntryKind.Special };
        stat = new FileStat(kind, record.Mode & 0xfff, new FileStamp((long)record.Size, record.Mtime.Nanoseconds, record.Ctime.Nanoseconds, record.Inode));
        return true;
    }

    // glibc has it since 2.28; the kernel may still refuse it in an old container.
    private static bool HasStatx()
    {
        try
        {
            fixed (byte* root = "/\0"u8) return TryStat(AtFdCwd, root, out _);
        }
        catch (EntryPointNotFoundException)
        {
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "openat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int OpenAt(int folder, string name, int flags);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int descriptor);

    [LibraryImport("libc", EntryPoint = "fdopendir")]
    private static partial nint OpenStream(int descriptor);

    [LibraryImport("libc", EntryPoint = "readdir", SetLastError = true)]
    private static partial byte* ReadEntry(nint stream);

    [LibraryImport("libc", EntryPoint = "closedir")]
    private static partial int CloseStream(nint stream);

    [LibraryImport("libc", EntryPoint = "statx")]
    private static partial int Statx(int folder, byte* name, int flags, uint mask, StatxRecord* record);

    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct StatxRecord
    {
        [FieldOffset(28)]
        public ushort Mode;

        [FieldOffset(32)]
        public ulong Inode;

        [FieldOffset(40)]
        public ulong Size;

        [FieldOffset(96)]
        public StatxTime Ctime;

        [FieldOffset(112)]
        public StatxTime Mtime;
    }

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct StatxTime
    {
        private readonly long _seconds;
        private readonly uint _nanoseconds;
        private readonly int _reserved;

        public long Nanoseconds => unchecked((_seconds * 1_000_000_000) + _nanoseconds);
    }
}
