using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// Ends what a commit began: one that counts loses its leftovers, any other is put back. Every step may itself be killed and repeated.
/// Only renames put back, so that a full disk does not stand in the way. A file that someone changed meanwhile keeps that someone's bytes.
/// </summary>
internal sealed class CommitRecovery(RepositoryLayout layout)
{
    /// <summary>True when some commit has not ended; it may belong to a process that is alive.</summary>
    public static bool IsNeeded(RepositoryLayout layout) => Directory.Exists(layout.JournalFolder) && Directory.EnumerateFileSystemEntries(layout.JournalFolder).Any();

    /// <summary>Called with the repository's lock held. Says what was done, a sentence for each unfinished commit.</summary>
    /// <exception cref="HeckException"><c>journal.broken</c>: everything else was put back; the files named were changed by someone after the kill.</exception>
    public IReadOnlyList<string> Run()
    {
        var done = new List<string>();
        foreach (var journal in CommitJournal.ReadAll(layout))
        {
            Finish(journal);
            done.Add(journal.IsCommitted
                ? $"An earlier '{journal.Content.Cause}' was killed after it was done; its leftovers were removed."
                : $"An earlier '{journal.Content.Cause}' was killed; {journal.Content.Entries.Count} files were put back as they were before it.");
        }

        foreach (var leftover in Directory.EnumerateFiles(layout.JournalFolder, $"*{StateFile.TemporarySuffix}")) File.Delete(leftover);
        return done;
    }

    public void Finish(CommitJournal journal)
    {
        var entries = journal.Content.Entries;
        var kept = journal.IsCommitted ? [] : PutBack(journal.Content);
        foreach (var entry in entries) DeleteStaged(entry);
        Durability.FlushFolders(journal.Content.FoldersTouched(layout));
        journal.Remove();
        if (kept.Count > 0) throw Broken(journal, kept);
    }

    private List<CommitJournalEntry> PutBack(CommitJournalContent content)
    {
        var kept = content.Entries.Where(entry => entry.After is not null && !PutBack(entry)).ToList();
        foreach (var folder in content.NewFolders.Reverse().Select(layout.FullPath))
        {
            if (Directory.Exists(folder) && !Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        }

        kept.AddRange(content.Entries.Where(entry => entry.After is null && !Restore(entry)));
        return kept;
    }

    // False when someone else's bytes stand there, which stay.
    private bool PutBack(CommitJournalEntry entry) =>
        entry.ChangesModeOnly ? PutModeBack(entry) : entry.Before is null ? Remove(entry) : ExchangeBack(entry);

    private bool PutModeBack(CommitJournalEntry entry)
    {
        var target = layout.FullPath(entry.Path);
        if (!OperatingSystem.IsWindows() && entry.Before!.Mode is { } mode && FileState.Of(target) == entry.After) File.SetUnixFileMode(target, mode);
        return true;
    }

    // As long as the staged file is there, the new file was not made by us.
    private bool Remove(CommitJournalEntry entry)
    {
        var target = layout.FullPath(entry.Path);
        if (File.Exists(layout.FullPath(entry.Staged)) || FileState.Of(target) is not { } present) return true;
        if (present.Hash != entry.After!.Hash) return false;
        File.Delete(target);
        return true;
    }

    private bool ExchangeBack(CommitJournalEntry entry)
    {
        var (target, staged) = (layout.FullPath(entry.Path), layout.FullPath(entry.Staged));
        if (File.Exists(staged + AtomicRename.AsideSuffix)) File.Move(staged + AtomicRename.AsideSuffix, staged, overwrite: true);
        if (FileState.Of(staged) is not { } aside) return true;
        var present = FileState.Of(target);
        if (present?.Hash == entry.After!.Hash)
        {
            if (aside.Hash != present.Hash && !IsTornCopy(staged, present.Hash)) AtomicRename.Exchange(staged, target);
            return true;
        }

        // Not exchanged yet, or exchanged and then changed by someone.
        return aside.Hash != entry.Before!.Hash || present?.Hash == entry.Before.Hash;
    }

    // Killed while staging; the target is then as it is by someone else's hand.
    private bool IsTornCopy(string staged, ContentHash after) => new BlobStore(layout).Read(after).AsSpan().StartsWith(File.ReadAllBytes(staged));

    private bool Restore(CommitJournalEntry entry)
    {
        var (target, staged) = (layout.FullPath(entry.Path), layout.FullPath(entry.Staged));
        if (!File.Exists(staged)) return true;
        if (Path.Exists(target)) return FileState.Of(target)?.Hash == entry.Before!.Hash;
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        AtomicRename.MoveToFreeName(staged, target);
        return true;
    }

    private void DeleteStaged(CommitJournalEntry entry)
    {
        var staged = layout.FullPath(entry.Staged);
        if (!Directory.Exists(Path.GetDirectoryName(staged))) return;
        File.Delete(staged);
        File.Delete(staged + AtomicRename.AsideSuffix);
    }

    private HeckException Broken(CommitJournal journal, IReadOnlyList<CommitJournalEntry> kept)
    {
        var blobs = new BlobStore(layout);
        return ErrorTable.JournalBroken.With(
            $"An earlier '{journal.Content.Cause}' was killed and was put back, except where someone changed a file since: {string.Join(", ", kept.Select(entry => $"'{entry.Path}'"))}.",
            details: new JsonObject
            {
                ["kept"] = new JsonArray([.. kept.Select(entry => (JsonNode)new JsonObject
                {
                    ["path"] = entry.Path.Value,
                    ["earlier_bytes"] = entry.Before is null ? null : blobs.PathOf(entry.Before.Hash),
                })]),
            });
    }
}
