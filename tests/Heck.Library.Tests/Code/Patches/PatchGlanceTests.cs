using System.Text.Json;
using Heck.Code.Patches;

namespace Heck.Library.Tests.Code.Patches;

public sealed class PatchGlanceTests
{
    public static TheoryData<object> Kinds => [.. Enum.GetValues<PatchMoveKind>().Cast<object>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_glance_sees_the_state_that_the_whole_metadata_has(object kind)
    {
        var patch = new Patch
        {
            Id = "p0123456789",
            Title = "\"moves\": rollback",
            Created = DateTimeOffset.UnixEpoch,
            RunId = "run",
            DiffHash = default,
            Additions = 0,
            Deletions = 0,
            Files = [],
            Moves = [Move(PatchMoveKind.Apply), Move((PatchMoveKind)kind)],
        };
        Assert.Equal(patch.State, PatchGlance.StateOf(JsonSerializer.SerializeToUtf8Bytes(patch, PatchJson.Instance.Patch)));
    }

    private static PatchMove Move(PatchMoveKind kind) => new(1, kind, IsUndo: false, DateTimeOffset.UnixEpoch, "run", []);
}
