using Heck.Code.Index;
using Heck.Code.Languages;
using Heck.Code.Targets;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Refactoring;

/// <summary>Reads the targets of refactorings.</summary>
internal sealed class RefactorTargets(CodeIndex index, VerbContext context)
{
    private readonly TargetResolver _resolver = new(context.Layout, context.WorkingDirectory, index.Reader, index.Workspace());

    /// <summary>A symbol, by its name or a place of it.</summary>
    /// <exception cref="HeckException"><c>target.not_found</c>, <c>target.ambiguous</c>.</exception>
    public (RepoPath Path, int Offset) Symbol(string text)
    {
        var target = _resolver.Resolve(text);
        return target.Offset >= 0
            ? (target.Path, target.Offset)
            : throw ErrorTable.TargetNotFound.With($"'{text}' names no symbol.", "Point at the name: path:line:column, path#Outer.name, Outer.Name or Name.");
    }

    /// <summary>A range of code, or whole lines.</summary>
    /// <exception cref="HeckException"><c>target.not_found</c>.</exception>
    public (RepoPath Path, int Start, int End) Range(string text)
    {
        var target = _resolver.Resolve(text);
        return target.EndOffset > target.Offset
            ? (target.Path, target.Offset, target.EndOffset)
            : throw ErrorTable.TargetNotFound.With($"'{text}' names no range of code.", "A range is PATH:LINE:COLUMN-LINE:COLUMN (end exclusive) or PATH:10-40 (lines, inclusive).");
    }

    /// <summary>A file of the repository.</summary>
    /// <exception cref="HeckException"><c>target.not_found</c>.</exception>
    public RepoPath File(string text) => _resolver.Resolve(text) is { Form: TargetForm.PathOrSymbol, Symbol: null } target
        ? target.Path
        : throw ErrorTable.TargetNotFound.With($"'{text}' is no file of the repository.");

    /// <summary>A file or folder of the repository, and the first source file in it.</summary>
    /// <exception cref="HeckException"><c>target.not_found</c>, <c>refactor.unsupported</c>.</exception>
    public (RepoPath Path, RepoPath First) FileOrFolder(string text)
    {
        if (_resolver.FindFolder(text) is not { } folder) return (File(text), File(text));
        var first = index.Reader.Files().Select(f => f.Path).FirstOrDefault(p => p.IsWithin(folder) && LanguageCatalog.Of(p) is { Binder: not null });
        return folder.Value.Length > 0 && first.Value.Length > 0
            ? (folder, first)
            : throw ErrorTable.RefactorUnsupported.With($"'{text}' holds no source file that could be refactored.");
    }

    /// <summary>A path of the repository that need not be there; relative to where the user is.</summary>
    /// <exception cref="HeckException"><c>path.refused</c>.</exception>
    public RepoPath NewPath(string text)
    {
        var relative = Relative(Path.GetFullPath(text, Relative(context.WorkingDirectory).StartsWith("..", StringComparison.Ordinal) ? context.Layout.Root : context.WorkingDirectory));
        return relative != "." && RepoPath.TryParse(relative, out var path) ? path : throw ErrorTable.PathRefused.With($"'{text}' is no path inside the repository.");
    }

    private string Relative(string path) =>
        Path.GetRelativePath(context.Layout.Root, Path.TrimEndingDirectorySeparator(path)).Replace(Path.DirectorySeparatorChar, '/');
}
