using System.Runtime.InteropServices;

namespace Heck.Runtime.Files;

/// <summary>
/// A file's own attributes and access lists, which the one that takes its place keeps. Those of the system's security modules are left to them: what was granted to a program's old
/// content (<c>security.capability</c>) is not granted to another, and the kernel takes it away at any other write too.
/// </summary>
internal static unsafe class ExtendedAttributes
{
    /// <summary>Copies them between two open files of one file system. Linux only.</summary>
    public static void Copy(int from, int to, string path)
    {
        var size = PosixCalls.ListAttributes(from, null, 0);
        if (size < 0 && Marshal.GetLastPInvokeError() is not (PosixCalls.NotSupported or PosixCalls.NoSuchCall)) throw PosixCalls.Failure(path);
        if (size <= 0) return;
        var names = new byte[size];
        fixed (byte* start = names) size = PosixCalls.ListAttributes(from, start, size);
        if (size < 0) throw PosixCalls.Failure(path);
        for (var at = 0; at < size;)
        {
            var length = names.AsSpan(at).IndexOf((byte)0) + 1;
            if (IsTheFilesOwn(names.AsSpan(at, length))) Copy(from, to, names.AsSpan(at, length), path);
            at += length;
        }
    }

    private static bool IsTheFilesOwn(ReadOnlySpan<byte> name) => name.StartsWith("user."u8) || name.StartsWith("system.posix_acl_"u8);

    private static void Copy(int from, int to, ReadOnlySpan<byte> terminated, string path)
    {
        fixed (byte* name = terminated)
        {
            var size = PosixCalls.GetAttribute(from, name, null, 0);
            if (size < 0) throw PosixCalls.Failure(path);
            // Never empty, since a pointer to nothing asks for the size again.
            var value = new byte[size + 1];
            fixed (byte* start = value)
            {
                size = PosixCalls.GetAttribute(from, name, start, size);
                if (size < 0 || PosixCalls.SetAttribute(to, name, start, size, 0) < 0) throw PosixCalls.Failure(path);
            }
        }
    }
}
