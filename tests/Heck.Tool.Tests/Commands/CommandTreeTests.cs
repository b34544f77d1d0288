using Heck.Tool.Commands;

namespace Heck.Tool.Tests.Commands;

public sealed class CommandTreeTests
{
    [Theory]
    [InlineData("status", "status", "{}")]
    [InlineData("status --repo x --dry-run", "status", """{"repo":"x","dry_run":true}""")]
    [InlineData("--repo x status", "status", """{"repo":"x"}""")]
    [InlineData("schema patch apply", "schema", """{"verb":["patch","apply"]}""")]
    [InlineData("completions bash --cost 0.25", "completions", """{"shell":"bash","cost":0.25}""")]
    public async Task A_command_line_becomes_a_request(string line, string verb, string request)
    {
        var call = await ReadAsync(line);
        Assert.Null(call.Failure);
        Assert.Equal(verb, call.Verb);
        Assert.Equal(request, call.Arguments.ToJsonString());
    }

    [Theory]
    [InlineData("--json status", true, false)]
    [InlineData("status --json --quiet", true, true)]
    [InlineData("status", false, false)]
    public async Task Output_options_stand_before_or_after_the_verb(string line, bool json, bool quiet)
    {
        var call = await ReadAsync(line);
        Assert.Equal((json, quiet), (call.Output.Json, call.Output.Quiet));
    }

    [Theory]
    [InlineData("nope", "'nope'")]
    [InlineData("status --nope", "'--nope'")]
    [InlineData("schema", "schema")]
    [InlineData("--json", "verb is missing")]
    [InlineData("status extra", "'extra'")]
    public async Task What_cannot_be_read_is_said_with_the_word_at_fault(string line, string word)
    {
        var call = await ReadAsync(line);
        Assert.Contains(word, call.Failure, StringComparison.Ordinal);
    }

    private static async Task<VerbCall> ReadAsync(string line)
    {
        VerbCall? seen = null;
        await new CommandTree(line.Split(' ')).InvokeAsync(call =>
        {
            seen = call;
            return Task.FromResult(0);
        });
        return seen!;
    }
}
