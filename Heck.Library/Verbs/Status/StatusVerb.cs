using System.Text.Json;
using Heck.Code.Index;
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
        RunLog = RunLog(context.Layout),
        Patches = Files(context.Layout.PatchFolder).Count(file => file.Extension == ".diff"),
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

    private static StatusRunLog RunLog(RepositoryLayout layout)
    {
        var log = new RunLog(layout);
        var head = log.ReadHead();
        var last = head is null ? null : log.ReadLast();
        return new StatusRunLog
        {
            Count = head?.Count ?? 0,
            Head = head?.Hash.ToString(),
            Last = last is { } run ? Run(run) : null,
        };
    }

    private static StatusRun? Run(JsonElement record) =>
        record is { ValueKind: JsonValueKind.Object }
        && record.TryGetProperty("run_id", out var id) && record.TryGetProperty("time", out var time) && record.TryGetProperty("cmd", out var cmd) && record.TryGetProperty("ok", out var ok)
        && time.ValueKind == JsonValueKind.String && time.TryGetDateTimeOffset(out var at)
            ? new StatusRun { RunId = id.ToString(), Time = at, Cmd = cmd.ToString(), Ok = ok.ValueKind == JsonValueKind.True }
            : null;

    private static StatusStores Stores(RepositoryLayout layout) => new()
    {
        IndexBytes = Files(layout.IndexFolder).Sum(file => file.Length),
        BlobBytes = Files(layout.BlobFolder).Sum(file => file.Length),
        PatchBytes = Files(layout.PatchFolder).Sum(file => file.Length),
        RunLogBytes = Files(layout.RunLogFolder).Sum(file => file.Length),
    };

    private static StatusLock? Lock(RepositoryLayout layout) => RepositoryLock.CurrentOwner(layout) is not { } owner ? null : new StatusLock
    {
        Pid = owner.Pid,
        Host = owner.Host,
        Since = owner.Since,
        Verb = owner.Verb,
    };

    private static IEnumerable<FileInfo> Files(string folder) =>
        new DirectoryInfo(folder) is { Exists: true } info ? info.EnumerateFiles() : [];
}
