using System.Text.Json;
using Heck.Contracts;
using Heck.Runtime.RunLogs;

namespace Heck.Library.Tests.Runtime.RunLogs;

public sealed class RunLogJsonTests
{
    [Theory]
    [InlineData(null)]
    [InlineData("a \"quoted\" – 日本 \u0001")]
    public void The_straight_code_writes_what_the_serializer_does(string? text)
    {
        var record = new RunLogRecord
        {
            Seq = 7,
            RunId = "20261124T131748-e95d74ac",
            Time = new DateTimeOffset(2026, 11, 24, 13, 17, 48, 123, TimeSpan.Zero),
            Cmd = "index",
            Version = "1.0",
            Request = JsonSerializer.SerializeToElement(new { full = true, repo = text }),
            Ok = true,
            ExitCode = 0,
            ErrorCode = text,
            Files = text is null ? null : [RepoPath.Parse("a/b.cs")],
            DurationMs = 5,
            PayloadHash = ContentHash.Of("x"u8),
            Warnings = text is null ? null : [text],
        };
        Assert.Equal(
            CanonicalJson.Serialize(JsonSerializer.SerializeToElement(record, RunLogJson.Instance.RunLogRecord)),
            CanonicalJson.Serialize(HeckJson.ToElement(RunLogJson.WriteRecord, record)));
    }
}
