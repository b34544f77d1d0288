using System.Text.Json.Nodes;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files.Trees;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// Ends what a commit began: one that counts loses its leftovers, any other is put back. Every step may itself be killed and repeated.
/// Only renames put back, so that a full disk does not stand in the way. A file that someone changed meanwhile keeps that someone's bytes.
/// </summary>
internal sealed class CommitRecovery(RepositoryLayout layout, TreeFolders folders, bool isNextStart = true)
{
    /// <summary>True when some commit has not ended; it may belong to a process that is alive.</summary>
    public static bool IsNeeded(RepositoryLayout layout) => CommitJournal.AnyIn(layout);

    /// <summary>Called with the repository's lock held. Says what was done, a sentence for each unfinished commit.</summary>
    /// <exception cref="HeckException"><c>journal.broken</c>: everything else was put back; the files named were changed by someone after the kill.</exception>
    public static IReadOnlyList<string> Run(RepositoryLayout layout)
    {
        var done = new List<string>();
        foreach (var journal in CommitJournal.ReadAll(layout))
        {
            if (journal.Content.FirstForeign() is { } foreign)
                throw ErrorTable.JournalBroken.With($"The journal '{journal.Id}' speaks of '{PathNames.Visible(foreign.Value)}', as no commit of ours does; nothing of it was done.", $"If you did not write it, it came with the repository: look at it, then delete it from '{layout.JournalFolder}'.");
            using var folders = new TreeFolders(layout, journal.Content.Links());
            new CommitRecovery(layout, folders).Finish(journal);
            done.Add(journal.IsCommitted
                ? $"An earlier '{journal.Content.Cause}' was killed after it was done; its leftovers were removed."
                : $"An earlier '{journal.Content.Cause}' was killed; {journal.Content.Entries.Count} files were put back as they were before it.");
        }

        foreach (var leftover in Directory.EnumerateFiles(layout.JournalFolder, $"*{StateFile.TemporarySuffix}")) File.Delete(leftover);
        return done;
    }

    public void Finish(CommitJournal journal)
    {
        var content = journal.Content;
        var kept = journal.Phase == CommitPhase.Open ? PutBack(content) : [];
        // What was put back lives in the names. They must be on the disk before the only other copies go.
        if (journal.Phase == CommitPhase.Open) folders.Flush(content.FoldersTouched(folders));
        foreach (var entry in content.Entries) InReach(() => DeleteStaged(entry));
        folders.Flush([.. content.Entries.Select(entry => entry.Staged.Parent).Distinct()]);
        journal.Remove();
        if (kept.Count > 0) throw Broken(journal, kept);
    }

    private List<CommitJournalEntry> PutBack(CommitJournalContent content)
    {
        var kept = content.Entries.Where(entry => entry.After is not null && !InReach(() => PutBack(entry))).ToList();
        foreach (var folder in content.NewFolders.Reverse()) InReach(() => RemoveIfEmpty(folder));
        kept.AddRange(content.Entries.Where(entry => entry.After is null && !InReach(() => Restore(entry))));
        return kept;
    }

    // What lies in a folder that someone has moved, or put a link in the place of, is out of reach and stays.
    private static bool InReach(Func<bool> act)
    {
        try
        {
            return act();
        }
        catch (HeckException e) when (e.Error.Code == ErrorTable.PathRefused.Code || e.Error.Code == ErrorTable.FilesStale.Code)
        {
            return false;
        }
    }

    // False when someone else's bytes stand there, which stay.
    private bool PutBack(CommitJournalEntry entry)
    {
        using var lease = folders.TryOpen(entry.Path.Parent);
        if (lease is not { Folder: var folder }) return true;
        return entry.ChangesModeOnly ? PutModeBack(entry, folder) : entry.Before is null ? Remove(entry, folder) : ExchangeBack(entry, folder);
    }

    private static bool PutModeBack(CommitJournalEntry entry, TreeFolder folder)
    {
        if (entry.Before!.Mode is { } mode && folder.StateOf(entry.Path.Name) == entry.After) folder.SetMode(entry.Path.Name, mode);
        return true;
    }

    // As long as the staged file is there, the new file was not made by us.
    private bool Remove(CommitJournalEntry entry, TreeFolder folder)
    {
        using var waiting = folders.TryOpen(entry.Staged.Parent);
        if (waiting?.Folder.Holds(entry.Staged.Name) == true || !folder.Holds(entry.Path.Name)) return true;
        if (folder.StateOf(entry.Path.Name)?.Body != entry.After!.Body) return false;
        folder.Delete(entry.Path.Name);
        return true;
    }

    private static bool ExchangeBack(CommitJournalEntry entry, TreeFolder folder)
    {
        var (target, staged) = (entry.Path.Name, entry.Staged.Name);
        MendHalfExchange(folder, staged, target);
        // Every staged content was whole before the first exchange, so one that is not the new content is what stood in the tree.
        if (!folder.Holds(staged) || folder.StateOf(staged)?.Body == entry.After!.Body) return true;
        if (folder.StateOf(target)?.Body != entry.After.Body) return false;
        folder.Exchange(staged, target);
        return true;
    }

    // Where an exchange is made of plain renames, a kill may leave it between two of them.
    private static void MendHalfExchange(TreeFolder folder, string staged, string target)
    {
        var aside = staged + AtomicRename.AsideSuffix;
        if (!folder.Holds(aside)) return;
        if (!folder.Holds(target)) folder.Move(aside, folder, target);
        else if (!folder.Holds(staged)) folder.Move(aside, folder, staged);
        else folder.Delete(aside);
    }

    private bool Restore(CommitJournalEntry entry)
    {
        using var aside = folders.Open(entry.Staged.Parent);
        using var parent = folders.TryOpen(entry.Path.Parent);
        var isAside = aside.Folder.Holds(entry.Staged.Name);
        if (parent?.Folder.Holds(entry.Path.Name) == true) return !isAside || parent.Value.Folder.StateOf(entry.Path.Name)?.Body == entry.Before!.Body;
        // The run that did the commit knows that it has not moved the file: someone else deleted it.
        if (!isAside && !isNextStart) return true;
        MakeFolders(entry.Path.Parent);
        using var folder = folders.Open(entry.Path.Parent);
        if (isAside) aside.Folder.Move(entry.Staged.Name, folder.Folder, entry.Path.Name);
        else WriteAnew(entry, aside.Folder, folder.Folder);
        return true;
    }

    // Neither here nor there: a power cut has kept the end of a folder and lost what was moved out of it before.
    private void WriteAnew(CommitJournalEntry entry, TreeFolder aside, TreeFolder folder)
    {
        var temporary = entry.Staged.Name + StateFile.TemporarySuffix;
        aside.Delete(temporary);
        if (entry.Before!.IsLink) aside.CreateLink(temporary, new BlobStore(layout).Read(entry.Before.Hash));
        else aside.Create(temporary, sink => new BlobStore(layout).CopyTo(entry.Before.Hash, sink), given => entry.Before.Mode ?? given, isPrivate: true);
        aside.Move(temporary, folder, entry.Path.Name);
    }

    private void MakeFolders(RepoPath path)
    {
        if (folders.NearestTo(path) == path) return;
        MakeFolders(path.Parent);
        using var parent = folders.Open(path.Parent);
        // Something that is no folder, but someone's, has its name.
        if (parent.Folder.Holds(path.Name)) throw AtomicFileSystem.Stale([path]);
        parent.Folder.MakeFolder(path.Name);
        folders.Forget(path);
    }

    private bool RemoveIfEmpty(RepoPath path)
    {
        using var parent = folders.TryOpen(path.Parent);
        using var folder = folders.TryOpen(path);
        if (folder is not null && parent?.Folder.TryRemoveFolder(path.Name) == true) folders.Forget(path);
        return true;
    }

    private bool DeleteStaged(CommitJournalEntry entry)
    {
        using var folder = folders.TryOpen(entry.Staged.Parent);
        folder?.Folder.Delete(entry.Staged.Name);
        return true;
    }

    private HeckException Broken(CommitJournal journal, IReadOnlyList<CommitJournalEntry> kept)
    {
        var blobs = new BlobStore(layout);
        return ErrorTable.JournalBroken.With(
            $"'{journal.Content.Cause}' did not end and was put back, except where someone changed a file meanwhile: {string.Join(", ", kept.Select(entry => $"'{entry.Path}'"))}.",
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
