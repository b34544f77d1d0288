using System.Text;
using Heck.Code.Languages;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Structural;
using Heck.Code.Refactoring.Structural.Rules;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Library.Tests.Runtime;
using Heck.Runtime.Repositories;

namespace Heck.Library.Tests.Code.Refactoring.Structural;

/// <summary>Runs one rule over one file.</summary>
internal static class StructuralCase
{
    public static ScannedFile? Scan(string language, string code, string pattern, string? rewrite, params ConstraintDefinition[] where) =>
        Run(language, code, pattern, rewrite, where).Files.SingleOrDefault();

    public static ScanResult Run(string language, string code, string pattern, string? rewrite, params ConstraintDefinition[] where)
    {
        using var repository = new TempRepository();
        var file = "code" + LanguageCatalog.Named(language)[0].Extensions[0];
        repository.Write(file, code);
        var rule = new RuleDefinition { Id = "", Language = language, Pattern = pattern, Rewrite = rewrite, Where = where, Match = [], NoMatch = [] };
        var ct = TestContext.Current.CancellationToken;
        return new StructuralScan(RepositoryLayout.Locate(repository.Root, repository.Root), RuleSet.Of([rule], ct), [default], progress: null).Run(ct);
    }

    public static string[] Matches(string language, string code, string pattern, params ConstraintDefinition[] where) =>
        Scan(language, code, pattern, rewrite: null, where) is { } file ? [.. file.Matches.Select(m => Encoding.UTF8.GetString(file.Text.Utf8.Span[m.Match.Start..m.Match.End]))] : [];

    public static string Rewritten(string language, string code, string pattern, string rewrite) =>
        Scan(language, code, pattern, rewrite) is { Edits.Count: > 0 } file
            ? SourceText.TryDecode(new EditSet(file.Edits.Select(e => (file.Path, e))).Apply(file.Path, file.Text)) is { } text ? Encoding.UTF8.GetString(text.Bytes.Span) : "undecodable"
            : code;
}
