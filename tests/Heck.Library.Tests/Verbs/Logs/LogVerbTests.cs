using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Errors;
using Heck.Contracts.Requests;
using Heck.Tests.Shared;
using Heck.Verbs.Init;
using Heck.Verbs.LogHead;
using Heck.Verbs.LogList;
using Heck.Verbs.LogShow;
using Heck.Verbs.LogVerify;

namespace Heck.Library.Tests.Verbs.Logs;

public sealed class LogVerbTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_log_of_two_runs_is_listed_shown_and_verified_to_its_head()
    {
        await Run(new InitRequest());
        var second = await Run(new InitRequest());
        var list = (await Run(new LogListRequest { Limit = 1 })).Payload!;
        Assert.Equal((2, second.Meta.RunId), (list.Count, Assert.Single(list.Runs).RunId));

        var shown = (await Run(new LogShowRequest { Run = second.Meta.RunId })).Payload!;
        Assert.True(shown.HashHolds);
        Assert.Equal(second.Meta.RunId, (string?)shown.Record["run_id"]);
        Assert.Equal(1, (await Run(new LogShowRequest { Run = "1" })).Payload!.Record["seq"]!.GetValue<long>());

        var head = (await Run(new LogHeadRequest())).Payload!;
        Assert.Equal(head.Head.ToString(), Assert.IsType<Heck.Contracts.Reports.Verbatim>(Assert.Single(head.ToReport().Blocks)).Text);
        var verified = await Run(new LogVerifyRequest { ExpectHead = head.Head.ToString() });
        Assert.Equal(ExitCode.Done, verified.Exit);
        Assert.True(verified.Payload!.Verdicts.Anchored.Ok);
        Assert.NotEmpty(verified.Payload.NotProven);
    }

    [Fact]
    public async Task A_changed_record_is_a_problem_found()
    {
        await Run(new InitRequest());
        var file = Directory.EnumerateFiles(_repository.Layout.RunLogFolder, "*.jsonl").Single();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Token)).Replace("\"cmd\":\"init\"", "\"cmd\":\"edit\"", StringComparison.Ordinal), Token);
        var verified = await Run(new LogVerifyRequest());
        Assert.Equal(ExitCode.ProblemsFound, verified.Exit);
        Assert.False(verified.Payload!.Verdicts.Integrity.Ok);
        Assert.False((await Run(new LogShowRequest { Run = "1" })).Payload!.HashHolds);
    }

    [Fact]
    public async Task A_folder_without_log_is_verified_without_making_one()
    {
        Assert.Equal(ExitCode.Done, (await Run(new LogVerifyRequest())).Exit);
        Assert.Equal(ExitCode.ProblemsFound, (await Run(new LogVerifyRequest { ExpectHead = new string('a', 64) })).Exit);
        Assert.Equal(ErrorTable.LogNotFound.Code, (await Run(new LogShowRequest { Run = "nothing" })).Error!.Code);
        Assert.Equal(ErrorTable.RequestInvalid.Code, (await Run(new LogVerifyRequest { ExpectHead = "abc" })).Error!.Code);
        Assert.False(Directory.Exists(_repository.Layout.StateFolder));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<Envelope<TPayload>> Run<TPayload>(VerbRequest<TPayload> request)
        where TPayload : class, IPayload
    {
        var envelope = await new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root }).RunAsync(request, Token);
        await Envelopes.ValidAsync(envelope);
        return envelope;
    }
}
