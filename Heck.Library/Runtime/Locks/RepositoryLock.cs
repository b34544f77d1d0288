using System.Text.Json;
using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Locks;

/// <summary>Whoever holds it is the only process that changes this repository. Disposing frees it; so does the end of the process.</summary>
internal sealed class RepositoryLock : IDisposable
{
    private readonly string _ownerFile;
    private IDisposable? _held;

    private RepositoryLock(IDisposable held, string ownerFile) => (_held, _ownerFile) = (held, ownerFile);

    /// <summary>Takes the lock, waiting for its owner as long as asked: zero fails at once, <see cref="Timeout.InfiniteTimeSpan"/> waits for ever. Progress is told once for whom.</summary>
    /// <exception cref="HeckException"><c>lock.held</c>, naming the owner.</exception>
    public static async Task<RepositoryLock> AcquireAsync(
        RepositoryLayout layout, string verb, TimeSpan wait, TimeProvider time, IProgress<ProgressUpdate>? progress, CancellationToken ct)
    {
        StateFolder.Ensure(layout);
        var told = false;
        var held = await FileLock.AcquireAsync(layout.LockFile, wait, time, TellOnce, ct).ConfigureAwait(false) ?? throw Held(layout);
        TrySign(layout, new LockOwner(Environment.ProcessId, Environment.MachineName, time.GetUtcNow(), verb));
        return new RepositoryLock(held, layout.LockOwnerFile);

        void TellOnce()
        {
            if (!told) progress?.Report(new ProgressUpdate("lock", 0, 0, $"waiting for {OwnerOf(layout)?.ToString() ?? "another process"}"));
            told = true;
        }
    }

    /// <summary>Who holds the lock, as far as it can be read; the file may be half written just now.</summary>
    public static LockOwner? OwnerOf(RepositoryLayout layout)
    {
        // Mostly there is none, and an exception would cost more than the question.
        if (!File.Exists(layout.LockOwnerFile)) return null;
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(layout.LockOwnerFile), LockOwnerJson.Instance.LockOwner);
        }
        catch (Exception e) when (e is IOException or JsonException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Who holds the lock at this moment; null when nobody does, whatever a killed process left written.</summary>
    public static LockOwner? CurrentOwner(RepositoryLayout layout)
    {
        if (OwnerOf(layout) is not { } owner) return null;
        using var free = FileLock.TryAcquire(layout.LockFile);
        return free is null ? owner : null;
    }

    public void EnsureHeld() => ObjectDisposedException.ThrowIf(_held is null, this);

    public void Dispose()
    {
        if (_held is null) return;
        TryUnsign(_ownerFile);
        _held.Dispose();
        _held = null;
    }

    // For people who wait. On a full disk, which must not keep a recovery from the lock, nobody is named.
    private static void TrySign(RepositoryLayout layout, LockOwner owner)
    {
        try
        {
            File.WriteAllBytes(layout.LockOwnerFile, JsonSerializer.SerializeToUtf8Bytes(owner, LockOwnerJson.Instance.LockOwner));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TryUnsign(layout.LockOwnerFile);
        }
    }

    private static void TryUnsign(string ownerFile)
    {
        try
        {
            File.Delete(ownerFile);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The note says nothing once the lock is free.
        }
    }

    private static HeckException Held(RepositoryLayout layout) => OwnerOf(layout) is { } owner
        ? ErrorTable.LockHeld.With($"Another process is changing this repository: {owner}.", details: JsonSerializer.SerializeToNode(owner, LockOwnerJson.Instance.LockOwner) as JsonObject)
        : ErrorTable.LockHeld.With("Another process is changing this repository; it has not said which one it is.");
}
