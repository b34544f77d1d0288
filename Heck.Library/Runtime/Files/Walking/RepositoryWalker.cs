using System.Text;
using Heck.Contracts;
using Heck.Runtime.Files.Walking.Folders;
using Heck.Runtime.Files.Walking.Ignoring;
using Heck.Runtime.Repositories;

namespace Heck.Runtime.Files.Walking;

/// <summary>
/// The one way to list a repository's files: everything that neither git's ignore files (<c>.gitignore</c>, <c>.git/info/exclude</c>) nor a
/// <c>.heckignore</c> excludes, whether git tracks it or not. The user's global excludes file is not read: it is a state of the machine, and two
/// machines should see one tree. Only names are read and files asked for their stamp; contents are judged by <see cref="ContentClassifier"/>.
/// </summary>
internal sealed class RepositoryWalker
{
    /// <summary>An ignore file larger than this is none; git's own bound is 100 MB.</summary>
    private const int MaxIgnoreFileBytes = 1 << 20;

    private readonly CancellationToken _cancellation;
    private readonly List<WalkedFile> _files = [];
    private readonly List<SkippedPath> _skipped = [];

    /// <summary>The path from git's top to what is being looked at, as bytes; the root's own part of it stays.</summary>
    private readonly List<byte> _path = [];

    private RepositoryWalker(CancellationToken cancellation) => _cancellation = cancellation;

    public static WalkResult Walk(RepositoryLayout layout, CancellationToken cancellation) => Walk(layout, Folder.Open, cancellation);

    internal static WalkResult Walk(RepositoryLayout layout, Func<string, Folder?> open, CancellationToken cancellation)
    {
        var walker = new RepositoryWalker(cancellation);
        var scope = walker.EnterRoot(layout.Root);
        using (var root = open(layout.Root)) walker.Visit(root, layout.Root, "", scope);
        return new WalkResult(walker._files, walker._skipped);
    }

    /// <summary>What speaks about the root's content from outside: the shared excludes, and the ignore files between git's top and the root.</summary>
    private IgnoreScope? EnterRoot(string root)
    {
        if (GitPlace.Around(root) is not { } git) return null;
        var scope = new IgnoreScope(null, null, ReadIgnoreFile(git.ExcludeFile));
        var below = Path.GetRelativePath(git.Top, root);
        if (below == ".") return scope;

        var folder = git.Top;
        foreach (var segment in below.Split(Path.DirectorySeparatorChar))
        {
            scope = new IgnoreScope(scope, null, ReadIgnoreFile(Path.Combine(folder, ".gitignore")));
            folder = Path.Combine(folder, segment);
            _path.AddRange(Encoding.UTF8.GetBytes(segment + "/"));
        }

        return scope;
    }

    private void Visit(Folder? folder, string fullPath, string prefix, IgnoreScope? scope)
    {
        _cancellation.ThrowIfCancellationRequested();
        if (folder?.List() is not { } entries)
        {
            Skip(prefix.TrimEnd('/'), SkipReason.UnreadableFolder);
            return;
        }

        if (prefix.Length > 0 && entries.Exists(e => IsNamed(e, ".git")))
        {
            Skip(prefix.TrimEnd('/'), SkipReason.NestedRepository);
            return;
        }

        scope = EnterFolder(entries, fullPath, prefix, scope);
        entries.Sort(FolderEntry.CompareByPath);
        foreach (var entry in entries) VisitEntry(folder, entry, fullPath, prefix, scope);
    }

    private void VisitEntry(Folder folder, FolderEntry entry, string fullPath, string prefix, IgnoreScope? scope)
    {
        // Another letter case is the same folder to macOS and Windows, and git never tracks it anywhere.
        if (IsNamed(entry, ".git") || IsNamed(entry, RepositoryLayout.StateFolderName)) return;

        var nameStart = _path.Count;
        _path.AddRange(entry.NameBytes);
        var bytes = System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_path);
        if (scope?.IsIgnored(bytes, nameStart, entry.Kind == EntryKind.Folder) != true) Take(folder, entry, fullPath, prefix, scope);
        _path.RemoveRange(nameStart, _path.Count - nameStart);
    }

    private void Take(Folder folder, FolderEntry entry, string fullPath, string prefix, IgnoreScope? scope)
    {
        var path = prefix + entry.DisplayName;
        if (entry.Name is null) Skip(path, SkipReason.UndecodableName);
        else if (entry.Kind == EntryKind.Link) Skip(path, SkipReason.Link);
        else if (entry.Kind == EntryKind.Special) Skip(path, SkipReason.SpecialFile);
        else if (entry.Kind == EntryKind.File) TakeFile(folder, entry, path);
        else
        {
            _path.Add((byte)'/');
            using var child = folder.OpenChild(entry);
            Visit(child, Path.Combine(fullPath, entry.Name), path + "/", scope);
        }
    }

    private void TakeFile(Folder folder, FolderEntry entry, string path)
    {
        if (folder.TryStat(entry, out var stat) && stat.Kind == EntryKind.File) _files.Add(new WalkedFile(RepoPath.Parse(path), stat.Stamp, stat.Mode));
        else Skip(path, SkipReason.Vanished);
    }

    private IgnoreScope? EnterFolder(List<FolderEntry> entries, string fullPath, string prefix, IgnoreScope? outer)
    {
        var heck = Rules(".heckignore");
        var git = Rules(".gitignore");
        return heck is null && git is null ? outer : new IgnoreScope(outer, heck, git);

        // Like git, a link is not followed even here.
        IgnoreFile? Rules(string name)
        {
            if (!entries.Exists(e => e.Kind == EntryKind.File && e.Name == name)) return null;
            var rules = ReadIgnoreFile(Path.Combine(fullPath, name));
            if (rules is null) Skip(prefix + name, SkipReason.UnreadableIgnoreFile);
            return rules;
        }
    }

    private IgnoreFile? ReadIgnoreFile(string fullPath)
    {
        if (!FileStamp.TryRead(fullPath, out var stamp) || stamp.Size > MaxIgnoreFileBytes) return null;
        try
        {
            return IgnoreFile.Parse(File.ReadAllBytes(fullPath), _path.Count);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static bool IsNamed(FolderEntry entry, string name) => string.Equals(entry.Name, name, StringComparison.OrdinalIgnoreCase);

    private void Skip(string path, SkipReason reason) => _skipped.Add(new SkippedPath(path, reason));
}
