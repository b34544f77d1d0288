using System.Text;
using System.Text.Json;
using CsCheck;
using Heck.Contracts;
using Heck.Runtime.RunLogs;

namespace Heck.Library.Tests.Runtime.RunLogs;

public sealed class RunLogGlanceTests
{
    // What a request may hold must not be taken for the record's own members.
    private static readonly Gen<string> Nasty = Gen.OneOf("\"seq\":7", "}", "\\", "\"", "{\"cmd\":\"x\"", ",", "ü", "\n", "[").Array[0, 5].Select(string.Concat);

    [Fact]
    public void It_shows_what_the_record_says() => Gen.Select(Nasty, Nasty, Gen.Bool, Gen.Long[1, 1_000_000]).Sample((text, other, ok, seq) =>
    {
        var record = new RunLogRecord
        {
            Seq = seq,
            RunId = "20260102T030405-0a1b2c3d",
            Time = DateTimeOffset.UnixEpoch.AddTicks(seq * 12_345_678),
            Cmd = "patch apply",
            Version = other,
            Request = JsonSerializer.SerializeToElement(new Dictionary<string, object> { ["seq"] = 1, ["hash"] = text, ["a" + text] = new[] { text, other }, ["cmd"] = other, ["ok"] = !ok, ["time"] = "" }),
            Ok = ok,
            ExitCode = 0,
            DurationMs = 1,
            PayloadHash = ContentHash.Of(Encoding.UTF8.GetBytes(text)),
            Hash = ContentHash.Of(Encoding.UTF8.GetBytes(other)),
        };
        var line = CanonicalJson.Serialize(JsonSerializer.SerializeToElement(record, RunLogJson.Instance.RunLogRecord));
        Assert.Equal(new RunLogGlance(record.Seq, record.Hash.ToString(), record.RunId, record.Time, record.Cmd, record.Ok), RunLogGlance.Parse(line));
    });

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{\"seq\":1,\"time\":\"2026-01-01T00:00:00+00:00\"")]
    [InlineData("{\"seq\":\"x\",\"time\":\"2026-01-01T00:00:00+00:00\"}")]
    [InlineData("nonsense")]
    public void What_is_no_whole_record_shows_nothing(string line) => Assert.Null(RunLogGlance.Parse(Encoding.UTF8.GetBytes(line)));
}
