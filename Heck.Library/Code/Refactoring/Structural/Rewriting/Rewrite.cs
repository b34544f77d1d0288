using Heck.Code.Refactoring.Structural.Patterns;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Structural.Rewriting;

/// <summary>What takes the place of a match: text with metavariables of its pattern.</summary>
internal sealed class Rewrite
{
    private Rewrite(string source, IReadOnlyList<RewritePart> parts) => (Source, Parts) = (source, parts);

    public string Source { get; }

    public IReadOnlyList<RewritePart> Parts { get; }

    /// <exception cref="HeckException"><c>pattern.invalid</c>: it uses a metavariable that the pattern does not have.</exception>
    public static Rewrite Read(string source, Pattern pattern)
    {
        var parts = new List<RewritePart>();
        var at = 0;
        foreach (var (range, hole) in MetaVariableSyntax.In(source))
        {
            if (hole.Name.Length == 0 || !pattern.Holes.Contains(hole)) throw Unbound(source, hole, pattern);
            parts.Add(new RewritePart(source[at..range.Start.Value], null));
            parts.Add(new RewritePart("", hole));
            at = range.End.Value;
        }

        parts.Add(new RewritePart(source[at..], null));
        return new Rewrite(source, [.. parts.Where(p => p.Hole is not null || p.Text.Length > 0)]);
    }

    private static HeckException Unbound(string source, MetaVariable hole, Pattern pattern) => ErrorTable.PatternInvalid.With(
        $"The rewrite '{source}' uses {hole}, which the pattern does not capture.",
        pattern.Holes.Where(h => h.Name.Length > 0).ToList() is { Count: > 0 } holes ? $"It captures {string.Join(", ", holes)}." : "It captures nothing.");
}
