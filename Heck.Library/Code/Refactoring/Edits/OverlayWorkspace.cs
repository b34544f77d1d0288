using Heck.Code.Languages;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Edits;

/// <summary>A workspace with edits laid over it; nothing is written.</summary>
internal sealed class OverlayWorkspace(IWorkspace below, EditSet edits) : IWorkspace
{
    private readonly Dictionary<RepoPath, SourceText?> _edited = edits.Files.ToDictionary(
        path => path,
        path => below.Read(path) is { } text ? SourceText.TryDecode(edits.Apply(path, text)) : null);

    public IProjectFiles Files => below.Files;

    public SourceText? Read(RepoPath path) => _edited.TryGetValue(path, out var text) ? text : below.Read(path);

    public IReadOnlyList<RepoPath> FilesWithWord(string word) =>
        [.. below.FilesWithWord(word).Union(_edited.Keys).Order()];

    public IReadOnlyList<RepoPath> ImportersOf(RepoPath path) => below.ImportersOf(path);
}
