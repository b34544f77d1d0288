using Heck.Code.Patches;
using Heck.Code.Patches.Checks;
using Heck.Code.Patches.Formats;
using Heck.Code.Patches.Replies;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Integrations.Git;
using Heck.Runtime.Files;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Patches;

/// <summary>The parts of the patch engine for one run.</summary>
internal sealed class PatchTools
{
    private readonly VerbContext _context;

    /// <param name="context">The run.</param>
    /// <param name="allowSyntaxErrors">Lets merges add syntax errors.</param>
    public PatchTools(VerbContext context, bool allowSyntaxErrors = false)
    {
        _context = context;
        var blobs = new BlobStore(context.Layout);
        Store = new PatchStore(context.Layout, blobs, context.Clock);
        Engine = new PatchEngine(context.Layout, blobs, Store, context.Clock) { AllowSyntaxErrors = allowSyntaxErrors };
    }

    public PatchStore Store { get; }

    public PatchEngine Engine { get; }

    /// <summary>
    /// Makes a change from a file or standard input into a patch of the present tree, kept nowhere yet. A diff that does not fit may be merged, if git has the
    /// contents that it was made from.
    /// </summary>
    public async Task<PreparedPatch> PrepareAsync(ReplyInput input, string? title, bool merge, CancellationToken ct)
    {
        var expected = input.Expected();
        foreach (var (path, hash) in expected) EnsureIs(path, hash);
        var bytes = await _context.ReadInputAsync(input.Source, UnifiedDiffReader.LargestDiff, ct).ConfigureAwait(false);
        var author = await PatchAuthors.PresentAsync(_context, ct).ConfigureAwait(false);
        title ??= input.Source == "-" ? "From standard input" : $"From {Path.GetFileName(input.Source)}";
        if (ReplyReader.Read(bytes, input.Form, IsFile) is { } reply)
            return Store.Prepare(new PatchDraft(title, _context.RunId, Replay(reply.Files, expected, input.AllowSyntaxErrors, ct)) { Author = author, Form = ReplyReader.NameOf(reply.Form) });
        var sections = UnifiedDiffReader.Read(bytes);
        try
        {
            return Store.Prepare(new PatchDraft(title, _context.RunId, new DiffReplay(_context.Layout).Replay(sections)) { Author = author });
        }
        catch (HeckException e) when (merge && e.Error.Code == ErrorTable.PatchStale.Code)
        {
            if (await BasesAsync(sections, ct).ConfigureAwait(false) is not { } bases) throw;
            return Store.Prepare(new PatchDraft(title, _context.RunId, new DiffReplay(_context.Layout, bases).Replay(sections)) { Author = author, IsFromElsewhere = true });
        }
    }

    private void EnsureIs(RepoPath path, ContentHash expected)
    {
        var present = FileState.Of(_context.Layout.FullPath(path))?.Hash;
        if (present == expected) return;
        throw ErrorTable.PatchStale.With(
            present is null ? $"'{path}' should have the content {expected}, and is not there." : $"'{path}' has the content {present}, where {expected} was expected.", "Look at the present file, and give its hash with --expect.");
    }

    // As `git apply --3way` finds them: by the names on the index lines. Null where git lacks one.
    private async Task<IReadOnlyDictionary<string, byte[]>?> BasesAsync(IReadOnlyList<FileDiff> sections, CancellationToken ct)
    {
        var names = sections.Where(section => section.OldPath is not null && section.OldBlob is not null).Select(section => section.OldBlob!).Distinct().ToList();
        try
        {
            return names.TrueForAll(name => name.All(char.IsAsciiHexDigit)) ? await new GitTrees(new GitRepository(_context.Layout)).ContentsAsync(names, ct).ConfigureAwait(false) : null;
        }
        catch (HeckException e) when (e.Error.Code == ErrorTable.ToolFailed.Code)
        {
            return null;
        }
    }

    /// <summary>Says in the run's record what was done.</summary>
    public PatchOutcome Record(PatchOutcome outcome)
    {
        _context.PatchId = outcome.Patch.Id;
        WarnOf(outcome.Unchecked);
        _context.RecordChange(outcome.Files.Select(file => file.Path));
        return outcome;
    }

    private IReadOnlyList<FileEdit> Replay(IReadOnlyList<FileProposal> proposals, IReadOnlyDictionary<RepoPath, ContentHash> expected, bool allowSyntaxErrors, CancellationToken ct)
    {
        var syntax = allowSyntaxErrors ? null : new SyntaxGate(_context.Clock);
        var edits = new ReplyReplay(_context.Layout, expected, syntax).Replay(proposals, ct);
        syntax?.Ensure();
        WarnOf(syntax?.Unchecked ?? []);
        return edits;
    }

    private void WarnOf(IEnumerable<RepoPath> paths)
    {
        foreach (var path in paths) _context.Warn($"'{path}' has more than {SyntaxGate.LargestFile} bytes and was not checked for syntax errors.");
    }

    private bool IsFile(string path) => RepoPath.TryParse(path, out var parsed) && File.Exists(_context.Layout.FullPath(parsed));
}
