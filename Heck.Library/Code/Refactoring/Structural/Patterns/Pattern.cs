using System.Buffers;

namespace Heck.Code.Refactoring.Structural.Patterns;

/// <summary>A pattern that has been read.</summary>
internal sealed class Pattern
{
    private const int MostNeedles = 3;

    private readonly byte[][] _needles;

    public Pattern(string source, IReadOnlyList<PatternNode> roots)
    {
        (Source, Roots) = (source, [.. roots]);
        Holes = roots.SelectMany(r => r.Leaves()).Select(l => l.Hole).OfType<MetaVariable>().Distinct().ToArray();
        // Names are rarer than keywords, and long names rarer than short ones.
        _needles = [.. roots.SelectMany(r => r.Leaves()).Where(l => l.Hole is null && !l.IsSeparator)
            .OrderByDescending(l => l.IsNamed).ThenByDescending(l => l.Text.Length)
            .Select(l => l.Text).DistinctBy(Convert.ToHexString).Take(MostNeedles)];
    }

    /// <summary>As the user wrote it.</summary>
    public string Source { get; }

    /// <summary>One node, or several neighbours.</summary>
    public PatternNode[] Roots { get; }

    public IReadOnlyList<MetaVariable> Holes { get; }

    /// <summary>False when a file cannot hold a match, told without parsing it.</summary>
    public bool MayOccurIn(ReadOnlySpan<byte> utf8)
    {
        foreach (var needle in _needles)
            if (utf8.IndexOf(needle) < 0)
                return false;
        return true;
    }
}
