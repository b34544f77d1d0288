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

    private readonly FaultScenario _scenario = new(Files);
    private readonly Random _random = new(IsLong ? Environment.TickCount : 20261124);

    public FaultTests() => Assert.SkipWhen(FaultLibrary.File is null, "needs Linux with a C compiler");

    // Every error at every call takes an hour; one of them at each, by chance, a few minutes.
    private static bool AllErrors { get; } = Environment.GetEnvironmentVariable("HECK_LONG") == "all";

    private static bool IsLong { get; } = Environment.GetEnvironmentVariable("HECK_LONG") is "1" or "all";

    public void Dispose() => _scenario.Dispose();

    [Theory]
    [InlineData("apply")]
    [InlineData("rollback")]
    public async Task A_process_ended_before_any_call_leaves_the_tree_entirely_before_or_after(string verb)
    {
        var (before, after, recoveries) = (0, 0, 0);
        foreach (var call in Some(await StartAndCountAsync(verb), 4))
        {
            _scenario.StartOf(verb).WriteTo(_scenario.Repository.Root);
            await _scenario.RunAsync(verb, At(call));
            // The recovery is ended on its way as well, a little later each time, until it comes through.
            for (var end = 1 + _random.Next(30); CommitJournal.AnyIn(_scenario.Repository.Layout) && await _scenario.RunAsync("status", At(end)) is null; end += 20 + _random.Next(100)) recoveries++;
            if (await _scenario.IsAfterOnceRecoveredAsync($"{verb} ended before call {call}")) after++;
            else before++;
        }

        Say($"{verb}: {before + after} ends, the recovery ended {recoveries} times on its way: {before} trees without the patch, {after} with it");
    }

    [Theory]
    [InlineData("apply")]
    [InlineData("rollback")]
    public async Task A_call_that_fails_leaves_the_tree_as_it_was_or_the_verb_done(string verb)
    {
        // By whether the fault stays.
        var (ok, same, later, undecided) = (new int[2], new int[2], new int[2], new int[2]);
        foreach (var call in Some(await StartAndCountAsync(verb), 6))
        {
            foreach (var (name, number) in AllErrors ? Errors : [Errors[_random.Next(Errors.Length)]])
            {
                foreach (var on in IsLong ? new[] { false, true } : [_random.Next(3) == 0])
                {
                    _scenario.StartOf(verb).WriteTo(_scenario.Repository.Root);
                    var what = $"{verb} with {name} at call {call}{(on ? " and on" : "")}";
                    var said = await _scenario.RunAsync(verb, [At(call), ("ERRNO", number.ToString(CultureInfo.InvariantCulture)), .. on ? [("ON", "1")] : Array.Empty<(string, string)>()]);
                    var wasSame = _scenario.Repository.Snapshot() == Start(verb);
                    var isDone = await _scenario.IsAfterOnceRecoveredAsync(what) == (verb == "apply");
                    Assert.NotNull(said);
                    if (said == "ok") Assert.True(isDone, $"{what}: success was told and is not there");
                    else if (isDone) Assert.StartsWith("files.unfinished", said, StringComparison.Ordinal);
                    if (said == "ok") ok[on ? 1 : 0]++;
                    else if (isDone) undecided[on ? 1 : 0]++;
                    else if (wasSame) same[on ? 1 : 0]++;
                    else later[on ? 1 : 0]++;
                }
            }
        }

        foreach (var on in new[] { 0, 1 })
            Say($"{verb}, {(on == 1 ? "failing from a call on" : "one call failing")}: {ok[on]} succeeded nevertheless, {same[on]} failed and were put back in the same run, {later[on]} at the next start, {undecided[on]} failed and were found done");
        Assert.True(later[0] + undecided[0] <= 0.05 * same[0] || !IsLong, "fewer than 95 % were put back in the same run");
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
        if (verb == "recovery")
        {
            // Ended where every file is exchanged and nothing marked: the most that there can be to put back.
            _scenario.StartOf("apply").WriteTo(_scenario.Repository.Root);
            await _scenario.RunAsync("apply", ("LOG", log));
            var calls = CallLog.Read(log);
            var mark = calls.Select((call, i) => (call, i)).Last(numbered => numbered.call[0] == "rename" && numbered.call[2].EndsWith(".done", StringComparison.Ordinal)).i;
            File.Delete(log);
            new PowerCuts(_scenario.StartOf("apply"), calls).StateAt(mark, _ => PowerCuts.Fate.Kept).WriteTo(_scenario.Repository.Root);
        }
        else
        {
            _scenario.StartOf(verb).WriteTo(_scenario.Repository.Root);
        }

        var start = DiskImage.Read(_scenario.Repository.Root);
        Assert.Equal("ok", await _scenario.RunAsync(verb == "recovery" ? "status" : verb, ("LOG", log)));
        return new PowerCuts(start, CallLog.Read(log));
    }

    private async Task<int> StartAndCountAsync(string verb)
    {
        _scenario.StartOf(verb).WriteTo(_scenario.Repository.Root);
        return await _scenario.CountAsync(verb);
    }

    private string Start(string verb) => verb == "apply" ? _scenario.Before : _scenario.After;

    private static (string Name, string Value) At(int call) => ("AT", call.ToString(CultureInfo.InvariantCulture));

    // From 1 to the most: all of them, or a seeded few.
    private IEnumerable<int> Some(int most, int few) => IsLong || few >= most ? Enumerable.Range(1, most) : Enumerable.Range(0, few).Select(_ => 1 + _random.Next(most));

    private static void Say(string text) => TestContext.Current.TestOutputHelper!.WriteLine(text);
}
