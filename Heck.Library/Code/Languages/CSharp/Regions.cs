using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp;

/// <summary>Ordered, disjoint parts of a text.</summary>
internal sealed class Regions(IReadOnlyList<TextSpan> spans)
{
    public bool IsEmpty => spans.Count == 0;

    public bool Contain(int position)
    {
        var (low, high) = (0, spans.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (spans[middle].Contains(position)) return true;
            if (spans[middle].Start > position) high = middle - 1;
            else low = middle + 1;
        }

        return false;
    }

    public Regions Intersect(Regions other) => new([.. spans.SelectMany(other.Overlaps)]);

    public Regions Without(Regions other) => new([.. spans.SelectMany(other.Gaps)]);

    private IEnumerable<TextSpan> Overlaps(TextSpan span) => spans.Select(s => s.Overlap(span)).OfType<TextSpan>();

    /// <summary>What of a span is in none of the regions.</summary>
    private IEnumerable<TextSpan> Gaps(TextSpan span)
    {
        var start = span.Start;
        foreach (var covered in Overlaps(span))
        {
            if (covered.Start > start) yield return TextSpan.FromBounds(start, covered.Start);
            start = covered.End;
        }

        if (start < span.End) yield return TextSpan.FromBounds(start, span.End);
    }
}
