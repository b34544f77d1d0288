using Heck.Code.Index;
using Heck.Code.Patches;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;
using Heck.Runtime.Locks;
using Heck.Runtime.Repositories;
using Heck.Runtime.RunLogs;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Status;

internal static class StatusVerb
{
    // This version has no provider, budget or policy that could be set.
    private static readonly StatusSetting NotConfigured = new() { Configured = false };

    public static Task<StatusPayload> RunAsync(StatusRequest request, VerbContext context, CancellationToken ct) => Task.FromResult(new StatusPayload
    {
        Initialised = context.Layout.IsInitialised,
        Index = Index(context),
        RunLog = RunLog(context),
        Patches = Patches(context),
        Stores = Stores(context.Layout),
        Lock = Lock(context.Layout),
        Provider = NotConfigured,
        Budget = NotConfigured,
        Policy = NotConfigured,
    });

    private static StatusIndex? Index(VerbContext context) => IndexNote.Read(context.Layout) is not { } note ? null : new StatusIndex
    {
        Files = note.Files,
        Symbols = note.Symbols,
        References = note.References,
        UpdatedAt = note.UpdatedAt,
        AgeSeconds = Math.Max(0, (long)(context.Clock.GetUtcNow() - note.UpdatedAt).TotalSeconds),
    };

    private static StatusRunLog RunLog(VerbContext context)
    {
        var log = new RunLog(context.Layout);
        if (log.ReadLast() is { } last)
        {
            return new StatusRunLog
            {
                Count = last.Seq,
                Head = last.Hash,
                Last = new StatusRun { RunId = last.RunId, Time = last.Time, Cmd = last.Cmd, Ok = last.Ok },
            };
        }

        // None yet, or its end is torn.
        if (Files(context.Layout.RunLogFolder).Any(f => f.Extension == ".jsonl" && f.Length > 0)) context.Warn("The end of the run log cannot be read, so the count may be too low; see `heck log verify`.");
        var head = log.ReadHead();
        return new StatusRunLog { Count = head?.Count ?? 0, Head = head?.Hash.ToString(), Last = null };
    }

    private static StatusPatches Patches(VerbContext context)
    {
        // Where there are none, as in most repositories, nothing of their store is loaded.
        var files = Files(context.Layout.PatchFolder).Count(file => file.Extension == ".diff");
        return files == 0 ? new StatusPatches { Total = 0, Created = 0, Applied = 0, RolledBack = 0 } : ByState(context, files);
    }

    private static StatusPatches ByState(VerbContext context, int files)
    {
        var states = new List<PatchState>();
        try
        {
            states.AddRange(new PatchStore(context.Layout, new BlobStore(context.Layout), context.Clock).States());
        }
        catch (HeckException e)
        {
            // One spoilt file should not take the glance at everything else.
            context.Warn(e.Error.Message);
        }

        return new StatusPatches
        {
            Total = files,
            Created = states.Count(state => state == PatchState.Created),
            Applied = states.Count(state => state == PatchState.Applied),
            RolledBack = states.Count(state => state == PatchState.RolledBack),
        };
    }

    private static StatusStores Stores(RepositoryLayout layout) => new()
    {
        IndexBytes = Bytes(layout.IndexFolder),
        BlobBytes = new BlobTotal(layout).Read(),
        PatchBytes = Bytes(layout.PatchFolder),
        RunLogBytes = Bytes(layout.RunLogFolder),
    };

    private static StatusLock? Lock(RepositoryLayout layout) => RepositoryLock.CurrentOwner(layout) is not { } owner ? null : new StatusLock
    {
        Pid = owner.Pid,
        Host = owner.Host,
        Since = owner.Since,
        Verb = owner.Verb,
    };

    // Not by LINQ, whose sums of longs each process would compile anew.
    private static long Bytes(string folder)
    {
        var bytes = 0L;
        foreach (var file in Files(folder)) bytes += file.Length;
        return bytes;
    }

    private static IEnumerable<FileInfo> Files(string folder) =>
        new DirectoryInfo(folder) is { Exists: true } info ? info.EnumerateFiles() : [];
}
