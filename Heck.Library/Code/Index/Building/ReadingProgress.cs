using System.Globalization;
using Heck.Contracts;
using Heck.Runtime.Files.Walking;

namespace Heck.Code.Index.Building;

/// <summary>Counts what has been read and tells the throughput.</summary>
internal sealed class ReadingProgress(IReadOnlyList<(WalkedFile File, ContentHash? Known)> files, TimeProvider clock, Action<ProgressUpdate> report)
{
    private readonly long _started = clock.GetTimestamp();
    private long _files;
    private long _bytes;

    public void Add(long bytes)
    {
        _files++;
        _bytes += bytes;
    }

    public void Report()
    {
        var seconds = Math.Max(clock.GetElapsedTime(_started).TotalSeconds, 0.001);
        report(new ProgressUpdate("parse", _files, files.Count, string.Create(CultureInfo.InvariantCulture, $"{_bytes / 1e6 / seconds:F1} MB/s")));
    }
}
