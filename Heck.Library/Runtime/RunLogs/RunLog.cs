using System.Text.Json;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;
using Heck.Runtime.Locks;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.RunLogs;

/// <summary>
/// The chained records of <c>.heck/runlogs</c>, a file for each month. Several processes may append at once; a line that a kill tore
/// stays where it is, and the next record begins on a line of its own and follows the last whole one.
/// </summary>
internal sealed class RunLog(RepositoryLayout layout)
{
    private const string Extension = ".jsonl";

    private const int LongestLastLine = 64 << 10;

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private string HeadFile => Path.Combine(layout.RunLogFolder, RunLogHead.FileName);

    /// <summary>Numbers, chains and writes the record. When this returns it survives a power cut.</summary>
    /// <exception cref="HeckException"><c>lock.held</c>: another process kept the log for half a minute.</exception>
    public async Task<RunLogRecord> AppendAsync(RunLogRecord record, CancellationToken ct)
    {
        using var held = await FileLock.AcquireAsync(Path.Combine(layout.RunLogFolder, "lock"), LongestWait, TimeProvider.System, null, ct).ConfigureAwait(false)
            ?? throw ErrorTable.LockHeld.With("Another process has been writing to the run log for half a minute.");
        var end = FindEnd();
        var file = LaterOf(end.File, $"{record.Time.UtcDateTime:yyyy-MM}{Extension}");
        if (end.TornAt is not null) record = record with { Warnings = [.. record.Warnings ?? [], $"the log ended in a torn line at {end.TornAt}"] };
        var chained = Chain(record, end);
        var bytes = Write(file, Line(chained), startFresh: end.TornAt is not null && file == end.File);
        StateFile.Write(HeadFile, new RunLogHead(chained.Seq, chained.Hash, file, bytes).ToJson());
        return chained;
    }

    /// <summary>Null when there is none, or none that can be read.</summary>
    public RunLogHead? ReadHead()
    {
        try
        {
            return File.Exists(HeadFile) ? RunLogHead.Parse(File.ReadAllBytes(HeadFile)) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The newest record, from the end of its file alone; null when there is none, or none that is whole and not uncommonly long.</summary>
    public RunLogGlance? ReadLast()
    {
        if (FileNames().LastOrDefault() is not { } name) return null;
        using var file = File.OpenHandle(Path.Combine(layout.RunLogFolder, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        var tail = new byte[LongestLastLine];
        var text = tail.AsSpan(0, RandomAccess.Read(file, tail, Math.Max(0, RandomAccess.GetLength(file) - tail.Length))).TrimEnd((byte)'\n');
        return RunLogGlance.Parse(text[(text.LastIndexOf((byte)'\n') + 1)..]);
    }

    /// <summary>Every line of every file, oldest first.</summary>
    public IEnumerable<RunLogLine> ReadLines() => FileNames().SelectMany(ReadLines);

    private static RunLogRecord Chain(RunLogRecord record, LogEnd end)
    {
        var chained = record with { Seq = end.Seq + 1, Prev = end.Hash };
        return chained with { Hash = ContentHash.Of(CanonicalJson.Serialize(ToElement(chained), except: "hash")) };
    }

    private static JsonElement ToElement(RunLogRecord record) => HeckJson.ToElement(RunLogJson.WriteRecord, record);

    private static byte[] Line(RunLogRecord record) => [.. CanonicalJson.Serialize(ToElement(record)), (byte)'\n'];

    // Files are read in the order of their names, so a clock that was put back must not open an earlier one.
    private static string LaterOf(string one, string other) => string.CompareOrdinal(one, other) >= 0 ? one : other;

    private long Write(string file, byte[] line, bool startFresh)
    {
        var path = Path.Combine(layout.RunLogFolder, file);
        var isNew = !File.Exists(path);
        using var stream = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.Read, bufferSize: 0);
        // In one write, so that a reader never sees half of it on a whole disk.
        stream.Write(startFresh ? [(byte)'\n', .. line] : line);
        stream.Flush(flushToDisk: true);
        if (isNew) Durability.FlushFolders([layout.RunLogFolder, layout.StateFolder, layout.Root]);
        return stream.Length;
    }

    private LogEnd FindEnd()
    {
        if (ReadHead() is { } head && LengthOf(head.File) == head.Bytes && FileNames().LastOrDefault() == head.File) return new LogEnd(head.Count, head.Hash, head.File, null);
        // Rare: a kill between record and head, or someone else's hand. The verdicts will say which; appending only goes on.
        var lines = ReadLines().ToList();
        var last = lines.LastOrDefault(line => line.Record is not null)?.Record;
        return new LogEnd(last?.Seq ?? 0, last?.Hash ?? default, lines.LastOrDefault()?.File ?? "", lines.LastOrDefault() is { Record: null } torn ? torn.Place : null);
    }

    private long LengthOf(string file) => new FileInfo(Path.Combine(layout.RunLogFolder, file)) is { Exists: true } info ? info.Length : -1;

    private IEnumerable<string> FileNames() => Directory.Exists(layout.RunLogFolder)
        ? Directory.GetFiles(layout.RunLogFolder).Where(path => path.EndsWith(Extension, StringComparison.Ordinal)).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)
        : [];

    private IEnumerable<RunLogLine> ReadLines(string file)
    {
        ReadOnlyMemory<byte> rest = File.ReadAllBytes(Path.Combine(layout.RunLogFolder, file));
        for (var number = 1; rest.Length > 0; number++)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var line = end < 0 ? rest : rest[..end];
            if (line.Length > 0) yield return RunLogLine.Parse(file, number, line);
            rest = end < 0 ? default : rest[(end + 1)..];
        }
    }

    private sealed record LogEnd(long Seq, ContentHash Hash, string File, string? TornAt);
}
