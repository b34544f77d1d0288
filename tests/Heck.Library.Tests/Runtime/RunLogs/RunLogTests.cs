using System.Globalization;
using Heck.Contracts;
using Heck.Runtime.RunLogs;
using Heck.TestChild;

namespace Heck.Library.Tests.Runtime.RunLogs;

public sealed class RunLogTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_log_that_nobody_touched_passes_and_says_what_is_not_proven()
    {
        await Append(3);
        var found = Verify();
        Assert.True(found.Integrity.Ok);
        Assert.True(found.Completeness.Ok);
        Assert.Null(found.Anchored.Ok);
        Assert.Equal(3, found.Count);
        Assert.Contains(found.NotProven, sentence => sentence.Contains("--expect-head", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_changed_byte_is_found_with_its_line()
    {
        await Append(5);
        Edit(lines => lines[2] = lines[2].Replace("\"ok\":true", "\"ok\":false", StringComparison.Ordinal));
        var integrity = Verify().Integrity;
        Assert.False(integrity.Ok);
        Assert.Equal("2026-11.jsonl:3", integrity.Place);
        Assert.Equal(3, integrity.Seq);
    }

    /// <summary>Line ends among them, and the letter case of a hash.</summary>
    [Fact]
    public async Task No_flipped_bit_goes_unnoticed()
    {
        await Append(3);
        var whole = File.ReadAllBytes(LogFile);
        for (var at = 0; at < whole.Length; at += 2)
        {
            var flipped = whole.ToArray();
            flipped[at] ^= (byte)(at % 3 == 0 ? 0x20 : 1 << (at / 2 % 8));
            File.WriteAllBytes(LogFile, flipped);
            var found = Verify();
            Assert.False(found.Integrity.Ok is true && found.Completeness.Ok is true, $"byte {at}");
        }
    }

    [Fact]
    public async Task A_space_between_members_is_found()
    {
        await Append(2);
        Edit(lines => lines[0] = lines[0].Replace("\",\"", "\", \"", StringComparison.Ordinal));
        Assert.False(Verify().Integrity.Ok);
    }

    [Fact]
    public async Task Records_that_changed_places_are_found()
    {
        await Append(5);
        Edit(lines => (lines[1], lines[3]) = (lines[3], lines[1]));
        var found = Verify();
        Assert.False(found.Integrity.Ok is true && found.Completeness.Ok is true);
    }

    [Fact]
    public async Task A_record_that_stands_twice_is_found()
    {
        await Append(3);
        Edit(lines => lines.Insert(2, lines[1]));
        var found = Verify();
        Assert.False(found.Integrity.Ok is true && found.Completeness.Ok is true);
    }

    [Fact]
    public async Task A_record_that_was_rewritten_with_its_hash_breaks_the_chain_behind_it()
    {
        await Append(3);
        // The same log with another second record, whose own hash is right.
        Edit(lines =>
        {
            using var other = new TemporaryRepository();
            var log = new RunLog(other.Layout);
            Append(log, Record(0)).GetAwaiter().GetResult();
            Append(log, Record(7)).GetAwaiter().GetResult();
            lines[1] = File.ReadAllLines(Path.Combine(other.Layout.RunLogFolder, "2026-11.jsonl"))[1];
        });
        Assert.Equal(3, Verify().Integrity.Seq);
    }

    [Fact]
    public async Task A_line_taken_out_of_the_middle_is_missing()
    {
        await Append(5);
        Edit(lines => lines.RemoveRange(1, 2));
        var found = Verify();
        Assert.False(found.Completeness.Ok);
        Assert.Contains("2 to 3", found.Completeness.Reason, StringComparison.Ordinal);
        Assert.True(found.Integrity.Ok);
    }

    [Fact]
    public async Task Records_cut_off_at_the_end_are_missing()
    {
        await Append(5);
        Edit(lines => lines.RemoveRange(3, 2));
        var found = Verify();
        Assert.False(found.Completeness.Ok);
        Assert.Contains("4 to 5", found.Completeness.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10.jsonl", "1 to 2")]
    [InlineData("2026-11.jsonl", "3 to 4")]
    public async Task A_deleted_file_is_missing(string file, string records)
    {
        var log = new RunLog(_repository.Layout);
        for (var i = 1; i <= 4; i++) await Append(log, Record(i) with { Time = new DateTimeOffset(2026, i < 3 ? 10 : 11, 1, 0, 0, 0, TimeSpan.Zero) });
        File.Delete(Path.Combine(_repository.Layout.RunLogFolder, file));
        Assert.Contains(records, Verify().Completeness.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_head_mark_is_noticed()
    {
        await Append(2);
        File.Delete(Path.Combine(_repository.Layout.RunLogFolder, RunLogHead.FileName));
        Assert.False(Verify().Completeness.Ok);
    }

    [Fact]
    public async Task A_torn_last_line_is_reported_and_the_next_record_goes_on_after_it()
    {
        await Append(2);
        await File.AppendAllTextAsync(LogFile, "{\"cmd\":\"edit\",\"dura", TestContext.Current.CancellationToken);
        var torn = Verify();
        Assert.Equal(["2026-11.jsonl:3"], torn.Torn);
        Assert.False(torn.Completeness.Ok);
        Assert.Equal("2026-11.jsonl:3", torn.Completeness.Place);

        await Append(1);
        var mended = Verify();
        Assert.True(mended.Integrity.Ok);
        Assert.True(mended.Completeness.Ok);
        Assert.Equal(["2026-11.jsonl:3"], mended.Torn);
        Assert.Equal(3, mended.Count);
        Assert.Contains("torn line at 2026-11.jsonl:3", new RunLog(_repository.Layout).ReadLines().Last().Record!.Warnings![0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_kill_between_record_and_head_mark_loses_nothing()
    {
        await Append(2);
        var head = Path.Combine(_repository.Layout.RunLogFolder, RunLogHead.FileName);
        var earlier = File.ReadAllBytes(head);
        await Append(1);
        await File.WriteAllBytesAsync(head, earlier, TestContext.Current.CancellationToken);
        Assert.True(Verify().Completeness.Ok);
        await Append(1);
        var found = Verify();
        Assert.Equal(4, found.Count);
        Assert.True(found.Integrity.Ok);
        Assert.True(found.Completeness.Ok);
    }

    [Fact]
    public async Task A_head_kept_elsewhere_anchors_what_leads_to_it()
    {
        await Append(2);
        var kept = Verify().Head;
        await Append(1);
        var found = Verify(kept);
        Assert.True(found.Anchored.Ok);
        Assert.Equal(2, found.Anchored.Seq);
        Assert.Contains(found.NotProven, sentence => sentence.Contains("records 3 to 3", StringComparison.Ordinal));
        Assert.False(Verify(ContentHash.Of("another log"u8)).Anchored.Ok);
    }

    [Fact]
    public async Task A_clock_that_was_put_back_does_not_break_the_order()
    {
        await Append(1);
        await Append(new RunLog(_repository.Layout), Record(2) with { Time = new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        Assert.True(Verify().Completeness.Ok);
        Assert.True(Verify().Integrity.Ok);
    }

    [Fact]
    public async Task Eight_processes_append_and_the_chain_holds()
    {
        var children = Enumerable.Range(0, 8).Select(_ => ChildProcess.Start("append", _repository.Root, "10")).ToList();
        foreach (var child in children)
        {
            await child.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, child.ExitCode);
            child.Dispose();
        }

        var found = Verify();
        Assert.Equal(80, found.Count);
        Assert.True(found.Integrity.Ok);
        Assert.True(found.Completeness.Ok);
        Assert.Empty(found.Torn);
    }

    [Fact]
    public async Task Killed_appenders_leave_at_most_a_torn_line_each_and_a_log_that_goes_on()
    {
        for (var kill = 0; kill < 5; kill++)
        {
            var child = await ChildProcess.StartReadyAsync("append", _repository.Root, "100000");
            await Task.Delay(20 * kill, TestContext.Current.CancellationToken);
            await child.KillAsync();
            await Append(1);
            var found = Verify();
            Assert.True(found.Integrity.Ok, found.Integrity.Reason);
            Assert.True(found.Completeness.Ok, found.Completeness.Reason);
        }
    }

    private string LogFile => Path.Combine(_repository.Layout.RunLogFolder, "2026-11.jsonl");

    private static RunLogRecord Record(int i) => Records.Make($"run-{i.ToString(CultureInfo.InvariantCulture)}");

    private static Task<RunLogRecord> Append(RunLog log, RunLogRecord record) => log.AppendAsync(record, TestContext.Current.CancellationToken);

    private async Task Append(int records)
    {
        for (var i = 0; i < records; i++) await Append(new RunLog(_repository.Layout), Record(i));
    }

    private RunLogFindings Verify(ContentHash? expectedHead = null) => new RunLogVerifier(new RunLog(_repository.Layout)).Verify(expectedHead);

    private void Edit(Action<List<string>> change)
    {
        var lines = File.ReadAllLines(LogFile).ToList();
        change(lines);
        File.WriteAllText(LogFile, string.Concat(lines.Select(line => line + "\n")));
    }
}
