using Heck.Runtime.RunLogs;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.LogList;

internal static class LogListVerb
{
    private const int DefaultLimit = 20;

    public static Task<LogListPayload> RunAsync(LogListRequest request, VerbContext context, CancellationToken ct)
    {
        var records = new RunLog(context.Layout).ReadLines().Select(line => line.Record).OfType<RunLogRecord>().ToList();
        return Task.FromResult(new LogListPayload { Count = records.Count, Runs = [.. records.AsEnumerable().Reverse().Take(request.Limit ?? DefaultLimit).Select(LoggedRun.Of)] });
    }
}
