using Heck.Code.Index.Store;
using Heck.Contracts;
using Heck.Runtime.Files.Walking;

namespace Heck.Code.Index.Building;

/// <summary>What a run did and what the index holds after it.</summary>
internal sealed record IndexSummary
{
    /// <summary>Files in the index.</summary>
    public required int Files { get; init; }

    /// <summary>Files of a known language that this run parsed.</summary>
    public required int Parsed { get; init; }

    /// <summary>Files whose facts this run left as they were.</summary>
    public required int Unchanged { get; init; }

    public required int Removed { get; init; }

    public required long Symbols { get; init; }

    public required long References { get; init; }

    /// <summary>Bytes of the files.</summary>
    public required long Bytes { get; init; }

    public required long ParseErrors { get; init; }

    /// <summary>What was left out, ordered by path.</summary>
    public required IReadOnlyList<LeftOut> Skipped { get; init; }

    /// <summary>There was no index before.</summary>
    public required bool FromNothing { get; init; }

    public required IReadOnlyDictionary<string, double> StagesMs { get; init; }

    /// <summary>As long as no file's stamp changes, no file does.</summary>
    public bool IsSettled { get; init; }

    public static IndexSummary Make(IndexDatabase database, WalkResult walk, ChangePlan plan, int parsed, IReadOnlyDictionary<string, double> stages)
    {
        var totals = database["SELECT count(*), total(symbol_count), total(reference_count), total(size), total(parse_errors) FROM files"];
        totals.Step();
        var summary = new IndexSummary
        {
            Files = (int)totals.Int(0),
            Parsed = parsed,
            Unchanged = plan.Unchanged,
            Removed = plan.Removed.Count,
            Symbols = totals.Int(1),
            References = totals.Int(2),
            Bytes = totals.Int(3),
            ParseErrors = totals.Int(4),
            Skipped = [.. LoadSkipped(database).Concat(walk.Skipped.Select(s => new LeftOut(s.Path, SnakeCase.Of(s.Reason)))).OrderBy(s => s.Path, StringComparer.Ordinal)],
            FromNothing = plan.FromNothing,
            StagesMs = stages,
        };
        totals.Reset();
        return summary;
    }

    private static List<LeftOut> LoadSkipped(IndexDatabase database)
    {
        var skipped = new List<LeftOut>();
        var query = database["SELECT path, skip_reason FROM files WHERE skip_reason IS NOT NULL"];
        while (query.Step()) skipped.Add(new LeftOut(query.Text(0), query.Text(1)));
        return skipped;
    }
}
