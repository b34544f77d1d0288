using System.Globalization;
using System.Text.Json;
using Heck.Contracts.Errors;
using Heck.Runtime.RunLogs;
using Heck.Verbs.Pipeline;

namespace Heck.Verbs.LogShow;

internal static class LogShowVerb
{
    public static Task<LogShowPayload> RunAsync(LogShowRequest request, VerbContext context, CancellationToken ct)
    {
        var line = new RunLog(context.Layout).ReadLines().FirstOrDefault(line => IsMeant(line, request.Run))
            ?? throw ErrorTable.LogNotFound.With($"The run log has no run '{request.Run}'.");
        return Task.FromResult(new LogShowPayload
        {
            Place = line.Place,
            HashHolds = !line.IsAltered,
            Record = JsonSerializer.SerializeToNode(line.Record!, RunLogJson.Instance.RunLogRecord)!.AsObject(),
        });
    }

    private static bool IsMeant(RunLogLine line, string run) =>
        line.Record is { } record && (record.RunId == run || record.Seq.ToString(CultureInfo.InvariantCulture) == run);
}
