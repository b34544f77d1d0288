using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Locks;

namespace Heck.Code.Patches;

/// <summary>
/// Brings the kept contents under their cap. First go those that no patch names, the oldest first; then those that only patches name that were rolled back, patch by patch,
/// the one rolled back longest ago first. What a created or applied patch names stays, whatever the cap, and so does what the last ten moves would need to be undone.
/// </summary>
internal sealed class BlobCollection(BlobStore blobs, PatchStore store)
{
    private const int MovesKept = 10;

    /// <param name="held">Nobody else makes or needs contents meanwhile.</param>
    /// <param name="cap">Bytes.</param>
    public CollectedBlobs Run(RepositoryLock held, long cap)
    {
        var all = blobs.All();
        var total = all.Sum(blob => blob.Bytes);
        var excess = total - cap;
        if (excess <= 0) return new CollectedBlobs(0, total, []);
        var patches = store.List();
        var unneeded = Unneeded(patches);
        // The last patch in line that names a content decides when it goes.
        var lastNamed = new Dictionary<ContentHash, int>();
        for (var place = 0; place < unneeded.Count; place++) foreach (var hash in unneeded[place].Contents) lastNamed[hash] = place;
        var needed = patches.Except(unneeded).SelectMany(patch => patch.Contents).ToHashSet();
        var (going, poorer) = (new List<ContentHash>(), new List<string>());
        foreach (var (hash, bytes) in all.Where(blob => !needed.Contains(blob.Hash) && !lastNamed.ContainsKey(blob.Hash)).TakeWhile(_ => excess > 0)) Take(hash, bytes);
        var byPatch = all.Where(blob => !needed.Contains(blob.Hash) && lastNamed.ContainsKey(blob.Hash)).ToLookup(blob => lastNamed[blob.Hash]);
        for (var place = 0; place < unneeded.Count && excess > 0; place++)
        {
            // A patch that lacks one of its contents is of no use: it goes whole.
            foreach (var (hash, bytes) in byPatch[place]) Take(hash, bytes);
            if (byPatch[place].Any()) poorer.Add(unneeded[place].Id);
        }

        return new CollectedBlobs(going.Count, going.Count > 0 ? blobs.Delete(held, going) : total, poorer);

        void Take(ContentHash hash, long bytes)
        {
            going.Add(hash);
            excess -= bytes;
        }
    }

    // Rolled back and not among the last moves; the longest ago first. What was found in the tree counts as no move, since undo passes it over.
    private static List<Patch> Unneeded(IReadOnlyList<Patch> patches)
    {
        var recent = patches.SelectMany(patch => patch.Moves.Where(move => move.Kind != PatchMoveKind.Capture).Select(move => (move.Order, patch.Id)))
            .OrderByDescending(move => move.Order).Take(MovesKept).Select(move => move.Id).ToHashSet();
        return [.. patches.Where(patch => patch.State == PatchState.RolledBack && !recent.Contains(patch.Id)).OrderBy(patch => patch.Moves[^1].Order)];
    }
}
