using System.Text.Json.Nodes;
using Heck.Contracts.Errors;
using Heck.Tests.Shared;
using Heck.Verbs.Schema;
using Heck.Verbs.Status;

namespace Heck.Library.Tests.Verbs.Pipeline;

public sealed class VerbPipelineTests
{
    private static readonly CancellationToken Ct = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_typed_request_and_a_bound_object_give_the_same_envelope()
    {
        var engine = new HeckEngine();
        var typed = await Envelopes.ValidAsync(await engine.RunAsync(new StatusRequest(), Ct));
        var bound = await Envelopes.ValidAsync(await engine.RunAsync("status", [], Ct));
        Assert.Equal(typed.GetProperty("payload").ToString(), bound.GetProperty("payload").ToString());
        Assert.Equal(typed.GetProperty("meta").GetProperty("root").ToString(), bound.GetProperty("meta").GetProperty("root").ToString());
    }

    [Theory]
    [InlineData("""{"unknown": 1}""", "unknown")]
    [InlineData("""{"dry_run": "yes"}""", "dry_run")]
    [InlineData("""{"dry_run": null}""", "dry_run")]
    [InlineData("""{"wait": "soon"}""", "'soon'")]
    [InlineData("""{"latency": "9000h"}""", "'9000h'")]
    public async Task A_request_that_does_not_fit_names_the_member(string arguments, string member)
    {
        var envelope = await new HeckEngine().RunAsync("status", JsonNode.Parse(arguments)!.AsObject(), Ct);
        Assert.Equal("request.invalid", envelope.Error!.Code);
        Assert.Equal(ExitCode.BadRequest, envelope.Exit);
        Assert.Contains(member, envelope.Error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", envelope.Error.Message, StringComparison.Ordinal);
        await Envelopes.ValidAsync(envelope);
    }

    [Fact]
    public async Task An_unknown_verb_is_a_failed_envelope()
    {
        var envelope = await new HeckEngine().RunAsync("nope", [], Ct);
        Assert.Equal("request.unknown_verb", envelope.Error!.Code);
        Assert.False(envelope.Ok);
    }

    [Fact]
    public async Task A_missing_folder_is_named()
    {
        var envelope = await new HeckEngine().RunAsync(new StatusRequest { Repo = "/no/such/folder" }, Ct);
        Assert.Equal("repo.not_found", envelope.Error!.Code);
        Assert.Contains("/no/such/folder", envelope.Error.Message, StringComparison.Ordinal);
        await Envelopes.ValidAsync(envelope);
    }

    [Fact]
    public async Task Every_verb_prints_schemas_that_its_own_envelope_fits()
    {
        var envelope = await new HeckEngine().RunAsync(new SchemaRequest { Verb = ["status"] }, Ct);
        await Envelopes.ValidAsync(envelope);
        Assert.Equal("https://json-schema.org/draft/2020-12/schema", (string?)envelope.Payload!.Request["$schema"]);
    }
}
