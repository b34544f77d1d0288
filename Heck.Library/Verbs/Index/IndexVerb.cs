using Heck.Code.Index;
using Heck.Code.Index.Building;
using Heck.Code.Index.Exporting;
using Heck.Contracts.Errors;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.Index;

internal static class IndexVerb
{
    public static Task<IndexPayload> RunAsync(IndexRequest request, VerbContext context, CancellationToken ct)
    {
        if (request is { Export: "-", Map: "-" }) throw ErrorTable.RequestInvalid.With("Standard output takes one document; --export and --map both ask for it.");
        return request.DryRun
            ? Task.FromResult(Describe(CodeIndex.Preview(context.Layout, context.Clock, request.Full, ct)))
            : context.AskIndexAsync(index => AnswerAsync(request, context, index, ct), ct, request.Full);
    }

    private static async Task<IndexPayload> AnswerAsync(IndexRequest request, VerbContext context, CodeIndex index, CancellationToken ct)
    {
        var payload = Describe(index.Summary);
        context.LeftAllAsItWas = index.WasSealed && request is { Verify: false, Export: null, Map: null };
        if (request.Verify) payload = payload with { Differences = index.Verify(context.Clock, ct) };
        if (request.Export is { } export) payload = payload with { Export = await WriteAsync(context, export, to => SymbolExport.Write(index.Reader, to), ct).ConfigureAwait(false) };
        if (request.Map is { } map) payload = payload with { Map = await WriteAsync(context, map, index.ExportMap, ct).ConfigureAwait(false) };
        return payload;
    }

    private static IndexPayload Describe(IndexSummary summary) => new()
    {
        Files = new IndexedFiles(summary.Files, summary.Parsed, summary.Unchanged, summary.Removed, summary.Skipped.Count),
        Symbols = summary.Symbols,
        References = summary.References,
        Bytes = summary.Bytes,
        ParseErrors = summary.ParseErrors,
        Skipped = [.. summary.Skipped.Select(s => new SkippedFile(s.Path, s.Reason))],
        DurationMs = summary.StagesMs,
    };

    private static async Task<string> WriteAsync(VerbContext context, string file, Action<Stream> write, CancellationToken ct)
    {
        using var content = new MemoryStream();
        write(content);
        return await context.WriteOutputAsync(file, content.ToArray(), ct).ConfigureAwait(false);
    }
}
