using System.Runtime.InteropServices;
using System.Text;

namespace Heck.Runtime.Files;

/// <summary>Links by the bytes of their targets, which need not be text. The base library reads and writes only those that are.</summary>
internal static unsafe class SymbolicLink
{
    // The longest that Linux and macOS keep.
    public const int LongestTarget = 4095;

    /// <summary>Null where there is no link.</summary>
    public static byte[]? Read(string fullPath)
    {
        if (OperatingSystem.IsWindows()) return new FileInfo(fullPath).LinkTarget is { } text ? Encoding.UTF8.GetBytes(text.Replace('\\', '/')) : null;
        var target = stackalloc byte[LongestTarget + 1];
        return Target(PosixCalls.ReadLink(fullPath, target, LongestTarget + 1), target, fullPath);
    }

    /// <summary>Null where the folder has no link of that name.</summary>
    public static byte[]? ReadAt(int folder, string name, string path)
    {
        var target = stackalloc byte[LongestTarget + 1];
        return Target(PosixCalls.ReadLinkAt(folder, name, target, LongestTarget + 1), target, path);
    }

    /// <exception cref="IOException">The name is taken, or the file system has no links.</exception>
    public static void Create(string fullPath, ReadOnlySpan<byte> target)
    {
        if (OperatingSystem.IsWindows()) File.CreateSymbolicLink(fullPath, Encoding.UTF8.GetString(target).Replace('/', '\\'));
        else fixed (byte* terminated = Terminated(target)) Check(PosixCalls.MakeLink(terminated, fullPath), fullPath);
    }

    /// <exception cref="IOException">The name is taken, or the file system has no links.</exception>
    public static void CreateAt(int folder, string name, ReadOnlySpan<byte> target, string path)
    {
        fixed (byte* terminated = Terminated(target)) Check(PosixCalls.MakeLinkAt(terminated, folder, name), path);
    }

    private static byte[] Terminated(ReadOnlySpan<byte> target) => [.. target, 0];

    private static byte[]? Target(nint length, byte* target, string path)
    {
        if (length >= 0) return new ReadOnlySpan<byte>(target, (int)length).ToArray();
        return Marshal.GetLastPInvokeError() is PosixCalls.InvalidArgument or PosixCalls.NoSuchEntry or PosixCalls.NotAFolder or PosixCalls.IsALink ? null : throw PosixCalls.Failure(path);
    }

    private static void Check(int result, string path)
    {
        if (result < 0) throw PosixCalls.Failure(path);
    }
}
