using Heck.Code.Languages;
using Heck.Code.Text;
using Heck.Contracts;

namespace Heck.Code.Refactoring.Edits;

/// <summary>The files of a repository after edits: some changed, some new, some gone.</summary>
/// <param name="below">The present files.</param>
/// <param name="changed">What is otherwise; null for a file that is gone.</param>
internal sealed class OverlayFiles(IProjectFiles below, IReadOnlyDictionary<RepoPath, SourceText?> changed) : IProjectFiles
{
    private IReadOnlyList<RepoPath>? _paths;
    private IReadOnlyDictionary<RepoPath, string>? _packages;

    public IReadOnlyList<RepoPath> Paths => _paths ??= [.. below.Paths.Where(p => !changed.ContainsKey(p)).Concat(changed.Where(c => c.Value is not null).Select(c => c.Key)).Order()];

    public IReadOnlyDictionary<RepoPath, string> Packages => _packages ??= ReadPackages();

    public bool Exists(RepoPath path) => changed.TryGetValue(path, out var text) ? text is not null : below.Exists(path);

    public ReadOnlyMemory<byte>? Read(RepoPath path) => changed.TryGetValue(path, out var text) ? text?.Bytes : below.Read(path);

    private Dictionary<RepoPath, string> ReadPackages()
    {
        var packages = below.Packages.Where(p => !changed.ContainsKey(p.Key)).ToDictionary();
        var facts = new FileFacts();
        foreach (var (path, text) in changed)
        {
            if (text is null || LanguageCatalog.Of(path) is not { } language) continue;
            using var extractor = language.CreateExtractor();
            extractor.Extract(text.Utf8, facts, CancellationToken.None);
            if (facts.Package is { } package) packages[path] = package;
        }

        return packages;
    }
}
