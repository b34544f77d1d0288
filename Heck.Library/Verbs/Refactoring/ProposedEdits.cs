using Heck.Code.Patches;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Runtime.Repositories;

namespace Heck.Verbs.Refactoring;

/// <summary>Turns the files of a proposal into edits for a patch; a file that takes the place of another keeps its mode.</summary>
internal sealed class ProposedEdits(RepositoryLayout layout)
{
    public IReadOnlyList<FileEdit> Of(IReadOnlyList<ProposedFile> files)
    {
        var deleted = files.Where(f => f.After is null).Select(f => f.Path).ToHashSet();
        return [.. files.Select(f => new FileEdit(f.Path, f.Before?.Bytes.ToArray(), f.After?.Bytes.ToArray(), f.From is { } from && deleted.Contains(from) ? ModeOf(from) : null))];
    }

    /// <summary>A file carried to another path byte for byte.</summary>
    public IEnumerable<FileEdit> Carry(RepoPath from, RepoPath to)
    {
        var bytes = File.ReadAllBytes(layout.FullPath(from));
        return [new FileEdit(from, bytes, null), new FileEdit(to, null, bytes, ModeOf(from))];
    }

    private GitFileMode? ModeOf(RepoPath path) => FileState.Of(layout.FullPath(path)) is { } state ? GitFileModes.Of(state) : null;
}
