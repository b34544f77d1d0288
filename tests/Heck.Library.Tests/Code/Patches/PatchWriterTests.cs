using System.Text;
using System.Text.Json;
using Heck.Code.Patches;
using Heck.Contracts;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>Beside the serializer, whose generated code knows the same records.</summary>
public sealed class PatchWriterTests
{
    public static TheoryData<string> Metadata =>
    [
        Serialized(Empty),
        Serialized(Full),
        Serialized(Full with { Moves = [], Author = new PatchAuthor("root", null, PatchAuthorSource.Account), Engine = null }),
    ];

    private static Patch Empty => new()
    {
        Id = "p0123456789",
        Title = "<ä>\"\u0001 & 'é'",
        Created = new DateTimeOffset(2026, 11, 24, 12, 30, 1, 7, TimeSpan.FromHours(2)),
        RunId = "run",
        DiffHash = ContentHash.Of("diff"u8),
        Additions = 1,
        Deletions = 2,
        Files = [],
    };

    private static Patch Full => Empty with
    {
        Author = new PatchAuthor("Zoë", "zoe@example.invalid", PatchAuthorSource.Git),
        Engine = new PatchMaker("engine", "1.0"),
        Form = "blocks",
        Files = [new PatchFile(RepoPath.Parse("ünï/a b"), ContentHash.Of("a"u8), null, "100644", null) { Encoding = "utf-8" }, new PatchFile(RepoPath.Parse("b"), null, ContentHash.Of("b"u8), null, "120000") { From = new PatchOrigin(RepoPath.Parse("old"), ContentHash.Of("o"u8), "120000", IsCopy: true) }],
        Moves =
        [
            .. Enum.GetValues<PatchMoveKind>().Select(kind => new PatchMove(long.MaxValue, kind, kind == PatchMoveKind.Rollback, DateTimeOffset.UnixEpoch, "r", [
                new FileTransition(RepoPath.Parse("a"), new FileState(ContentHash.Of("x"u8), (UnixFileMode)0x1ed), null),
                new FileTransition(RepoPath.Parse("b"), null, new FileState(ContentHash.Of("y"u8), null, IsLink: true))])
            { Kept = [RepoPath.Parse("kept"), RepoPath.Parse("kept/too")] }),
        ],
        Approvals = [new PatchApproval("Zoë", DateTimeOffset.UnixEpoch, "r2")],
    };

    [Theory]
    [MemberData(nameof(Metadata))]
    public void What_is_read_is_written_byte_for_byte_as_the_serializer_does(string metadata) =>
        Assert.Equal(metadata, Encoding.UTF8.GetString(PatchWriter.Write(PatchReader.Read(Encoding.UTF8.GetBytes(metadata)))));

    [Fact]
    public void What_former_versions_did_not_write_may_be_missing()
    {
        var patch = PatchReader.Read(Encoding.UTF8.GetBytes("{" + Serialized(Empty)[1..].Replace("\"author\":null,", "", StringComparison.Ordinal).Replace(",\"approvals\":[]", "", StringComparison.Ordinal)));
        Assert.Equal((null, 0), (patch.Author, patch.Approvals.Count));
    }

    [Fact]
    public void Metadata_that_was_cut_or_changed_is_an_error_and_nothing_else()
    {
        var whole = Serialized(Full);
        for (var length = 0; length < whole.Length; length++) Assert.ThrowsAny<JsonException>(() => PatchReader.Read(Encoding.UTF8.GetBytes(whole[..length])));
        string[] wrong =
        [
            "null", "[]", "1", whole + "1", whole.Replace("\"id\":", "\"ids\":", StringComparison.Ordinal), whole.Replace("\"kind\":\"apply\"", "\"kind\":\"steal\"", StringComparison.Ordinal),
            whole.Replace("\"additions\":1", "\"additions\":\"1\"", StringComparison.Ordinal), whole.Replace("\"additions\":1", "\"additions\":1,\"additions\":1", StringComparison.Ordinal),
            whole.Replace("\"kept\":[\"kept\"", "\"kept\":\"kept\",\"x\":[\"y\"", StringComparison.Ordinal), whole.Replace("\"path\":\"b\"", "\"path\":\"../b\"", StringComparison.Ordinal),
        ];
        Assert.All(wrong, metadata => Assert.ThrowsAny<JsonException>(() => PatchReader.Read(Encoding.UTF8.GetBytes(metadata))));
    }

    private static string Serialized(Patch patch) => JsonSerializer.Serialize(patch, PatchJson.Instance.Patch);
}
