using Heck.Contracts;
using Heck.Contracts.Errors;
using Heck.Runtime.Processes;
using Heck.Tests.Shared;
using Heck.Toolchain.LanguageServers;

namespace Heck.Library.Tests.Toolchain.LanguageServers;

/// <summary>The client of the protocol against a server that speaks it and has faults.</summary>
public sealed class LanguageServerSessionTests : IDisposable
{
    private static readonly RepoPath File = RepoPath.Parse("a b/ö.ts");

    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_rename_gives_each_place_once_and_the_server_says_who_it_is()
    {
        await using var session = await StartAsync("none");
        Assert.Equal("1.2.3", session.Version);
        Assert.Equal([new ServerRange(File, 2, 5)], await RenameAsync(session));
    }

    [Fact]
    public async Task A_server_that_loads_is_waited_for_and_answered()
    {
        await using var session = await StartAsync("waits");
        Assert.Single(await RenameAsync(session));
    }

    [Fact]
    public async Task A_place_outside_the_repository_has_no_path()
    {
        await using var session = await StartAsync("outside");
        Assert.Null(Assert.Single(await RenameAsync(session)).Path);
    }

    [Theory]
    [InlineData("crash", "broke off")]
    [InlineData("garbage", "broke off")]
    public async Task A_server_that_breaks_off_is_a_failure_of_the_tool(string fault, string says)
    {
        var failure = await Assert.ThrowsAsync<HeckException>(() => StartAsync(fault));
        Assert.Equal(ErrorTable.ToolFailed.Code, failure.Error.Code);
        Assert.Contains(says, failure.Error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("empty", "no place")]
    [InlineData("refuses", "cannot rename this")]
    public async Task No_answer_is_never_taken_for_no_uses(string fault, string says)
    {
        await using var session = await StartAsync(fault);
        var failure = await Assert.ThrowsAsync<HeckException>(() => RenameAsync(session));
        Assert.Equal(ErrorTable.ToolFailed.Code, failure.Error.Code);
        Assert.Contains(says, failure.Error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_says_nothing_can_be_given_up()
    {
        await using var session = await StartAsync("silent");
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await session.OpenAsync(File, "typescript", "");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.RenameAsync(File, 2, 5, "y", patience.Token));
    }

    private static async Task<IReadOnlyList<ServerRange>> RenameAsync(LanguageServerSession session)
    {
        await session.OpenAsync(File, "typescript", "let x;");
        return await session.RenameAsync(File, 2, 5, "y", TestContext.Current.CancellationToken);
    }

    private Task<LanguageServerSession> StartAsync(string fault) => LanguageServerSession.StartAsync(
        new LanguageServer("faulty", ProgramFinder.TryFind("node")!, [Path.Combine(Checkout.Root, "tests", "oracles", "faulty-language-server.mjs"), fault]),
        _repository.Root, TestContext.Current.CancellationToken);
}
