using Heck.Code.Languages;
using Heck.Code.Refactoring;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Refactoring;

/// <summary>The language of a file that a refactoring starts from, and who answers for it.</summary>
internal sealed record RefactorLanguage(IBinderFactory Binder, RefactorEngine Engine)
{
    /// <exception cref="HeckException"><c>refactor.unsupported</c>; <c>refactor.no_projects</c>.</exception>
    public static async Task<RefactorLanguage> OfAsync(RepoPath path, IWorkspace workspace, RefactorRequest request, VerbContext context, CancellationToken ct)
    {
        var language = LanguageCatalog.Of(path);
        if (language is not { Binder: { } binder }) throw Unsupported(path, language);
        if (request.Trust) binder = await binder.TrustAsync(context.Layout.Root, workspace, ct).ConfigureAwait(false);
        Report(binder, context);
        return new RefactorLanguage(binder, new RefactorEngine(binder.Engine ?? "heck/" + language.Id, VerbPipeline.Version) { Projects = ProjectsOf(binder) });
    }

    private static void Report(IBinderFactory binder, VerbContext context)
    {
        if (binder.Untrusted is { } why) context.Warn(why);
        if (binder.Projects is not { Failed.Count: > 0 } projects) return;
        var names = string.Join(", ", projects.Failed);
        if (projects.Loaded == 0) throw ErrorTable.RefactorNoProjects.With($"None of {projects.Expected} projects could be loaded: {names}.");
        context.Warn($"{projects.Loaded} of {projects.Expected} projects were loaded; read as plain files: {names}.");
    }

    private static RefactorProjects? ProjectsOf(IBinderFactory binder) =>
        binder.Projects is { } projects ? new RefactorProjects(projects.Expected, projects.Loaded, projects.Failed) : null;

    private static HeckException Unsupported(RepoPath path, ILanguage? language) => ErrorTable.RefactorUnsupported.With(
        $"This refactoring is not available for '{path}'{(language is null ? "" : $", which is {language.Id}")}.",
        $"It is for {string.Join(", ", LanguageCatalog.All.Where(l => l.Binder is not null).Select(l => l.Id))}.");
}
