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
}
