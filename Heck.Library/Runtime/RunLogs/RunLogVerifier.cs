using Heck.Contracts;

namespace Heck.Runtime.RunLogs;

/// <summary>
/// Three verdicts, since they fail for different reasons: is every record what was written (integrity), are all of them there
/// (completeness), and does the chain hold a hash that someone keeps elsewhere (anchored).
/// </summary>
internal sealed class RunLogVerifier(RunLog log)
{
    private readonly List<string> _torn = [];
    private readonly List<RunLogLine> _unread = [];
    private RunLogVerdict? _integrity;
    private RunLogVerdict? _completeness;
    private RunLogRecord? _last;
    private RunLogRecord? _anchor;
    private RunLogRecord? _marked;

    /// <param name="expectedHead">A head that was kept outside this machine's reach; null when there is none.</param>
    public RunLogFindings Verify(ContentHash? expectedHead)
    {
        var head = log.ReadHead();
        foreach (var line in log.ReadLines())
        {
            if (line.Record is { } record) Follow(line, record);
            else _unread.Add(line);
            if (line.Record?.Hash == expectedHead) _anchor = line.Record;
            if (line.Record?.Seq == head?.Count) _marked = line.Record;
        }

        JudgeEnd(head);
        var count = _last?.Seq ?? 0;
        return new RunLogFindings(
            count,
            _last?.Hash ?? default,
            _integrity ?? Good($"{count} records are as they were written, each with the hash of the one before."),
            _completeness ?? Good($"All {count} records are there, as the head mark says."),
            JudgeAnchor(expectedHead),
            _torn,
            NotProven(expectedHead));
    }

    private static RunLogVerdict Good(string reason) => new() { Ok = true, Reason = reason };

    private static RunLogVerdict Bad(string reason, RunLogLine? line = null, long? seq = null) => new() { Ok = false, Reason = reason, Place = line?.Place, Seq = seq };

    private void Follow(RunLogLine line, RunLogRecord record)
    {
        var next = (_last?.Seq ?? 0) + 1;
        var follows = record.Prev == (_last?.Hash ?? default);
        if (line.IsAltered) _integrity ??= Bad($"Record {record.Seq} was altered: its content has another hash than it says.", line, record.Seq);
        else if (follows && record.Seq != next) _integrity ??= Bad($"Record {record.Seq} stands where {next} should.", line, record.Seq);
        else if (!follows && record.Seq > next) JudgeGap(line, next, record.Seq - 1);
        else if (!follows) _integrity ??= Bad($"Record {record.Seq} does not follow the one before it.", line, record.Seq);
        // The chain goes over an unreadable line only where that line never was a whole record.
        if (follows) _torn.AddRange(_unread.Select(unread => unread.Place));
        _unread.Clear();
        _last = record;
    }

    private void JudgeGap(RunLogLine line, long first, long last)
    {
        var which = first == last ? $"Record {first} is" : $"Records {first} to {last} are";
        if (_unread.Count > 0) _integrity ??= Bad($"{which} spoilt: the line cannot be read.", _unread[0], first);
        else _completeness ??= Bad($"{which} missing.", line, first);
    }

    private void JudgeEnd(RunLogHead? head)
    {
        var count = _last?.Seq ?? 0;
        if (_unread.Count > 0)
        {
            _torn.AddRange(_unread.Select(unread => unread.Place));
            _completeness ??= Bad("The log ends in a torn line, whose record is lost; the next record goes on after it.", _unread[^1], count + 1);
        }
        else if (head is null && count > 0) _completeness ??= Bad("There is no head mark, so records may be missing at the end.");
        else if (head?.Count > count) _completeness ??= Bad($"Records {count + 1} to {head.Count} are missing at the end.", seq: count + 1);
        if (head is not null && _marked is not null && _marked.Hash != head.Hash) _integrity ??= Bad($"Record {head.Count} is not the one that the head mark names.", seq: head.Count);
    }

    private RunLogVerdict JudgeAnchor(ContentHash? expected) => expected is not { } hash
        ? new RunLogVerdict { Ok = null, Reason = "No head was given to compare with." }
        : _anchor is { } anchor && _integrity is null
            ? new RunLogVerdict { Ok = true, Reason = $"Records 1 to {anchor.Seq} lead to the head given.", Seq = anchor.Seq }
            : Bad(_anchor is null ? $"No record has the hash {hash.Short} of the head given." : "The chain is broken, so the head given proves nothing.");

    private List<string> NotProven(ContentHash? expected)
    {
        var sentences = new List<string> { "That a record tells the truth about what happened: the chain only shows that it was not changed since." };
        if (expected is null) sentences.Add("That nobody rewrote the whole log and its hashes: whoever can write here can. Keep `heck log head` elsewhere and give it to --expect-head.");
        else if (_anchor is { } anchor && _last!.Seq > anchor.Seq) sentences.Add($"That records {anchor.Seq + 1} to {_last.Seq} were not rewritten: they are later than the head given.");
        if (_last is null) sentences.Add("That there never was a log: an empty one and a deleted one look the same without --expect-head.");
        return sentences;
    }
}
