using Heck.Code.Languages;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Targets;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Refactoring;

namespace Heck.Verbs.RefactorRename;

internal static class RefactorRenameVerb
{
    public static async Task<RefactorPayload> RunAsync(RefactorRenameRequest request, VerbContext context, CancellationToken ct)
    {
        using var index = context.OpenIndex(ct);
        var workspace = index.Workspace();
        var target = new TargetResolver(context.Layout, context.WorkingDirectory, index.Reader, workspace).Resolve(request.Target);
        if (target.Offset < 0) throw NoName(request.Target);
        var language = LanguageCatalog.Of(target.Path);
        if (language is not { Binder: { } binder }) throw Unsupported(target, language);

        var options = new RenameOptions(request.New, request.Comments, request.Strings, request.AcceptUnknown, request.Overloads);
        if (request.Trust) binder = await binder.TrustAsync(context.Layout.Root, workspace, ct).ConfigureAwait(false);
        Report(binder, context);
        var outcome = new RenameDriver(workspace, binder).Rename(target.Path, target.Offset, options, ct);
        return await new RefactorResult(context).KeepAsync(
            $"Rename {outcome.Symbol.Kind} {outcome.Symbol.Name} to {outcome.NewName}",
            new RefactorEngine(binder.Engine ?? "heck/" + language.Id, VerbPipeline.Version) { Projects = ProjectsOf(binder) },
            new RenamedFiles(workspace, outcome, request.RenameFile).Edits(), outcome.Ledger, request.DryRun, request.Apply, ct).ConfigureAwait(false);
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

    private static HeckException NoName(string target) => ErrorTable.TargetNotFound.With(
        $"'{target}' names no symbol to rename.", "Point at the name: path:line:column, path#Outer.name, Outer.Name or Name.");

    private static HeckException Unsupported(ResolvedTarget target, ILanguage? language) => ErrorTable.RefactorUnsupported.With(
        $"Rename is not available for '{target.Path}'{(language is null ? "" : $", which is {language.Id}")}.",
        $"It is for {string.Join(", ", LanguageCatalog.All.Where(l => l.Binder is not null).Select(l => l.Id))}.");
}
