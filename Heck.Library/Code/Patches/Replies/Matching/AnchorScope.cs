namespace Heck.Code.Patches.Replies.Matching;

/// <summary>The lines in which an edit may stand, since its anchors are above them.</summary>
internal sealed class AnchorScope
{
    // Anchors are compared by text, which costs so much more.
    private const int ScansOfAnAnchor = 30;

    private readonly bool[]? _allowed;

    private AnchorScope(bool[]? allowed = null) => _allowed = allowed;

    /// <summary>The whole file, for edits without anchors.</summary>
    public static AnchorScope Whole { get; } = new();

    /// <summary>Where the innermost anchor stands, from 0; more than one when equal lines stand in the outer ones.</summary>
    public IReadOnlyList<int> Innermost { get; private init; } = [];

    /// <summary>The anchor that is nowhere; null when all were found.</summary>
    public string? Missing { get; private init; }

    public static AnchorScope Of(IReadOnlyList<string> anchors, AnchorLines file, SearchBudget budget)
    {
        var scope = Whole;
        foreach (var anchor in anchors)
        {
            budget.Scan(file.Count * ScansOfAnAnchor);
            var places = file.PlacesOf(anchor, [.. Enumerable.Range(0, file.Count).Where(scope.Allows)]);
            if (places.Count == 0) return new AnchorScope { Missing = anchor };
            scope = new AnchorScope(Below(places, file, scope)) { Innermost = places };
        }

        return scope;
    }

    public bool Allows(int line) => _allowed is null || _allowed[line];

    private static bool[] Below(List<int> places, AnchorLines file, AnchorScope outer)
    {
        // One more, for what is added behind the last line.
        var allowed = new bool[file.Count + 1];
        var upTo = 0;
        foreach (var line in places)
        {
            var end = file.Blocks.EndOf(line);
            for (var at = Math.Max(line, upTo); at < end; at++) allowed[at] = outer.Allows(at);
            upTo = Math.Max(upTo, end);
        }

        return allowed;
    }
}
