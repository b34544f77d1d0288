using Heck.Runtime.RunLogs;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.LogHead;

internal static class LogHeadVerb
{
    // Read from the records, not from the head mark, which a kill may have left behind them.
    public static Task<LogHeadPayload> RunAsync(LogHeadRequest request, VerbContext context, CancellationToken ct)
    {
        var last = new RunLog(context.Layout).ReadLines().LastOrDefault(line => line.Record is not null)?.Record;
        return Task.FromResult(new LogHeadPayload { Count = last?.Seq ?? 0, Head = last?.Hash ?? default });
    }
}
