using System.Collections.Concurrent;
using Heck.Code.Languages;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files.Walking;
using Heck.Runtime.Repositories;

namespace Heck.Code.Refactoring.Structural;

/// <summary>Looks for the matches of rules in the files of a repository, on all cores, parsing only files whose bytes may hold one.</summary>
internal sealed class StructuralScan(RepositoryLayout layout, RuleSet rules, IReadOnlyList<RepoPath> within, IProgress<ProgressUpdate>? progress)
{
    public ScanResult Run(CancellationToken ct)
    {
        var files = RepositoryWalker.Walk(layout, ct).Files
            .Where(f => rules.For(LanguageCatalog.Of(f.Path)).Count > 0 && within.Any(f.Path.IsWithin)).ToList();
        var found = new ConcurrentBag<ScannedFile>();
        var skipped = new ConcurrentBag<UnreadFile>();
        var refused = new ConcurrentBag<(int File, HeckException Why)>();
        var (parsed, done) = (0, 0);
        Parallel.ForEach(
            Partitioner.Create(0, Math.Max(1, files.Count), 16),
            new ParallelOptions { CancellationToken = ct, MaxDegreeOfParallelism = Environment.ProcessorCount },
            () => new FileScanner(layout, rules),
            (range, _, scanner) =>
            {
                for (var i = range.Item1; i < Math.Min(range.Item2, files.Count); i++)
                {
                    ct.ThrowIfCancellationRequested();
                    try
                    {
                        if (scanner.Scan(files[i], ct) is { } file) found.Add(file);
                    }
                    catch (HeckException e)
                    {
                        refused.Add((i, e));
                    }
                }

                progress?.Report(new ProgressUpdate("search", Interlocked.Add(ref done, range.Item2 - range.Item1), files.Count));
                return scanner;
            },
            scanner =>
            {
                Interlocked.Add(ref parsed, scanner.Parsed);
                foreach (var file in scanner.Skipped) skipped.Add(file);
                scanner.Dispose();
            });
        // Of several refusals always the same one, whichever worker was first.
        if (!refused.IsEmpty) throw refused.MinBy(r => r.File).Why;
        return new ScanResult([.. found.OrderBy(f => f.Path)], files.Count, parsed, [.. skipped.OrderBy(s => s.Path)]);
    }
}
