using System.Runtime.InteropServices;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;

namespace Heck.Runtime.Locks;

/// <summary>
/// A lock between processes that the system holds on an open file, so that it is free the moment its owner is gone, however it went.
/// The file itself stays: to delete it would let two processes lock two files of one name.
/// </summary>
internal static class FileLock
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan LongestPause = TimeSpan.FromMilliseconds(50);

    /// <summary>Null when another process holds it.</summary>
    public static IDisposable? TryAcquire(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        try
        {
            // FileShare.None is flock(LOCK_EX | LOCK_NB) on POSIX, and no child process inherits it.
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
            if (OperatingSystem.IsWindows() || IsLocked(file)) return file;
            file.Dispose();
            return null;
        }
        catch (IOException e) when (IsHeld(e))
        {
            return null;
        }
    }

    /// <summary>Asks again and again, more and more seldom.</summary>
    /// <returns>Null when the time is over.</returns>
    public static async Task<IDisposable?> AcquireAsync(string path, TimeSpan wait, TimeProvider time, Action? onWaiting, CancellationToken ct)
    {
        var start = time.GetTimestamp();
        for (var pause = FirstPause; ; pause = pause * 2 > LongestPause ? LongestPause : pause * 2)
        {
            if (TryAcquire(path) is { } held) return held;
            if (wait != Timeout.InfiniteTimeSpan && time.GetElapsedTime(start) >= wait) return null;
            onWaiting?.Invoke();
            await Task.Delay(pause, time, ct).ConfigureAwait(false);
        }
    }

    // The base library goes on without a lock where the file system has none, or the environment says so. We do not: asked again, the system says whether it is ours.
    private static bool IsLocked(FileStream file)
    {
        const int exclusiveNow = 2 | 4;
        if (PosixCalls.Lock((int)file.SafeFileHandle.DangerousGetHandle(), exclusiveNow) == 0) return true;
        if (Marshal.GetLastPInvokeError() is 11 or 35) return false;
        var failure = PosixCalls.Failure(file.Name);
        file.Dispose();
        throw ErrorTable.FilesIo.With($"This file system cannot lock a file, so two processes could change the repository at once: {failure.Message}", inner: failure);
    }

    // The base library turns EWOULDBLOCK (11 on Linux, 35 on macOS) and ERROR_SHARING_VIOLATION (32) into this exception.
    private static bool IsHeld(IOException e) => e.GetType() == typeof(IOException) && (e.HResult & 0xFFFF) is 11 or 32 or 35;
}
