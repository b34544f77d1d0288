using System.Text.Json;
using Heck.Contracts;
using Heck.Runtime.Repositories;
using Heck.Runtime.RunLogs;

namespace Heck.TestChild;

/// <summary>Appends records to the run log.</summary>
internal static class Records
{
    public static async Task<int> RunAsync(string root, int times)
    {
        var log = new RunLog(RepositoryLayout.Locate(root, root));
        Console.Out.WriteLine("ready");
        for (var i = 0; i < times; i++) await log.AppendAsync(Make($"{Environment.ProcessId}-{i}"), CancellationToken.None);
        return 0;
    }

    public static RunLogRecord Make(string runId) => new()
    {
        RunId = runId,
        Time = new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero),
        Cmd = "test",
        Version = "0",
        Request = JsonElement.Parse("""{"title":"ä \" 1.0","list":[1,2.5,null]}"""),
        Ok = true,
        ExitCode = 0,
        DurationMs = 12,
        PayloadHash = ContentHash.Of("payload"u8),
    };
}
