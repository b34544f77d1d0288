using System.Text.Json;
using System.Text.Json.Serialization;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files;

/// <summary>
/// What a commit is about to do, durable before it touches anything: <c>ID.json</c> while it may have to be put back, <c>ID.done</c> from
/// the moment it counts. The rename between the two is the commit.
/// </summary>
internal sealed class CommitJournal
{
    private const string OpenExtension = ".json";
    private const string DoneExtension = ".done";

    private readonly string _folder;

    private CommitJournal(string folder, string id, CommitJournalContent content, bool isCommitted) =>
        (_folder, Id, Content, IsCommitted) = (folder, id, content, isCommitted);

    public string Id { get; }

    public CommitJournalContent Content { get; }

    public bool IsCommitted { get; private set; }

    private string FilePath => Path.Combine(_folder, Id + (IsCommitted ? DoneExtension : OpenExtension));

    public static string NewId() => Guid.NewGuid().ToString("N")[..12];

    public static bool AnyIn(RepositoryLayout layout) =>
        Directory.Exists(layout.JournalFolder) && Directory.EnumerateFileSystemEntries(layout.JournalFolder).Any();

    public static CommitJournal Begin(RepositoryLayout layout, string id, CommitJournalContent content)
    {
        var journal = new CommitJournal(layout.JournalFolder, id, content, isCommitted: false);
        StateFile.Write(journal.FilePath, JsonSerializer.SerializeToUtf8Bytes(content, CommitJournalJson.Instance.CommitJournalContent));
        return journal;
    }

    public static IReadOnlyList<CommitJournal> ReadAll(RepositoryLayout layout) =>
        [.. from file in Directory.EnumerateFiles(layout.JournalFolder).Order(StringComparer.Ordinal)
            let extension = Path.GetExtension(file)
            where extension is OpenExtension or DoneExtension
            let content = Read(file)
            select new CommitJournal(layout.JournalFolder, Path.GetFileNameWithoutExtension(file), content, extension == DoneExtension)];

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

    public void MarkCommitted()
    {
        var done = Path.ChangeExtension(FilePath, DoneExtension);
        File.Move(FilePath, done);
        try
        {
            Durability.FlushFolder(_folder);
        }
        catch
        {
            // A mark that may not survive a power cut is none.
            File.Move(done, FilePath);
            throw;
        }

        IsCommitted = true;
    }

    public void Remove() => File.Delete(FilePath);
}

[JsonSerializable(typeof(CommitJournalContent))]
internal sealed partial class CommitJournalJson : JsonSerializerContext
{
    public static CommitJournalJson Instance { get; } = new(HeckJson.NewOptions());
}
