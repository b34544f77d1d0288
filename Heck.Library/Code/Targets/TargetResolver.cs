using System.Text.Json.Nodes;
using Heck.Code.Index.Querying;
using Heck.Code.Refactoring;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Repositories;

namespace Heck.Code.Targets;

/// <summary>Finds what a target names in an index that is up to the tree. The one place for every verb that takes a target.</summary>
/// <param name="layout">The repository.</param>
/// <param name="workingDirectory">Paths start here when it lies inside the repository, else at its root.</param>
/// <param name="reader">The index.</param>
/// <param name="workspace">The texts, for columns.</param>
internal sealed class TargetResolver(RepositoryLayout layout, string workingDirectory, IndexReader reader, IWorkspace workspace)
{
    private const int MostCandidates = 50;

    /// <exception cref="HeckException"><c>target.not_found</c>, or <c>target.ambiguous</c> with <c>details.candidates</c>.</exception>
    public ResolvedTarget Resolve(string text)
    {
        var target = TargetParser.Parse(text);
        return target.Form switch
        {
            TargetForm.PathOrSymbol => FindFile(target.Head) is { } file ? new ResolvedTarget(target.Form, file, null) : ResolveSymbol(target, null, target.Head),
            TargetForm.SymbolInFile => ResolveSymbolInFile(target),
            TargetForm.Line => ResolveLine(target, RequireFile(target)),
            _ => ResolvePlace(target, RequireFile(target)),
        };
    }

    private ResolvedTarget ResolvePlace(Target target, RepoPath path)
    {
        var text = Text(path);
        var offset = target.Form == TargetForm.Lines ? LineStart(text, target.Line) : text.Lines.OffsetAt(target.Line, target.Column);
        if (offset < 0) throw Outside(target, path, text);
        if (target.Form == TargetForm.Position) return new ResolvedTarget(target.Form, path, null, target.Line, target.Column, offset);
        var end = target.Form == TargetForm.Lines ? LineEnd(text, target.EndLine) : text.Lines.OffsetAt(target.EndLine, target.EndColumn);
        return end >= 0 ? new ResolvedTarget(target.Form, path, null, target.Line, target.Column, offset, end) : throw Outside(target, path, text);
    }

    private ResolvedTarget ResolveLine(Target target, RepoPath path)
    {
        var text = Text(path);
        if (target.Line > text.Lines.LineCount) throw Outside(target, path, text);
        var declared = reader.SymbolsOf(path).Where(s => s.Line == target.Line).ToList();
        return declared is [var only]
            ? new ResolvedTarget(target.Form, path, only, only.Line, only.Column, only.NameStart)
            : new ResolvedTarget(target.Form, path, null, target.Line);
    }

    private ResolvedTarget ResolveSymbolInFile(Target target)
    {
        // A folder may be called C#, and a private name begins with '#': the file that is there decides where to cut.
        for (var at = target.Head.IndexOf('#'); at >= 0; at = target.Head.IndexOf('#', at + 1))
        {
            if (FindFile(target.Head[..at]) is { } file) return ResolveSymbol(target, file, target.Head[(at + 1)..]);
        }

        return ResolveSymbol(target, null, target.Head);
    }

    private ResolvedTarget ResolveSymbol(Target target, RepoPath? file, string qualified)
    {
        // Names may hold dots (namespaces), so the last part finds candidates and the whole decides.
        var found = reader.SymbolsNamed(qualified).Concat(reader.SymbolsNamed(qualified[(qualified.LastIndexOf('.') + 1)..])).Distinct()
            .Where(s => file is null || s.Path == file)
            .Select(s => (Symbol: s, Name: reader.QualifiedName(s)))
            .Where(s => s.Name == qualified || s.Name.EndsWith("." + qualified, StringComparison.Ordinal))
            .GroupBy(s => Identity(s.Symbol, s.Name)).Select(g => g.First()).ToList();
        return found switch
        {
            [] => throw ErrorTable.TargetNotFound.With(file is null
                ? $"'{target.Text}' is no file or folder of the repository, ignored ones left out, and no symbol of the index."
                : $"'{file}' declares no symbol '{qualified}'."),
            [var (symbol, _)] => new ResolvedTarget(target.Form, symbol.Path, symbol, symbol.Line, symbol.Column, symbol.NameStart),
            _ => throw Ambiguous(target, found),
        };
    }

    /// <summary>Overloads, merged declarations and partial types are one symbol.</summary>
    private static (string File, int Parent, string Name) Identity(SymbolRow symbol, string qualified) =>
        symbol.Path.Extension == ".cs" ? ("", 0, qualified) : (symbol.Path.Value, symbol.Parent, qualified);

    private RepoPath RequireFile(Target target) => FindFile(target.Head)
        ?? throw ErrorTable.TargetNotFound.With($"'{target.Head}' is no file of the repository, or one that is ignored.");

    /// <summary>A folder that holds files of the index, the root among them; null when the text names none, or a file.</summary>
    public RepoPath? FindFolder(string text) => FindFile(text) is null ? Find(text, path => reader.Files().Any(f => f.Path.IsWithin(path))) : null;

    private RepoPath? FindFile(string text) => Find(text, path => reader.File(path) is not null);

    private RepoPath? Find(string text, Predicate<RepoPath> isThere)
    {
        foreach (var start in new[] { workingDirectory, layout.Root })
        {
            var relative = Path.GetRelativePath(layout.Root, Path.TrimEndingDirectorySeparator(Path.GetFullPath(text, start))).Replace(Path.DirectorySeparatorChar, '/');
            if (RepoPath.TryParse(relative == "." ? "" : relative, out var path) && isThere(path)) return path;
        }

        return null;
    }

    private SourceText Text(RepoPath path) => workspace.Read(path)
        ?? throw ErrorTable.FileUndecodable.With($"'{path}' cannot be read as text, so its lines cannot be named.");

    private static int LineStart(SourceText text, int line) => line <= text.Lines.LineCount ? text.Lines.LineStart(line) : -1;

    private static int LineEnd(SourceText text, int line) => line <= text.Lines.LineCount ? text.Lines.LineEnd(line) : -1;

    private static HeckException Outside(Target target, RepoPath path, SourceText text) =>
        ErrorTable.TargetNotFound.With($"'{target.Text}' lies outside '{path}', which has {text.Lines.LineCount} lines.");

    private static HeckException Ambiguous(Target target, List<(SymbolRow Symbol, string Name)> found) => ErrorTable.TargetAmbiguous.With(
        $"'{target.Text}' names {found.Count} symbols, among them {string.Join(", ", found.Take(3).Select(f => $"{f.Name} at {f.Symbol.Path}:{f.Symbol.Line}"))}.",
        details: new JsonObject { ["candidates"] = new JsonArray([.. found.Take(MostCandidates).Select(f => Candidate(f.Symbol, f.Name))]) });

    private static JsonObject Candidate(SymbolRow symbol, string name) => new JsonObject
    {
        ["path"] = symbol.Path.Value,
        ["line"] = symbol.Line,
        ["column"] = symbol.Column,
        ["name"] = name,
        ["kind"] = Index.SnakeCase.Of(symbol.Kind),
        ["target"] = $"{symbol.Path}#{name}",
    };
}
