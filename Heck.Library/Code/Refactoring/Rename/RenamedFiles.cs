using Heck.Code.Languages;
using Heck.Code.Patches;
using Heck.Code.Refactoring.Edits;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Refactoring.Rename;

/// <summary>The files of a rename before and after; with the declaring file renamed along and its importers' specifiers changed, where that is wanted.</summary>
internal sealed class RenamedFiles(IWorkspace workspace, RenameOutcome outcome, bool renameFile)
{
    public IReadOnlyList<FileEdit> Edits()
    {
        var from = outcome.Symbol.Path;
        if (!renameFile || NewPath(from) is not { } to) return [.. outcome.Edits.Files.Select(f => Edit(outcome.Edits, f))];
        if (workspace.Files.Exists(to)) throw ErrorTable.RefactorNameTaken.With($"'{to}' exists already.", details: PlaceDetails.Of([new Place(from, 1, 1, "asked"), new Place(to, 1, 1, "in the way")]));
        var all = new EditSet(outcome.Edits.Files.SelectMany(f => outcome.Edits.Of(f), (f, e) => (f, e)).Concat(Specifiers(from, to)));
        var moved = Edit(all, from);
        return [.. all.Files.Where(f => f != from).Select(f => Edit(all, f)), moved with { After = null }, new FileEdit(to, null, moved.After)];
    }

    private FileEdit Edit(EditSet edits, RepoPath path)
    {
        var text = workspace.Read(path)!;
        return new FileEdit(path, text.Bytes.ToArray(), edits.Apply(path, text));
    }

    /// <summary>The file's path with the new name in the file's own style; null when the file is not called like the symbol.</summary>
    private RepoPath? NewPath(RepoPath path)
    {
        var dot = path.Name.IndexOf('.', StringComparison.Ordinal);
        var stem = path.Name[..dot];
        var style = NameStyles.All.FirstOrDefault(s => s(outcome.Symbol.Name) == stem);
        return style is null ? null : path.Parent.Combine(style(outcome.NewName) + path.Name[dot..]);
    }

    private IEnumerable<(RepoPath, TextEdit)> Specifiers(RepoPath from, RepoPath to)
    {
        var (oldStem, newStem) = (Stem(from), Stem(to));
        foreach (var importer in workspace.ImportersOf(from))
        {
            if (LanguageCatalog.Of(importer) is not { } language || workspace.Read(importer) is not { } text) continue;
            var facts = new FileFacts();
            using (var extractor = language.CreateExtractor()) extractor.Extract(text.Utf8, facts, CancellationToken.None);
            var resolver = language.CreateResolver(workspace.Files);
            foreach (var import in facts.Imports.Where(i => resolver.Resolve(importer, i).Contains(from)))
            {
                var last = import.Specifier.LastIndexOf('/') + 1;
                if (Stem(import.Specifier[last..]) == oldStem) yield return (importer, new TextEdit(import.Start + System.Text.Encoding.UTF8.GetByteCount(import.Specifier[..last]), System.Text.Encoding.UTF8.GetByteCount(oldStem), newStem));
            }
        }
    }

    private static string Stem(RepoPath path) => Stem(path.Name);

    private static string Stem(string name) => name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? name[..dot] : name;
}
