using System.Runtime.ExceptionServices;
using Heck.Contracts.Errors;

namespace Heck.Runtime.Files;

/// <summary>Makes written bytes and directory entries survive a power cut.</summary>
internal static class Durability
{
    // Measured on ext4: 300 files cost 3.2 ms each one after the other and 0.3 ms each from 16 threads, since the file system commits them together.
    private const int Threads = 16;

    public static void FlushFiles(IReadOnlyCollection<string> files) => InParallel(files, FlushFile);

    public static void FlushFolders(IReadOnlyCollection<string> folders)
    {
        // Windows has no such call; NTFS journals its directory entries itself.
        if (!OperatingSystem.IsWindows()) InParallel(folders, FlushFolder);
    }

    public static void FlushFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        const int readOnly = 0;
        var descriptor = PosixCalls.Open(folder, readOnly);
        if (descriptor < 0) throw PosixCalls.Failure(folder);
        try
        {
            if (PosixCalls.Flush(descriptor) < 0) throw PosixCalls.Failure(folder);
        }
        finally
        {
            _ = PosixCalls.Close(descriptor);
        }
    }

    private static void FlushFile(string file)
    {
        // Read access does on POSIX, where a file that we made read-only cannot be opened for writing; Windows asks for write access.
        var access = OperatingSystem.IsWindows() ? FileAccess.ReadWrite : FileAccess.Read;
        using var stream = new FileStream(file, FileMode.Open, access, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        RandomAccess.FlushToDisk(stream.SafeFileHandle);
    }

    /// <summary>Does what waits for the disk with many at once. The first failure stops the rest and is thrown.</summary>
    public static void InParallel<T>(IReadOnlyCollection<T> items, Action<T> act)
    {
        if (items.Count < 3)
        {
            foreach (var item in items) act(item);
            return;
        }

        // Threads of our own: the pool starts with one per core and adds slowly, while these only wait for the disk.
        var queue = new System.Collections.Concurrent.ConcurrentQueue<T>(items);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, Math.Min(Threads, items.Count)).Select(_ => new Thread(Work) { IsBackground = true }).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        if (failures.TryDequeue(out var failure)) ExceptionDispatchInfo.Throw(failure);

        void Work()
        {
            while (failures.IsEmpty && queue.TryDequeue(out var item))
            {
                try
                {
                    act(item);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException or HeckException or OperationCanceledException)
                {
                    failures.Enqueue(e);
                }
            }
        }
    }
}
