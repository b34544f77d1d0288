using Heck.Code.Languages;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Edits;

/// <summary>A workspace with changes laid over it; nothing is written.</summary>
/// <param name="below">The present sources.</param>
/// <param name="changed">What is otherwise; null for a file that is gone.</param>
internal sealed class OverlayWorkspace(IWorkspace below, IReadOnlyDictionary<RepoPath, SourceText?> changed) : IWorkspace
{
    public OverlayWorkspace(IWorkspace below, EditSet edits)
        : this(below, edits.Files.ToDictionary(path => path, path => below.Read(path) is { } text ? SourceText.TryDecode(edits.Apply(path, text)) : null))
    {
    }

    public IProjectFiles Files { get; } = new OverlayFiles(below.Files, changed);

    public SourceText? Read(RepoPath path) => changed.TryGetValue(path, out var text) ? text : below.Read(path);

    public IReadOnlyList<RepoPath> FilesWithWord(string word) => WithChanged(below.FilesWithWord(word));

    /// <summary>Every changed file may import anything by now, so it is among the answer.</summary>
    public IReadOnlyList<RepoPath> ImportersOf(RepoPath path) => WithChanged(below.ImportersOf(path));

    private IReadOnlyList<RepoPath> WithChanged(IReadOnlyList<RepoPath> paths) => [.. paths.Union(changed.Keys).Where(Files.Exists).Order()];
}
