using System.Text.Json;
using System.Text.Json.Serialization;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// What a commit is about to do, durable before it touches anything. The extension of its name is the phase: the rename to <c>ID.done</c> is the commit.
/// </summary>
internal sealed class CommitJournal
{
    private readonly string _folder;

    private CommitJournal(string folder, string id, CommitJournalContent content, CommitPhase phase) => (_folder, Id, Content, Phase) = (folder, id, content, phase);

    public string Id { get; }

    public CommitJournalContent Content { get; }

    public CommitPhase Phase { get; private set; }

    public bool IsCommitted => Phase == CommitPhase.Done;

    /// <summary>True when nobody can tell which mark would survive a power cut; the tree is left alone then, entirely changed, for the next start to decide.</summary>
    public bool IsUndecided { get; private set; }

    public static string NewId() => Guid.NewGuid().ToString("N")[..12];

    public static bool AnyIn(RepositoryLayout layout) =>
        Directory.Exists(layout.JournalFolder) && Directory.EnumerateFileSystemEntries(layout.JournalFolder).Any();

    public static CommitJournal Begin(RepositoryLayout layout, string id, CommitJournalContent content)
    {
        StateFile.MakeFolder(layout.JournalFolder);
        // Someone who was killed may have made these folders and not come to this.
        Durability.FlushFolders([layout.Root, layout.StateFolder]);
        var journal = new CommitJournal(layout.JournalFolder, id, content, CommitPhase.Staging);
        StateFile.Write(journal.PathIn(CommitPhase.Staging), CommitJournalWriter.Write(content));
        return journal;
    }

    public static IReadOnlyList<CommitJournal> ReadAll(RepositoryLayout layout)
    {
        // What stands in the folder now has to be what would stand there after a power cut, before anything is done about it.
        Durability.FlushFolder(layout.JournalFolder);
        return [.. from file in Directory.EnumerateFiles(layout.JournalFolder).Order(StringComparer.Ordinal)
            let phase = PhaseOf(file)
            where phase is not null
            select new CommitJournal(layout.JournalFolder, Path.GetFileNameWithoutExtension(file), Read(file), phase.Value)];
    }

    /// <summary>From now on the tree may be changed.</summary>
    public void MarkOpen()
    {
        File.Move(PathIn(CommitPhase.Staging), PathIn(CommitPhase.Open));
        Phase = CommitPhase.Open;
        Durability.FlushFolder(_folder);
    }

    /// <exception cref="HeckException"><c>files.unfinished</c>: the journal is undecided.</exception>
    public void MarkCommitted()
    {
        File.Move(PathIn(CommitPhase.Open), PathIn(CommitPhase.Done));
        try
        {
            Durability.FlushFolder(_folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            TakeMarkBack(e);
            throw;
        }

        Phase = CommitPhase.Done;
    }

    /// <summary>Last of all.</summary>
    public void Remove()
    {
        File.Delete(PathIn(Phase));
        // One that came back after a power cut would put back later work. After a commit it would only look for leftovers.
        if (!IsCommitted) Durability.FlushFolder(_folder);
    }

    // A mark that may not survive a power cut is none, if it is certain to be gone.
    private void TakeMarkBack(Exception cause)
    {
        try
        {
            File.Move(PathIn(CommitPhase.Done), PathIn(CommitPhase.Open));
            Durability.FlushFolder(_folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            IsUndecided = true;
            throw ErrorTable.FilesUnfinished.With(
                $"'{Content.Cause}' has changed every file, but the file system failed to keep the note that it did, and failed to take the note back: {cause.Message}. "
                + "The next start decides for the whole of it: the change stays if the note is there, and is put back if it is not.", inner: e);
        }
    }

    private static CommitPhase? PhaseOf(string file) => Path.GetExtension(file) switch
    {
        ".staging" => CommitPhase.Staging,
        ".open" => CommitPhase.Open,
        ".done" => CommitPhase.Done,
        _ => null,
    };

    private string PathIn(CommitPhase phase) => Path.Combine(_folder, Id + phase switch { CommitPhase.Staging => ".staging", CommitPhase.Open => ".open", _ => ".done" });

    private static CommitJournalContent Read(string file)
    {
        try
        {
            return JsonSerializer.Deserialize(File.ReadAllBytes(file), CommitJournalJson.Instance.CommitJournalContent)!;
        }
        catch (JsonException e)
        {
            throw ErrorTable.JournalBroken.With($"The journal '{file}' cannot be read, so what it was about is not known.", "Look at the files beside it, then delete it.", inner: e);
        }
    }
}

[JsonSerializable(typeof(CommitJournalContent))]
internal sealed partial class CommitJournalJson : JsonSerializerContext
{
    public static CommitJournalJson Instance { get; } = new(HeckJson.NewOptions());
}
