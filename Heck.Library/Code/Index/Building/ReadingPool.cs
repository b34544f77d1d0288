using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Heck.Contracts;
using Heck.Runtime.Files.Walking;

namespace Heck.Code.Index.Building;

/// <summary>
/// Workers that read files and derive their facts, each with its own parsers. There are only so many records: a worker waits for one that the
/// writer has given back, so memory does not grow with the repository.
/// </summary>
internal sealed class ReadingPool : IDisposable
{
    private const int RecordsPerWorker = 8;

    private readonly BlockingCollection<FileRecord> _free = [];
    private readonly BlockingCollection<FileRecord> _done = [];
    private readonly CancellationTokenSource _stop;
    private readonly IReadOnlyList<(WalkedFile File, ContentHash? Known)> _files;
    private readonly Task _workers;
    private int _next = -1;

    public ReadingPool(IReadOnlyList<(WalkedFile File, ContentHash? Known)> files, Func<FileReader> newReader, CancellationToken ct)
    {
        _files = files;
        _stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var count = Math.Min(files.Count, Environment.ProcessorCount);
        for (var i = 0; i < count * RecordsPerWorker; i++) _free.Add(new FileRecord(), ct);
        _workers = Task.WhenAll(Enumerable.Range(0, count).Select(_ => Task.Run(() => Work(newReader), CancellationToken.None)));
        _ = _workers.ContinueWith(_ => _done.CompleteAdding(), TaskScheduler.Default);
    }

    /// <summary>The next finished record, to be given back; false after the last.</summary>
    public bool TryTake([NotNullWhen(true)] out FileRecord? record) => _done.TryTake(out record, Timeout.Infinite);

    public void GiveBack(FileRecord record) => _free.Add(record);

    /// <summary>Throws what ended the workers early, if anything did.</summary>
    public void Finish() => _workers.GetAwaiter().GetResult();

    public void Dispose()
    {
        _stop.Cancel();
        Task.WhenAny(_workers).Wait();
        _stop.Dispose();
        _free.Dispose();
        _done.Dispose();
    }

    private void Work(Func<FileReader> newReader)
    {
        try
        {
            using var reader = newReader();
            while (Interlocked.Increment(ref _next) is var at && at < _files.Count)
            {
                var record = _free.Take(_stop.Token);
                reader.Read(_files[at].File, _files[at].Known, record, _stop.Token);
                _done.Add(record);
            }
        }
        finally
        {
            // One that fails ends them all; the last to end does no harm.
            if (_next < _files.Count) _stop.Cancel();
        }
    }
}
