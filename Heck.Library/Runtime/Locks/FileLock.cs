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
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0);
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

    // The base library turns EWOULDBLOCK (11 on Linux, 35 on macOS) and ERROR_SHARING_VIOLATION (32) into this exception.
    private static bool IsHeld(IOException e) => e.GetType() == typeof(IOException) && (e.HResult & 0xFFFF) is 11 or 32 or 35;
}
