using Heck.Code.Index.Store;
using Heck.Code.Languages;
using Heck.Contracts;
using Heck.Runtime.Configuration;
using Heck.Runtime.Files;
using Heck.Runtime.Files.Walking;
using Heck.Runtime.Repositories;

namespace Heck.Code.Index.Building;

/// <summary>
/// Brings an index up to the tree: walk, compare stamps, read what may differ, parse what does, resolve imports. Facts are committed in batches:
/// what a killed run wrote is there for the next one. Two builders at once do no harm; they do work twice.
/// </summary>
internal sealed class IndexBuilder(RepositoryLayout layout, IndexDatabase database, TimeProvider clock, IProgress<ProgressUpdate>? progress = null)
{
    /// <summary>Each batch costs the writing of many half-filled pages; a killed run loses the last one.</summary>
    private const int FilesPerBatch = 512;
    private static readonly TimeSpan LongestBatch = TimeSpan.FromMilliseconds(500);

    /// <summary>What derived the facts. Another build of Heck, or another setting, may derive others from the same content.</summary>
    private const string EngineKey = "engine";

    private readonly IndexSettings _settings = ConfigFile.Load(layout).Index;
    private int _parsed;
    private int _sameContent;
    private int _unreadable;

    public Func<RepoPath, ILanguage?> LanguageOf { get; init; } = LanguageCatalog.Of;

    public StageClock Stages { get; init; } = new(clock);

    private string Engine => $"{typeof(IndexBuilder).Assembly.ManifestModule.ModuleVersionId} {_settings.MaxFileBytes}";

    /// <param name="full">Parse every file, whatever the index has.</param>
    /// <param name="ct">Stops between files; the batches committed stay.</param>
    public IndexSummary Build(bool full, CancellationToken ct) => Build(Stages.Time("walk", () => RepositoryWalker.Walk(layout, ct)), full, ct);

    /// <summary>The same for a tree that has just been walked.</summary>
    public IndexSummary Build(WalkResult walk, bool full, CancellationToken ct)
    {
        if (full || database.Meta(EngineKey) != Engine) DistrustAll();
        var plan = Stages.Time("compare", () => ChangePlan.Make(database, walk.Files));
        var beforeReadingNs = FileStamp.Nanoseconds(clock.GetUtcNow());
        Stages.Time("parse", () => Apply(plan, ct));
        Stages.Time("resolve", () => new ImportStage(database, layout, LanguageOf).Run([.. walk.Files.Select(f => f.Path)], ct));
        return IndexSummary.Make(database, walk, plan with { Unchanged = plan.Unchanged + _sameContent }, _parsed, Stages.ElapsedMs) with
        {
            IsSettled = _unreadable == 0 && plan.IsTrusted(beforeReadingNs),
        };
    }

    /// <summary>What <see cref="Build(bool, CancellationToken)"/> would do as far as stamps tell; reads no file and writes nothing.</summary>
    public IndexSummary Preview(bool full, CancellationToken ct)
    {
        var walk = Stages.Time("walk", () => RepositoryWalker.Walk(layout, ct));
        var plan = Stages.Time("compare", () => ChangePlan.Make(database, walk.Files, distrust: full || database.Meta(EngineKey) != Engine));
        var toParse = plan.ToRead.Count(f => LanguageOf(f.File.Path) is not null);
        return IndexSummary.Make(database, walk, plan, toParse, Stages.ElapsedMs);
    }

    // Written down rather than remembered, so that a run killed half-way is completed by the next.
    private void DistrustAll() => database.Transact(() =>
    {
        database.Execute("UPDATE files SET hash = NULL, recorded_ns = 0");
        database.SetMeta(EngineKey, Engine);
    });

    private void Apply(ChangePlan plan, CancellationToken ct)
    {
        if (plan.IsEmpty) return;
        var writer = new RecordWriter(database);
        if (plan.Removed.Count > 0) database.Transact(() => RemoveAll(writer, plan.Removed));
        using var pool = new ReadingPool(plan.ToRead, () => new FileReader(layout, clock, LanguageOf, _settings.MaxFileBytes), ct);
        var progress = new ReadingProgress(plan.ToRead, clock, Report);
        for (var more = true; more;)
        {
            database.Transact(() => more = WriteBatch(writer, pool, progress));
            progress.Report();
        }

        pool.Finish();
    }

    private bool WriteBatch(RecordWriter writer, ReadingPool pool, ReadingProgress progress)
    {
        var started = clock.GetTimestamp();
        for (var i = 0; i < FilesPerBatch && clock.GetElapsedTime(started) < LongestBatch; i++)
        {
            if (!pool.TryTake(out var record)) return false;
            writer.Write(record);
            if (record.Outcome == FileOutcome.SameContent) _sameContent++;
            else if (record.Outcome == FileOutcome.Unreadable) _unreadable++;
            else if (record.Language is not null) _parsed++;
            progress.Add(record.Stamp.Size);
            pool.GiveBack(record);
        }

        return true;
    }

    private static void RemoveAll(RecordWriter writer, IReadOnlyList<RepoPath> paths)
    {
        foreach (var path in paths) writer.Remove(path);
    }

    private void Report(ProgressUpdate update) => progress?.Report(update);
}
