namespace Heck.Code.Index.Building;

/// <summary>How long each stage of a run took.</summary>
internal sealed class StageClock(TimeProvider clock)
{
    private readonly Dictionary<string, double> _elapsed = [];

    /// <summary>Milliseconds by stage, in the order in which they ran.</summary>
    public IReadOnlyDictionary<string, double> ElapsedMs => _elapsed;

    public T Time<T>(string stage, Func<T> work)
    {
        var started = clock.GetTimestamp();
        var result = work();
        _elapsed[stage] = Math.Round(clock.GetElapsedTime(started).TotalMilliseconds, 1);
        return result;
    }

    public void Time(string stage, Action work) => Time(stage, () =>
    {
        work();
        return 0;
    });
}
