namespace Heck.Code.Languages.Python.Binding.Types;

/// <summary>
/// Computes values that may depend on themselves. What is asked for while it is being computed adds nothing; a value found on the way of such
/// a circle is not kept, since it may lack a part.
/// </summary>
internal sealed class RecursionGuard
{
    /// <summary>Chains longer than this prove nothing.</summary>
    private const int MostDepth = 80;

    /// <summary>Steps for one question after which nothing is proved.</summary>
    private const int MostSteps = 20_000;

    private readonly Dictionary<object, PythonType> _known = [];
    private Dictionary<object, int> _running = [];
    private int _lowest = int.MaxValue;
    private int _steps;

    public PythonType Compute(object key, Func<PythonType> compute)
    {
        if (_known.TryGetValue(key, out var known)) return known;
        if (_running.TryGetValue(key, out var above))
        {
            _lowest = Math.Min(_lowest, above);
            return PythonType.Never;
        }

        var depth = _running.Count;
        _steps = depth == 0 ? 0 : _steps + 1;
        if (depth > MostDepth || _steps > MostSteps)
        {
            _lowest = 0;
            return PythonType.Unknown;
        }

        return Compute(key, depth, compute);
    }

    /// <summary>Runs something that must not see what is being computed now.</summary>
    public void Apart(Action action)
    {
        var (running, lowest, steps) = (_running, _lowest, _steps);
        (_running, _lowest) = ([], int.MaxValue);
        action();
        (_running, _lowest, _steps) = (running, lowest, steps);
    }

    private PythonType Compute(object key, int depth, Func<PythonType> compute)
    {
        var outer = _lowest;
        _lowest = int.MaxValue;
        _running[key] = depth;
        var result = compute();
        _running.Remove(key);
        if (_lowest >= depth) _known[key] = result;
        _lowest = Math.Min(outer, _lowest >= depth ? int.MaxValue : _lowest);
        return result;
    }
}
