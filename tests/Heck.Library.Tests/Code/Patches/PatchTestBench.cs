using Heck.Code.Patches;
using Heck.Library.Tests.Runtime;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>The engine over a repository, each call with the lock and the objects of a process of its own.</summary>
internal sealed class PatchTestBench(TemporaryRepository repository)
{
    public PatchStore Store => new(repository.Layout, repository.Blobs, TimeProvider.System);

    public Patch Create(params IReadOnlyList<FileEdit> edits) => Store.Create(new PatchDraft("test", "run", edits));

    public PatchOutcome Apply(string id, bool merge = false)
    {
        using var held = repository.Hold();
        return Engine().Apply(held, Store.Load(id), merge, "run", TestContext.Current.CancellationToken);
    }

    public PatchOutcome Rollback(string id)
    {
        using var held = repository.Hold();
        return Engine().Rollback(held, Store.Load(id), "run", TestContext.Current.CancellationToken);
    }

    public PatchOutcome Reapply(string id)
    {
        using var held = repository.Hold();
        return Engine().Reapply(held, Store.Load(id), "run", TestContext.Current.CancellationToken);
    }

    public PatchOutcome Undo()
    {
        using var held = repository.Hold();
        return Engine().Undo(held, "run", TestContext.Current.CancellationToken);
    }

    private PatchEngine Engine()
    {
        var blobs = new BlobStore(repository.Layout);
        return new PatchEngine(repository.Layout, blobs, new PatchStore(repository.Layout, blobs, TimeProvider.System), TimeProvider.System);
    }
}
