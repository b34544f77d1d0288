using Heck.Code.Patches;
using Heck.Code.Patches.Formats;
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

    /// <summary>Makes a diff from a file or standard input into a patch of the present tree, kept nowhere yet.</summary>
    public async Task<PreparedPatch> PrepareAsync(string input, string? title, CancellationToken ct)
    {
        var diff = await _context.ReadInputAsync(input, UnifiedDiffReader.LargestDiff, ct).ConfigureAwait(false);
        var edits = new DiffReplay(_context.Layout).Replay(UnifiedDiffReader.Read(diff));
        return Store.Prepare(new PatchDraft(title ?? (input == "-" ? "From standard input" : $"From {Path.GetFileName(input)}"), _context.RunId, edits));
    }

    /// <summary>Says in the run's record what was done.</summary>
    public PatchOutcome Record(PatchOutcome outcome)
    {
        _context.PatchId = outcome.Patch.Id;
        _context.RecordChange(outcome.Files.Select(file => file.Path));
        return outcome;
    }
}
