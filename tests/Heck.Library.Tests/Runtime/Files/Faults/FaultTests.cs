using System.Globalization;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Runtime.Files.Faults;

/// <summary>
/// Apply and rollback of a patch of 50 files, and the recovery after them, ended or failing at any call that changes something, and with the power cut at any of them. The ordinary
/// run takes a seeded part; HECK_LONG=1 takes every call and prints what it found.
/// </summary>
public sealed class FaultTests : IDisposable
{
    private const int Files = 50;

    private static readonly (string Name, int Number)[] Errors = [("EIO", 5), ("EACCES", 13), ("ENOSPC", 28), ("EROFS", 30), ("EDQUOT", 122)];

    private const string Same = "failed and put back in the same run", Later = "failed and put back at the next start", Undecided = "failed and found done";

    private readonly FaultScenario _scenario = new(Files);
    private readonly Random _random = new(IsLong ? Environment.TickCount : 20261124);

    public FaultTests() => Assert.SkipWhen(FaultLibrary.File is null, "needs Linux with a C compiler");

    private static bool IsLong { get; } = Environment.GetEnvironmentVariable("HECK_LONG") == "1";

    public void Dispose() => _scenario.Dispose();

    [Theory]
    [InlineData("apply")]
    [InlineData("rollback")]
    [InlineData("recovery")]
    public async Task A_process_ended_before_any_call_leaves_the_tree_entirely_before_or_after(string verb)
    {
        var (before, after, recoveries) = (0, 0, 0);
        foreach (var call in Some(await _scenario.CountAsync(verb), 3))
        {
            await _scenario.StartAsync(verb);
            await _scenario.RunAsync(verb, At(call));
            // The recovery is ended on its way as well, a little later each time, until it comes through.
            for (var end = 1 + _random.Next(60); CommitJournal.AnyIn(_scenario.Repository.Layout) && await _scenario.RunAsync("recovery", At(end)) is null; end += 40 + _random.Next(200)) recoveries++;
            if (await _scenario.IsAfterOnceRecoveredAsync($"{verb} ended before call {call}")) after++;
            else before++;
        }

        Say($"{verb}: {before + after} ends, the recovery ended {recoveries} times on its way: {before} trees without the patch, {after} with it");
    }

    [Theory]
    [InlineData("apply")]
    [InlineData("rollback")]
    [InlineData("recovery")]
    public async Task A_call_that_fails_leaves_the_tree_as_it_was_or_the_verb_done(string verb)
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var calls = await _scenario.CountAsync(verb);
        using var server = new FaultServer(_scenario.Repository.Root, _scenario.PatchId);
        foreach (var call in Some(calls, 12))
        {
            foreach (var (name, number) in IsLong ? Errors : [Errors[_random.Next(Errors.Length)]])
            {
                foreach (var on in IsLong ? new[] { false, true } : [_random.Next(3) == 0])
                {
                    var outcome = await FailAsync(server, verb, $"{verb} with {name} at call {call}{(on ? " and on" : "")}", call, number, on);
                    foreach (var key in new[] { outcome, $"{outcome}, {name}" }) counts[$"{verb}, {(on ? "failing from a call on" : "one call failing")}: {key}"] = counts.GetValueOrDefault($"{verb}, {(on ? "failing from a call on" : "one call failing")}: {key}") + 1;
                }
            }
        }

        foreach (var (what, count) in counts) Say($"{count} {what}");
        int Once(string outcome) => counts.GetValueOrDefault($"{verb}, one call failing: {outcome}");
        if (IsLong && verb != "recovery") Assert.True(Once(Later) + Once(Undecided) <= 0.05 * (Once(Later) + Once(Undecided) + Once(Same)), "fewer than 95 % were put back in the same run");
    }

    private async Task<string> FailAsync(FaultServer server, string verb, string what, int call, int error, bool on)
    {
        await _scenario.StartAsync(verb);
        var said = await server.RunAsync(verb, call, error, on);
        var wasSame = _scenario.Repository.Snapshot() == (verb == "rollback" ? _scenario.After : _scenario.Before);
        var isAfter = await _scenario.IsAfterOnceRecoveredAsync(what);
        var isDone = verb != "recovery" && isAfter == (verb == "apply");
        if (verb == "recovery") Assert.False(isAfter, $"{what}: a commit that was never marked stayed");
        else if (said == "ok") Assert.True(isDone, $"{what}: success was told and is not there");
        else if (isDone) Assert.StartsWith("files.unfinished", said, StringComparison.Ordinal);
        return said == "ok" ? "succeeded nevertheless" : isDone ? Undecided : wasSame ? Same : Later;
    }

    [Theory]
    [InlineData("apply")]
    [InlineData("rollback")]
    [InlineData("recovery")]
    public async Task A_power_cut_leaves_the_tree_entirely_before_or_after_and_no_success_is_lost(string verb)
    {
        var cuts = await RecordAsync(verb);
        var (ordered, unordered) = (0, 0);
        foreach (var at in Some(cuts.Length + 1, 40))
        {
            // Writes in order: what was asked for after some point is lost altogether, unless a later sync had to wait for it.
            await CheckAsync(cuts.StateAt(at - 1, _ => PowerCuts.Fate.Kept), cuts.LatestWithoutSync(at - 1) > cuts.SaidAt, $"{verb}, all before {at - 1}");
            ordered++;
        }

        foreach (var round in Enumerable.Range(0, IsLong ? 4000 : 100))
        {
            var cut = round < 20 ? cuts.Length : _random.Next(cuts.Length + 1);
            var (seed, kept, torn) = (_random.Next(), _random.Next(0, 101), _random.Next(0, 30));
            var fates = new Random(seed);
            var image = cuts.StateAt(cut, _ => fates.Next(100) < kept ? fates.Next(100) < torn ? PowerCuts.Fate.Torn : PowerCuts.Fate.Kept : PowerCuts.Fate.Lost);
            await CheckAsync(image, cut > cuts.SaidAt, $"{verb} cut before {cut}, seed {seed}, {kept} % kept, {torn} % of these torn");
            unordered++;
        }

        Say($"{verb}: {cuts.Length} calls, {ordered} states in order, {unordered} out of order, none mixed, no success lost");

        async Task CheckAsync(DiskImage image, bool isSaid, string what)
        {
            image.WriteTo(_scenario.Repository.Root);
            var isAfter = await _scenario.IsAfterOnceRecoveredAsync(what);
            if (isSaid && verb != "recovery") Assert.True(isAfter == (verb == "apply"), $"{what}: success was told and is lost");
        }
    }

    private async Task<PowerCuts> RecordAsync(string verb)
    {
        using var records = new TemporaryRepository();
        var log = records.Full("log");
        var start = await _scenario.StartAsync(verb);
        Assert.Equal("ok", await _scenario.RunAsync(verb, ("LOG", log)));
        return new PowerCuts(start, CallLog.Read(log));
    }

    private static (string Name, string Value) At(int call) => ("AT", call.ToString(CultureInfo.InvariantCulture));

    // From 1 to the most: all of them, or a seeded few.
    private IEnumerable<int> Some(int most, int few) => IsLong || few >= most ? Enumerable.Range(1, most) : Enumerable.Range(0, few).Select(_ => 1 + _random.Next(most));

    private static void Say(string text) => TestContext.Current.TestOutputHelper!.WriteLine(text);
}
