using System.Globalization;
using Heck.Code.Explaining;
using Heck.Contracts.Reports;

namespace Heck.Verbs.Explain;

/// <summary>An explanation for a person to read.</summary>
internal static class ExplainReport
{
    private const int MostShown = 12;

    public static Report Of(ExplainPayload payload) => new(
    [
        .. payload.Symbol is { } symbol ? Symbol(symbol) : [],
        .. payload.File is { } file ? File(file) : [],
        .. payload.Repository is { } repository ? Repository(repository) : [],
        .. Section("Used by", payload.CallersTotal, ["place", "how", "in", ""], payload.Callers.Select(c => Row($"{c.Path}:{c.Line}", c.Role, c.Symbol ?? "", Doubt(c.Certainty)))),
        .. Section("Uses", payload.Callees.Count, ["name", "how", "declared at", ""], payload.Callees.Select(c => Row(c.Name, c.Role, DeclaredAt(c), Doubt(c.Certainty)))),
        .. Section("Tests", payload.Tests.Count, ["test", "why"], payload.Tests.Select(t => Row(t.Line is { } line ? $"{t.Path}:{line}" : t.Path.Value, string.Join(", ", t.Reasons)))),
        .. Section("History", payload.History.Count, ["commit", "date", "author", "subject"], payload.History.Select(h => Row(h.Hash[..10], h.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), h.Author, h.Subject))),
    ]);

    private static IEnumerable<ReportBlock> Symbol(ExplainedSymbol symbol)
    {
        yield return new Heading($"{Word(symbol.Kind.ToString())} {symbol.QualifiedName}");
        yield return new Line($"{symbol.Path}:{symbol.Line}:{symbol.Column}", Tone.Muted);
        if (symbol.Signature is not null) yield return new Verbatim(symbol.Signature);
        if (symbol.Doc is not null) yield return new Verbatim(symbol.Doc);
    }

    private static IEnumerable<ReportBlock> File(ExplainedFile file)
    {
        yield return new Heading(file.Path.Value);
        yield return new Line(Text($"{file.Language ?? "text"}, {file.Bytes:N0} bytes, {file.Symbols.Count:N0} symbols"), Tone.Muted);
        foreach (var block in Section("Symbols", file.Symbols.Count, ["line", "kind", "name"], file.Symbols.Select(s => Row(Text($"{s.Line}"), Word(s.Kind.ToString()), s.QualifiedName)))) yield return block;
        foreach (var block in Section("Imports", file.Imports.Count, ["from", "files"], file.Imports.Select(i => Row(i.Specifier, string.Join(", ", i.Targets))))) yield return block;
    }

    private static IEnumerable<ReportBlock> Repository(ExplainedRepository repository) =>
    [
        .. repository.Path == default ? (IEnumerable<ReportBlock>)[] : [new Heading(repository.Path.Value + "/")],
        .. Section("Languages", repository.Languages.Count, ["language", "files", "kB", "symbols"], repository.Languages.Select(l => Row(l.Language, Text($"{l.Files:N0}"), Text($"{l.Bytes / 1000:N0}"), Text($"{l.Symbols:N0}")))),
        .. Section("Most imported", repository.HotModules.Count, ["module", "importers"], repository.HotModules.Select(m => Row(m.Path.Value, Text($"{m.Importers:N0}")))),
        .. Section("Entry points", repository.EntryPoints.Count, ["path"], repository.EntryPoints.Select(p => Row(p.Value))),
        new Line(Text($"{repository.TestFiles:N0} test files")),
    ];

    private static IEnumerable<ReportBlock> Section(string title, int total, IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        var shown = rows.Take(MostShown).ToList();
        if (shown.Count == 0) yield break;
        yield return new Heading(Text($"{title} ({total:N0})"));
        yield return new Table(columns, shown);
        if (total > shown.Count) yield return new Line(Text($"… and {total - shown.Count:N0} more"), Tone.Muted);
    }

    private static string DeclaredAt(CalleePlace callee) => callee switch
    {
        { Path: { } path } => $"{path}:{callee.Line}",
        { From: { } from } => $"from {from}",
        _ => Text($"one of {callee.Candidates:N0}"),
    };

    private static string Doubt(Certainty certainty) => certainty == Certainty.Certain ? "" : Word(certainty.ToString());

    private static string Word(string name) => System.Text.Json.JsonNamingPolicy.SnakeCaseLower.ConvertName(name).Replace('_', ' ');

    private static string[] Row(params string[] cells) => cells;

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
