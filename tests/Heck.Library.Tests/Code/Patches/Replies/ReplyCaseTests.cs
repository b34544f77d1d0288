using Heck.Contracts;

namespace Heck.Library.Tests.Code.Patches.Replies;

/// <summary>The cases under tests/fixtures/patches, each all the way: made a patch, applied, taken back, and its diff given to git.</summary>
public sealed class ReplyCaseTests
{
    public static TheoryData<string> Cases => [.. Directory.EnumerateDirectories(ReplyCase.Root).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_reply_gives_the_tree_that_is_expected_or_the_error(string name)
    {
        var given = ReplyCase.Read(name);
        using var repository = new TempRepository();
        given.CopyInput(repository.Root);
        var engine = new HeckEngine(new HeckEngineOptions { WorkingDirectory = repository.Root });
        var created = await given.Create(engine);
        Assert.Equal(Join(given.Input), Join(ReplyCase.Tree(repository.Root)));
        if (given.Error is { } error)
        {
            Assert.Equal((string?)error["code"] ?? "none", created.Error?.Code ?? "accepted");
            foreach (var words in error["says"]?.AsArray() ?? []) Assert.Contains((string)words!, $"{created.Error!.Message} {created.Error.Details?.ToJsonString(HeckJson.NewOptions())}", StringComparison.Ordinal);
            return;
        }

        Assert.True(created.Ok, created.Error?.Message);
        var id = created.Payload!.Patch.Id;
        var applied = await ReplyCase.Apply(engine, id);
        Assert.True(applied.Ok, applied.Error?.Message);
        Assert.True(applied.Payload!.UntouchedBytesIdentical);
        Assert.Equal(Join(given.Expected), Join(ReplyCase.Tree(repository.Root)));
        await ReplyCase.Rollback(engine, id);
        Assert.Equal(Join(given.Input), Join(ReplyCase.Tree(repository.Root)));
        Assert.Equal("", repository.Shell($"git -c core.autocrlf=false apply --whitespace=nowarn .heck/patches/{id}.diff 2>&1"));
        Assert.Equal(Join(given.Expected), Join(ReplyCase.Tree(repository.Root)));
    }

    private static string Join(SortedDictionary<string, string> tree) => string.Join('\n', tree.Select(file => $"== {file.Key}\n{file.Value}"));
}
