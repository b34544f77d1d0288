using Heck.Code.Explaining;
using Heck.Code.Index;
using Heck.Code.Index.Querying;
using Heck.Code.Index.Testing;
using Heck.Code.Targets;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Integrations.Git;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Explain;

internal static class ExplainVerb
{
    private const int DefaultCommits = 10;

    public static Task<ExplainPayload> RunAsync(ExplainRequest request, VerbContext context, CancellationToken ct) =>
        context.AskIndexAsync(index => ExplainAsync(request, context, index, ct), ct);

    private static async Task<ExplainPayload> ExplainAsync(ExplainRequest request, VerbContext context, CodeIndex index, CancellationToken ct)
    {
        context.WarnIfNew(index);
        var workspace = index.Workspace();
        var explainer = new SymbolExplainer(index.Reader, workspace);
        var resolver = new TargetResolver(context.Layout, context.WorkingDirectory, index.Reader, workspace);
        if ((request.Target is null ? default(RepoPath) : resolver.FindFolder(request.Target)) is { } folder)
            return Folder(index, folder) with { History = await HistoryAsync(context, request, folder, null, ct).ConfigureAwait(false) };
        var target = resolver.Resolve(request.Target!);
        var symbol = SymbolMeant(target, index.Reader, explainer);
        var payload = symbol is null ? File(index, target.Path) : Symbol(index, explainer, symbol);
        return payload with { History = await HistoryAsync(context, request, target.Path, symbol, ct).ConfigureAwait(false) };
    }

    /// <summary>The symbol named; at a place the one used or declared there, else the one around it.</summary>
    private static SymbolRow? SymbolMeant(ResolvedTarget target, IndexReader reader, SymbolExplainer explainer)
    {
        if (target.Symbol is not null) return target.Symbol;
        if (target.Line == 0) return null;
        return target.Form == TargetForm.Position ? explainer.UsedAt(target.Path, target.Offset) ?? explainer.Around(target.Path, target.Offset)
            : reader.SymbolsOf(target.Path).Where(s => s.Line <= target.Line && target.Line <= s.EndLine).MinBy(s => s.EndLine - s.Line);
    }

    private static ExplainPayload Symbol(CodeIndex index, SymbolExplainer explainer, SymbolRow symbol)
    {
        var callers = explainer.Callers(symbol, out var total);
        return new ExplainPayload
        {
            Symbol = Describe(symbol, index.Reader),
            Callers = [.. callers.Select(c => new CallerPlace { Path = c.Path, Line = c.Line, Column = c.Column, Role = SnakeCase.Of(c.Role), Symbol = c.Symbol, Certainty = c.Certainty })],
            CallersTotal = total,
            Callees = [.. explainer.Callees(symbol).Select(Describe)],
            Tests = [.. explainer.Tests(symbol, index.Tests()).Select(t => new TestPlace { Path = t.Path, Line = t.Line, Score = t.Score, Reasons = t.Reasons })],
        };
    }

    private static ExplainPayload File(CodeIndex index, RepoPath path)
    {
        var file = index.Reader.File(path)!;
        var importers = index.Reader.ImportersOf(path)
            .SelectMany(importer => index.Reader.ImportsOf(importer).Where(i => i.Targets.Contains(path))).Select(Importer).ToList();
        return new ExplainPayload
        {
            File = new ExplainedFile(
                path, file.Language, file.Size, file.ParseErrors,
                [.. index.Reader.SymbolsOf(path).Select(s => Describe(s, index.Reader))],
                [.. index.Reader.ImportsOf(path).Select(i => new FileImport(i.Specifier, i.Line, SnakeCase.Of(i.Kind), i.Targets))]),
            Callers = importers,
            CallersTotal = importers.Count,
            Tests = [.. index.Tests().Where(l => l.Code == path).OrderByDescending(l => l.Score).ThenBy(l => l.Test).Select(Test)],
        };
    }

    private static ExplainPayload Folder(CodeIndex index, RepoPath folder)
    {
        var overview = RepositoryOverview.Of(index.Reader, folder);
        var importers = index.Reader.Imports().Where(i => !i.Path.IsWithin(folder) && i.Targets.Any(t => t.IsWithin(folder))).Select(Importer).ToList();
        return new ExplainPayload
        {
            Callers = [.. importers.Take(SymbolExplainer.MostListed)],
            CallersTotal = importers.Count,
            Tests = folder == default
                ? []
                : [.. index.Tests().Where(l => l.Code.IsWithin(folder)).GroupBy(l => l.Test).Select(g => g.MaxBy(l => l.Score)!).OrderByDescending(l => l.Score).ThenBy(l => l.Test).Select(Test)],
            Repository = new ExplainedRepository(
                folder,
                [.. overview.Languages.Select(l => new LanguageShare(l.Language, l.Files, l.Bytes, l.Symbols))],
                [.. overview.HotModules.Select(m => new HotModule(m.Path, m.Importers))],
                overview.EntryPoints, overview.TestFiles),
        };
    }

    private static CallerPlace Importer(ImportRow import) =>
        new() { Path = import.Path, Line = import.Line, Column = 1, Role = SnakeCase.Of(import.Kind), Certainty = Certainty.Certain };

    private static TestPlace Test(TestLink link) => new() { Path = link.Test, Score = link.Score, Reasons = link.Reasons };

    private static ExplainedSymbol Describe(SymbolRow symbol, IndexReader reader)
    {
        var (signature, doc) = reader.TextsOf(symbol);
        return new ExplainedSymbol
        {
            Name = symbol.Name,
            QualifiedName = reader.QualifiedName(symbol),
            Kind = symbol.Kind,
            Signature = signature,
            Doc = doc,
            Path = symbol.Path,
            Line = symbol.Line,
            Column = symbol.Column,
            EndLine = symbol.EndLine,
            Exported = symbol.Exported,
        };
    }

    private static CalleePlace Describe(Callee callee) => new()
    {
        Name = callee.Name,
        Role = SnakeCase.Of(callee.Role),
        UsedAt = callee.Line,
        Kind = callee.Target is { } target ? SnakeCase.Of(target.Kind) : null,
        Path = callee.Target?.Path,
        Line = callee.Target?.Line,
        From = callee.From,
        Candidates = callee.Candidates,
        Certainty = callee.Certainty,
    };

    private static async Task<IReadOnlyList<HistoryEntry>> HistoryAsync(VerbContext context, ExplainRequest request, RepoPath path, SymbolRow? symbol, CancellationToken ct)
    {
        var wanted = request.Commits ?? DefaultCommits;
        if (wanted == 0) return [];
        var git = new GitRepository(context.Layout);
        try
        {
            var commits = symbol is null
                ? await git.RecentCommitsAsync(path, wanted, ct).ConfigureAwait(false)
                : await git.RecentCommitsAsync(path, symbol.Line, symbol.EndLine, wanted, ct).ConfigureAwait(false);
            return [.. commits.Select(c => new HistoryEntry(c.Hash, c.Author, c.Date, c.Subject))];
        }
        catch (HeckException missing) when (missing.Error.Code == ErrorTable.ToolMissing.Code)
        {
            context.Warn("git is not installed, so there is no history.");
            return [];
        }
    }
}
