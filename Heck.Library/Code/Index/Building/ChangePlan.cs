using Heck.Code.Index.Store;
using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Files.Walking;

namespace Heck.Code.Index.Building;

/// <summary>What differs between the tree and the index, as far as stamps tell.</summary>
/// <param name="ToRead">Files to read, with the hash of the content that the index has of them when it is to be trusted.</param>
/// <param name="Removed">Paths that the index has and the tree no longer.</param>
/// <param name="Unchanged">Number of files whose stamps prove them unchanged.</param>
/// <param name="FromNothing">The index had no file.</param>
internal sealed record ChangePlan(IReadOnlyList<(WalkedFile File, ContentHash? Known)> ToRead, IReadOnlyList<RepoPath> Removed, int Unchanged, bool FromNothing)
{
    public bool IsEmpty => ToRead.Count == 0 && Removed.Count == 0;

    /// <summary>Whether every stamp of a file that was read from then on proves it unchanged as long as it stays the same; those of the others do.</summary>
    public bool IsTrusted(long beforeReadingNs) => ToRead.All(file => file.File.Stamp.IsTrusted(beforeReadingNs));

    public static ChangePlan Make(IndexDatabase database, IReadOnlyList<WalkedFile> walked, bool distrust = false)
    {
        var known = LoadKnown(database);
        var fromNothing = known.Count == 0;
        var toRead = new List<(WalkedFile, ContentHash?)>();
        foreach (var file in walked)
        {
            if (!known.Remove(file.Path, out var row)) toRead.Add((file, null));
            else if (distrust || row.Stamp != file.Stamp || !file.Stamp.IsTrusted(row.RecordedNs)) toRead.Add((file, row.Hash));
        }

        return new ChangePlan(toRead, known.Count == 0 ? [] : [.. known.Keys.Order()], walked.Count - toRead.Count, fromNothing);
    }

    private static Dictionary<RepoPath, (FileStamp Stamp, long RecordedNs, ContentHash? Hash)> LoadKnown(IndexDatabase database)
    {
        var known = new Dictionary<RepoPath, (FileStamp, long, ContentHash?)>();
        var query = database["SELECT path, size, mtime_ns, ctime_ns, inode, recorded_ns, hash FROM files"];
        while (query.Step())
        {
            var stamp = new FileStamp(query.Int(1), query.Int(2), query.Int(3), (ulong)query.Int(4));
            known[query.Path(0)] = (stamp, query.Int(5), query.Bytes(6) is { Length: ContentHash.Size } hash ? ContentHash.FromBytes(hash) : null);
        }

        return known;
    }
}
