using System.Text;
using Heck.Code.Languages;
using Heck.Code.Patches;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Text;
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
        foreach (var importer in workspace.ImportersOf(from))
        {
            if (LanguageCatalog.Of(importer) is not { ImportsFiles: true } language || workspace.Read(importer) is not { } text) continue;
            var edits = ImportsOf(language, importer, text, from).Select(i => Specifier(i, Stem(from), Stem(to))).OfType<TextEdit>().ToList();
            RefuseOtherNames(language, importer, text, Stem(from), edits);
            foreach (var edit in edits) yield return (importer, edit);
        }
    }

    private IEnumerable<ImportFact> ImportsOf(ILanguage language, RepoPath importer, SourceText text, RepoPath of)
    {
        var facts = new FileFacts();
        using (var extractor = language.CreateExtractor()) extractor.Extract(text.Utf8, facts, CancellationToken.None);
        var resolver = language.CreateResolver(workspace.Files);
        return facts.Imports.Where(i => resolver.Resolve(importer, i).Contains(of));
    }

    /// <summary>The last part of <c>./folder/file.js</c> or of <c>package.module</c>, where it is the file's.</summary>
    private static TextEdit? Specifier(ImportFact import, string oldStem, string newStem)
    {
        var at = import.Specifier.LastIndexOf(oldStem, StringComparison.Ordinal);
        if (at < 0 || (at > 0 && import.Specifier[at - 1] is not ('/' or '.'))) return null;
        if (at + oldStem.Length < import.Specifier.Length && import.Specifier[at + oldStem.Length] != '.') return null;
        return new TextEdit(import.Start + Encoding.UTF8.GetByteCount(import.Specifier[..at]), Encoding.UTF8.GetByteCount(oldStem), newStem);
    }

    /// <summary>Where a module is a name in code, as in Python, its uses besides the import are not followed.</summary>
    private void RefuseOtherNames(ILanguage language, RepoPath importer, SourceText text, string stem, List<TextEdit> edits)
    {
        if (language.Binder is not { ModulesAreNames: true } factory) return;
        var binder = factory.Bind(workspace);
        var left = WholeWords.Find(text.Utf8, stem).Where(at => binder.TextAt(importer, at) == TextKind.Other && !edits.Exists(e => e.Start == at)).ToList();
        if (left.Count == 0) return;
        var places = left.Select(at => text.PlaceAt(importer, at, "names the module")).ToList();
        throw ErrorTable.RefactorUnsupported.With($"{places[0]} names the module '{stem}' in code, which renaming its file does not follow.", details: PlaceDetails.Of(places));
    }

    private static string Stem(RepoPath path) => Stem(path.Name);

    private static string Stem(string name) => name.IndexOf('.', StringComparison.Ordinal) is var dot and > 0 ? name[..dot] : name;
}
