using System.Runtime.InteropServices;

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
        if (descriptor < 0) throw Failure(folder);
        try
        {
            if (PosixCalls.Flush(descriptor) < 0) throw Failure(folder);
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

    private static void InParallel(IReadOnlyCollection<string> paths, Action<string> flush)
    {
        if (paths.Count < 3)
        {
            foreach (var path in paths) flush(path);
            return;
        }

        // Threads of our own: the pool starts with one per core and adds slowly, while these only wait for the disk.
        var queue = new System.Collections.Concurrent.ConcurrentQueue<string>(paths);
        var failures = new System.Collections.Concurrent.ConcurrentQueue<Exception>();
        var threads = Enumerable.Range(0, Math.Min(Threads, paths.Count)).Select(_ => new Thread(Work) { IsBackground = true }).ToArray();
        foreach (var thread in threads) thread.Start();
        foreach (var thread in threads) thread.Join();
        if (failures.TryDequeue(out var failure)) throw new IOException(failure.Message, failure);

        void Work()
        {
            while (failures.IsEmpty && queue.TryDequeue(out var path))
            {
                try
                {
                    flush(path);
                }
                catch (Exception e) when (e is IOException or UnauthorizedAccessException)
                {
                    failures.Enqueue(e);
                }
            }
        }
    }

    private static IOException Failure(string path) => new($"{Marshal.GetLastPInvokeErrorMessage()} : '{path}'", Marshal.GetLastPInvokeError());
}
