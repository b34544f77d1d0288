using System.Runtime.InteropServices;

namespace Heck.Runtime.Files;

/// <summary>
/// The two renames that lose nothing to a second writer: exchange two files in one step, and move onto a name only when it is free.
/// Where the file system has no such call, the nearest sequence of plain calls is used.
/// </summary>
internal static class AtomicRename
{
    // Suffix of the old file while an exchange is made of plain calls.
    public const string AsideSuffix = ".old";

    private const uint MacSwap = 2;
    private const uint MacExclusive = 4;

    /// <summary>Afterwards each name has the other's file.</summary>
    public static void Exchange(string staged, string target)
    {
        if (TryNative(staged, target, PosixCalls.RenameExchange, MacSwap)) return;
        File.Replace(staged, target, staged + AsideSuffix);
        File.Move(staged + AsideSuffix, staged);
    }

    /// <summary>Moves the file; an <see cref="IOException"/> when the target exists.</summary>
    public static void MoveToFreeName(string source, string target)
    {
        if (!TryNative(source, target, PosixCalls.RenameNoReplace, MacExclusive)) File.Move(source, target, overwrite: false);
    }

    private static bool TryNative(string source, string target, uint linuxFlag, uint macFlag)
    {
        if (OperatingSystem.IsWindows()) return false;
        try
        {
            var result = OperatingSystem.IsMacOS()
                ? PosixCalls.RenameX(source, target, macFlag)
                : PosixCalls.RenameAt2(PosixCalls.CurrentFolder, source, PosixCalls.CurrentFolder, target, linuxFlag);
            if (result == 0) return true;
        }
        catch (EntryPointNotFoundException)
        {
            // An older C library.
            return false;
        }

        // Existing targets and vanished sources are real answers; anything else may only mean that this file system lacks the flag.
        return Marshal.GetLastPInvokeError() is PosixCalls.Exists or PosixCalls.NoSuchEntry
            ? throw new IOException($"{Marshal.GetLastPInvokeErrorMessage()} : '{target}'")
            : false;
    }
}
