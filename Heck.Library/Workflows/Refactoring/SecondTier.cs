using System.Text;
using Heck.Code.Languages;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Toolchain.LanguageServers;

namespace Heck.Workflows.Refactoring;

/// <summary>Asks a language server, where there is one, about the uses of a name that the binder could not decide, and compares where both know.</summary>
internal sealed class SecondTier(string root, IWorkspace workspace)
{
    /// <summary>The longest that a server may take, from its start.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <summary>The server that could be asked about a file.</summary>
    public LanguageServer? ServerFor(RepoPath path) => LanguageCatalog.Of(path) is { } language ? new LanguageServerFinder(root).Find(language.Id) : null;

    /// <summary>Asks for a rename of the symbol, keeps nothing of it but its places.</summary>
    /// <exception cref="HeckException"><c>tool.missing</c>, <c>tool.failed</c>: it gave no whole answer in time.</exception>
    public async Task<SecondOpinion> AskAsync(LanguageServer server, BoundSymbol symbol, Verdicts verdicts, string newName, CancellationToken ct)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(ct);
        end.CancelAfter(Limit);
        try
        {
            await using var session = await LanguageServerSession.StartAsync(server, root, end.Token).ConfigureAwait(false);
            foreach (var path in verdicts.Unknown.Select(u => u.Path).Append(symbol.Path).Distinct()) await OpenAsync(session, path).ConfigureAwait(false);
            var (line, column) = PositionOf(symbol.Path, symbol.Offset);
            var renamed = Offsets(await session.RenameAsync(symbol.Path, line, column, newName, end.Token).ConfigureAwait(false));
            return new SecondOpinion(server, session.Version, await DecideAsync(session, renamed, verdicts, end.Token).ConfigureAwait(false), [.. Differences(server, renamed, verdicts)]);
        }
        catch (OperationCanceledException e) when (!ct.IsCancellationRequested)
        {
            throw ErrorTable.ToolFailed.With($"The language server {server.Name} gave no answer in {Limit.TotalSeconds:0} s.", inner: e);
        }
    }

    private async Task OpenAsync(LanguageServerSession session, RepoPath path)
    {
        if (workspace.Read(path) is not { } text || LanguageCatalog.Of(path) is not { } language) return;
        await session.OpenAsync(path, language.Id == "tsx" ? "typescriptreact" : language.Id, Encoding.UTF8.GetString(text.Utf8.Span)).ConfigureAwait(false);
    }

    /// <summary>What the server would not rename is something else only where it knows of what: on a value without type it knows no more than we do.</summary>
    private async Task<Dictionary<(RepoPath Path, int Start), bool>> DecideAsync(
        LanguageServerSession session, HashSet<(RepoPath Path, int Start)> renamed, Verdicts verdicts, CancellationToken ct)
    {
        var decided = new Dictionary<(RepoPath Path, int Start), bool>();
        foreach (var use in verdicts.Unknown)
        {
            var (line, column) = PositionOf(use.Path, use.Start);
            var isSymbol = renamed.Contains((use.Path, use.Start));
            if (isSymbol || (await session.DefinitionsAsync(use.Path, line, column, ct).ConfigureAwait(false)).Count > 0) decided[(use.Path, use.Start)] = isSymbol;
        }

        return decided;
    }

    private IEnumerable<Place> Differences(LanguageServer server, HashSet<(RepoPath Path, int Start)> renamed, Verdicts verdicts) =>
        verdicts.Changed.Where(u => !renamed.Contains((u.Path, u.Start))).Select(u => PlaceOf(u, $"{server.Name} would leave it"))
            .Concat(verdicts.Other.Where(u => renamed.Contains((u.Path, u.Start))).Select(u => PlaceOf(u, $"{server.Name} would change it")));

    /// <summary>Line and column as the protocol counts them, from 0.</summary>
    private (int Line, int Column) PositionOf(RepoPath path, int offset)
    {
        var (line, column) = workspace.Read(path)!.Lines.PositionAt(offset);
        return (line - 1, column - 1);
    }

    private HashSet<(RepoPath Path, int Start)> Offsets(IEnumerable<ServerRange> ranges) =>
        [.. ranges.Where(r => r.Path is not null).Select(r => (Path: r.Path!.Value, Start: OffsetOf(r))).Where(p => p.Start >= 0)];

    private int OffsetOf(ServerRange range) => workspace.Read(range.Path!.Value)?.Lines.OffsetAt(range.Line + 1, range.Character + 1) ?? -1;

    private Place PlaceOf(NameUse use, string role) => workspace.Read(use.Path)!.PlaceAt(use.Path, use.Start, role);
}
