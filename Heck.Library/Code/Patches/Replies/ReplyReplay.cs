using System.Text.Json.Nodes;
using Heck.Code.Patches.Formats;
using Heck.Code.Patches.Checks;
using Heck.Code.Patches.Replies.Matching;
using Heck.Code.Patches.Replies.Splicing;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Files;
using Heck.Runtime.Repositories;

namespace Heck.Code.Patches.Replies;

/// <summary>Turns what a reply wants into edits of the files that are here: all of it, or an error that names every edit that has no place.</summary>
/// <param name="layout">The repository.</param>
/// <param name="expected">Contents that files were found to have as the user said; such a file may be written over by an added or moved one.</param>
/// <param name="syntax">Looks at each result; null where syntax errors are allowed.</param>
internal sealed class ReplyReplay(RepositoryLayout layout, IReadOnlyDictionary<RepoPath, ContentHash> expected, SyntaxGate? syntax)
{
    // More would not be read; the first ones are enough to mend a reply.
    private const int MostFailures = 20;

    private readonly SortedDictionary<RepoPath, FileEdit> _edits = [];
    private readonly Dictionary<RepoPath, byte[]?> _contents = [];
    private readonly List<(RepoPath Path, EditFailure Failure)> _failures = [];
    private readonly SearchBudget _budget = new();
    private readonly DiffBudget _sizes = new();
    /// <exception cref="HeckException"><c>path.refused</c>, <c>patch.stale</c>, <c>patch.exists</c>, <c>patch.no_match</c>, <c>patch.ambiguous</c>, <c>patch.already_there</c>,
    /// <c>patch.empty</c>, <c>patch.contradiction</c>, <c>patch.placeholder</c>, <c>patch.too_large</c>, <c>file.undecodable</c>.</exception>
    public IReadOnlyList<FileEdit> Replay(IReadOnlyList<FileProposal> proposals, CancellationToken ct)
    {
        var files = proposals.GroupBy(proposal => proposal.Path).Select(Combine).ToList();
        EnsureTargetsDiffer(files);
        var leaving = files.Where(file => file is { MoveTo: not null, IsCopy: false }).Select(file => file.Path).ToHashSet();
        foreach (var file in files.TakeWhile(_ => _failures.Count < MostFailures)) Replay(file, leaving, ct);
        if (_failures.Count > 0) throw Failed();
        return [.. _edits.Values];
    }

    // A file may have several updates; anything else said of it twice is a contradiction.
    private static FileProposal Combine(IGrouping<RepoPath, FileProposal> group)
    {
        if (group.ToList() is [var only]) return only;
        var odd = group.Skip(1).FirstOrDefault(other => other.Kind != ProposalKind.Update || group.First().Kind != ProposalKind.Update || other.MoveTo is not null);
        if (odd is not null)
            throw ErrorTable.PatchContradiction.With($"Lines {group.First().ReplyLine} and {odd.ReplyLine} of the reply say different things of '{group.Key}': {Name(group.First())}, {Name(odd)}.", "Say once what becomes of a file.");
        return group.First() with { Edits = [.. group.SelectMany(file => file.Edits)] };
    }

    private static string Name(FileProposal file) => file.MoveTo is not null ? "move" : file.Kind.ToString().ToLowerInvariant();

    private static void EnsureTargetsDiffer(List<FileProposal> files)
    {
        var targets = new Dictionary<RepoPath, FileProposal>();
        foreach (var file in files.Where(file => file.Kind != ProposalKind.Delete || file.MoveTo is not null))
        {
            var target = file.MoveTo ?? file.Path;
            if (!targets.TryAdd(target, file))
                throw ErrorTable.PatchContradiction.With($"Lines {targets[target].ReplyLine} and {file.ReplyLine} of the reply both write '{target}'.", "Let one of them have another path.");
        }
    }

    private void Replay(FileProposal file, HashSet<RepoPath> leaving, CancellationToken ct)
    {
        if (file.Kind == ProposalKind.Create)
        {
            Create(file, leaving, ct);
            return;
        }

        var before = ContentOf(file.Path) ?? throw NoSuchFile(file);
        if (Edited(file, before) is not { } after) return;
        if (file.Kind == ProposalKind.Delete)
        {
            Delete(file, before, after);
            return;
        }

        syntax?.Look(file.MoveTo ?? file.Path, before, after, ct);
        if (file.MoveTo is { } target) Move(file, target, before, after, leaving);
        else Set(file.Path, before, after, file.Mode);
    }

    private void Create(FileProposal file, HashSet<RepoPath> leaving, CancellationToken ct)
    {
        var before = ContentOf(file.Path);
        if (before is { Length: > 0 }) EnsureFree(file, file.Path, leaving);
        EnsureNoPlaceholder(file, new FileLines(before ?? []), [.. file.Content.Select(line => line.Text)], file.ReplyLine);
        var lines = new FileLines([]);
        var content = file.Content.Count == 0 ? [] : new EditSplicer(lines).Splice([new LocatedEdit(new EditProposal(file.Content, file.ReplyLine), 0, IndentChange.None)]);
        syntax?.Look(file.Path, null, content, ct);
        Set(file.Path, before, content, file.Mode ?? (before is null ? GitFileMode.Regular : null));
    }

    private void Delete(FileProposal file, byte[] before, byte[] after)
    {
        if (file.Edits.Count > 0 && after.Length > 0) throw ErrorTable.PatchStale.With($"'{file.Path}' has more content than line {file.ReplyLine} of the reply deletes.", details: Details(file.Path, [1], "more content"));
        Set(file.Path, before, null, null);
    }

    private void Move(FileProposal file, RepoPath target, byte[] before, byte[] after, HashSet<RepoPath> leaving)
    {
        EnsureFree(file, target, leaving);
        if (!file.IsCopy && !_edits.ContainsKey(file.Path)) Set(file.Path, before, null, null);
        var replaced = ContentOf(target);
        Set(target, replaced, after, file.Mode ?? ModeOf(file.Path));
    }

    // A path that another file moves away from is free.
    private void EnsureFree(FileProposal file, RepoPath target, HashSet<RepoPath> leaving)
    {
        if (ContentOf(target) is not { } present || leaving.Contains(target) || expected.ContainsKey(target)) return;
        throw ErrorTable.PatchExists.With(
            $"Line {file.ReplyLine} of the reply writes '{target}', which is there already.",
            $"Change it by an update, or say that it may be replaced: --expect {target}={ContentHash.Of(present)}.",
            Details(target, [1], "exists already", present));
    }

    private byte[]? Edited(FileProposal file, byte[] before)
    {
        if (file.Edits.Count == 0) return before;
        ReplyLimits.Ensure($"Bytes of '{file.Path}', in which lines are looked for", before.Length, ReplyLimits.FileBytes);
        var lines = new FileLines(before);
        var locator = new EditLocator(lines, _budget);
        var places = new List<LocatedEdit>();
        var failures = _failures.Count;
        foreach (var edit in file.Edits.TakeWhile(_ => _failures.Count < MostFailures))
        {
            var (place, failure) = locator.Locate(edit);
            if (place is not null) places.Add(place);
            else _failures.Add((file.Path, failure!));
        }

        if (_failures.Count > failures) return null;
        EnsureTogether(file, places, lines);
        foreach (var edit in file.Edits) EnsureNoPlaceholder(file, lines, [.. edit.AddedLines], edit.ReplyLine);
        return new EditSplicer(lines).Splice(places);
    }

    private static void EnsureTogether(FileProposal file, List<LocatedEdit> places, FileLines lines)
    {
        if (EditConflicts.In(places, lines.Count) is not var (one, other)) return;
        throw ErrorTable.PatchContradiction.With(
            $"The edits at lines {one.Edit.ReplyLine} and {other.Edit.ReplyLine} of the reply change the same lines of '{file.Path}'.",
            "Make one edit of them, on the file as it is now.",
            Details(file.Path, [one.Line + 1, other.Line + 1], "edited twice"));
    }

    private static void EnsureNoPlaceholder(FileProposal file, FileLines lines, List<string> added, int replyLine)
    {
        HashSet<string>? present = null;
        var found = Placeholders.IndexIn(added, text => (present ??= [.. Enumerable.Range(0, lines.Count).Select(line => lines[line].Trim())]).Contains(text));
        if (found < 0) return;
        throw ErrorTable.PatchPlaceholder.With(
            $"New line {found + 1} of the edit at line {replyLine} of the reply, for '{file.Path}', stands for code that was left out.",
            details: new JsonObject { ["path"] = file.Path.Value, ["edit_line"] = replyLine, ["text"] = added[found].Trim() });
    }

    private static HeckException NoSuchFile(FileProposal file) =>
        ErrorTable.PatchStale.With($"Line {file.ReplyLine} of the reply changes '{file.Path}', and there is no such file.", "Give the path of a file that is there, or add the file.", Details(file.Path, [1], "missing"));

    private HeckException Failed()
    {
        var (path, failure) = _failures[0];
        var more = _failures.Count == 1 ? "" : $" {(_failures.Count >= MostFailures ? "At least " : "")}{_failures.Count - 1} more {(_failures.Count == 2 ? "edit has" : "edits have")} no place either.";
        var details = FailureDetails.Of(path, failure, ContentOf(path)!);
        details["failures"] = new JsonArray([.. _failures.Select(failed => (JsonNode)FailureDetails.Of(failed.Path, failed.Failure, ContentOf(failed.Path)!))]);
        return failure.Code.With($"{FailureDetails.Sentence(path, failure)}{more}", details: details);
    }

    private byte[]? ContentOf(RepoPath path)
    {
        if (_contents.TryGetValue(path, out var known)) return known;
        // Before anything is read: a reply must not learn what lies behind a link or in .git.
        PathGate.Check(layout, new FileChangeSet().Delete(path, default));
        if (FileStamp.TryRead(layout.FullPath(path), out var stamp)) _sizes.Hold(stamp.Size);
        return _contents[path] = FileState.Read(layout.FullPath(path))?.Content;
    }

    private GitFileMode? ModeOf(RepoPath path) => FileState.Of(layout.FullPath(path)) is { } state ? GitFileModes.Of(state) : null;

    private void Set(RepoPath path, byte[]? before, byte[]? after, GitFileMode? mode) => _edits[path] = new FileEdit(path, before, after, mode);

    private static JsonObject Details(RepoPath path, IEnumerable<int> lines, string role, byte[]? content = null)
    {
        var details = FailureDetails.Places(path, lines, role);
        if (content is not null) details["hash"] = ContentHash.Of(content).ToString();
        return details;
    }
}
