using System.Text;
using Heck.Code.Patches;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Refactoring.Structural;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Refactoring;

/// <summary>Runs rules over the repository and turns what they change into a patch and an answer.</summary>
internal sealed class StructuralResult(VerbContext context)
{
    private static readonly RefactorEngine Engine = new("heck/structural", VerbPipeline.Version);

    public async Task<StructuralPayload> RunAsync(string title, RuleSet rules, IReadOnlyList<string> paths, bool dryRun, bool apply, CancellationToken ct)
    {
        foreach (var warning in rules.Warnings) context.Warn(warning);
        var scan = new StructuralScan(context.Layout, rules, [.. paths.Count == 0 ? [default] : paths.Select(Within)], context.Progress).Run(ct);
        var matches = scan.Files.SelectMany(f => f.Matches, Told).ToList();
        var payload = new StructuralPayload
        {
            Diff = "",
            Engine = Engine,
            Occurrences = new RefactorOccurrences(Places(matches, MatchFate.Changed), Places(matches, MatchFate.Found), [], Places(matches, MatchFate.Nested, MatchFate.Comment)),
            Matches = matches,
            Files = new StructuralFiles(scan.Scanned, scan.Parsed, scan.Files.Count, [.. scan.Skipped.Select(s => new SkippedSource(s.Path, s.Reason))]),
            Applied = false,
        };
        var changes = scan.Files.Select(Change).OfType<FileEdit>().ToList();
        if (changes.Count == 0) return payload;

        var ledger = new OccurrenceLedger(payload.Occurrences.Changed, payload.Occurrences.OtherSymbol, [], payload.Occurrences.Unknown);
        var kept = await new RefactorResult(context).KeepAsync(title, Engine, changes, ledger, dryRun, apply, ct).ConfigureAwait(false);
        return payload with { Patch = kept.Patch, Diff = kept.Diff, Applied = kept.Applied };
    }

    /// <summary>As for targets: relative to the working folder when that lies in the repository, else to the root.</summary>
    private RepoPath Within(string path)
    {
        foreach (var start in new[] { context.WorkingDirectory, context.Layout.Root })
        {
            var full = Path.GetFullPath(path, start);
            var relative = Path.GetRelativePath(context.Layout.Root, full).Replace(Path.DirectorySeparatorChar, '/');
            if (relative == ".") return default;
            if (RepoPath.TryParse(relative, out var inside) && Path.Exists(full)) return inside;
        }

        throw ErrorTable.TargetNotFound.With($"There is no file or folder '{path}' in the repository.");
    }

    private static FileEdit? Change(ScannedFile file)
    {
        if (file.Edits.Count == 0) return null;
        var after = new EditSet(file.Edits.Select(e => (file.Path, e))).Apply(file.Path, file.Text);
        return file.Text.Bytes.Span.SequenceEqual(after) ? null : new FileEdit(file.Path, file.Text.Bytes.ToArray(), after);
    }

    private static StructuralMatch Told(ScannedFile file, FoundMatch found)
    {
        var (line, column) = file.Text.Lines.PositionAt(found.Match.Start);
        var (endLine, endColumn) = file.Text.Lines.PositionAt(found.Match.End);
        var captures = found.Match.Captures.ToDictionary(c => c.Name, c => c.IsEmpty ? "" : Text(file, c.Start, c.End));
        return new StructuralMatch(
            file.Path, line, column, endLine, endColumn, Text(file, found.Match.Start, found.Match.End), captures, found.Rule.Id, found.Fate);
    }

    private static string Text(ScannedFile file, int start, int end) => Encoding.UTF8.GetString(file.Text.Utf8.Span[start..end]);

    private static List<Place> Places(List<StructuralMatch> matches, params ReadOnlySpan<MatchFate> fates)
    {
        var places = new List<Place>();
        foreach (var m in matches)
            if (fates.Contains(m.Fate))
                places.Add(new Place(m.Path, m.Line, m.Column, m.Fate is MatchFate.Nested or MatchFate.Comment ? m.Fate.ToString().ToLowerInvariant() : null));
        return places;
    }
}
