using Heck.Code.Patches;
using Heck.Code.Patches.Checks;
using Heck.Code.Patches.Formats;
using Heck.Code.Patches.Replies;
using Heck.Contracts;
using Heck.Runtime.Files;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Patches;

/// <summary>The parts of the patch engine for one run.</summary>
internal sealed class PatchTools
{
    private readonly VerbContext _context;

    public PatchTools(VerbContext context)
    {
        _context = context;
        var blobs = new BlobStore(context.Layout);
        Store = new PatchStore(context.Layout, blobs, context.Clock);
        Engine = new PatchEngine(context.Layout, blobs, Store, context.Clock);
    }

    public PatchStore Store { get; }

    public PatchEngine Engine { get; }

    /// <summary>Makes a change from a file or standard input into a patch of the present tree, kept nowhere yet.</summary>
    public async Task<PreparedPatch> PrepareAsync(ReplyInput input, string? title, CancellationToken ct)
    {
        var expected = input.Expected();
        var bytes = await _context.ReadInputAsync(input.Source, UnifiedDiffReader.LargestDiff, ct).ConfigureAwait(false);
        var proposals = ReplyReader.Read(bytes, input.Form, IsFile);
        var edits = proposals is null ? new DiffReplay(_context.Layout).Replay(UnifiedDiffReader.Read(bytes)) : Replay(proposals, expected, input.AllowSyntaxErrors, ct);
        return Store.Prepare(new PatchDraft(title ?? (input.Source == "-" ? "From standard input" : $"From {Path.GetFileName(input.Source)}"), _context.RunId, edits));
    }

    /// <summary>Says in the run's record what was done.</summary>
    public PatchOutcome Record(PatchOutcome outcome)
    {
        _context.PatchId = outcome.Patch.Id;
        _context.RecordChange(outcome.Files.Select(file => file.Path));
        return outcome;
    }

    private IReadOnlyList<FileEdit> Replay(IReadOnlyList<FileProposal> proposals, IReadOnlyDictionary<RepoPath, ContentHash> expected, bool allowSyntaxErrors, CancellationToken ct)
    {
        var syntax = allowSyntaxErrors ? null : new SyntaxGate(_context.Clock);
        var edits = new ReplyReplay(_context.Layout, expected, syntax).Replay(proposals, ct);
        syntax?.Ensure();
        foreach (var path in syntax?.Unchecked ?? []) _context.Warn($"'{path}' has more than {SyntaxGate.LargestFile} bytes and was not checked for syntax errors.");
        return edits;
    }

    private bool IsFile(string path) => RepoPath.TryParse(path, out var parsed) && File.Exists(_context.Layout.FullPath(parsed));
}
