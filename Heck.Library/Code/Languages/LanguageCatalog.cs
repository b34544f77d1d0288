using Heck.Code.Languages.CSharp;
using Heck.Code.Languages.Go;
using Heck.Code.Languages.Python;
using Heck.Code.Languages.TypeScript;
using Heck.Contracts;

namespace Heck.Code.Languages;

/// <summary>The languages that Heck reads, in the order in which they are shown.</summary>
internal static class LanguageCatalog
{
    public static IReadOnlyList<ILanguage> All { get; } =
    [
        TypeScriptLanguage.TypeScript,
        TypeScriptLanguage.Tsx,
        TypeScriptLanguage.JavaScript,
        new PythonLanguage(),
        new GoLanguage(),
        new CSharpLanguage(),
    ];

    private static readonly Dictionary<string, ILanguage> ByExtension =
        All.SelectMany(l => l.Extensions, (l, e) => (l, e)).ToDictionary(x => x.e, x => x.l, StringComparer.OrdinalIgnoreCase);

    /// <summary>The language of a file by its extension, or null.</summary>
    public static ILanguage? Of(RepoPath path) => ByExtension.GetValueOrDefault(path.Extension);

    /// <summary>The languages that a user's word stands for; empty when it stands for none.</summary>
    public static IReadOnlyList<ILanguage> Named(string name) => [.. All.Where(l => l.Names.Contains(name, StringComparer.OrdinalIgnoreCase))];
}
