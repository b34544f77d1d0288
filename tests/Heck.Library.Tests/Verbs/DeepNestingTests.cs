using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Contracts.Requests;
using Heck.Verbs.Explain;
using Heck.Verbs.Index;
using Heck.Verbs.RefactorRename;
using Heck.Verbs.RefactorReplace;

namespace Heck.Library.Tests.Verbs;

/// <summary>A file that nests without end is named and left out, whatever is asked; the process lives.</summary>
public sealed class DeepNestingTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public static TheoryData<string, string, string, string> Sources => new()
    {
        { "cs", "class Good { void Target() { } }", "class Bad { void M() { Target(); var x = ", "(" },
        { "cs", "class Good { void Target() { } }", "class Bad { void M() { Target(); var x = a", "?.b" },
        { "cs", "class Good { void Target() { } }", "class Bad { void M() { Target(); var x = ", "!" },
        { "ts", "export function Target() { }", "Target(); const x = ", "!" },
        { "js", "export function Target() { }", "Target(); const x = ", "a => " },
        { "py", "def Target(): pass", "Target(); x = ", "not " },
        { "go", "package a\n\nfunc Target() { }", "package a\n\nfunc bad() { Target(); x := ", "!" },
        { "go", "package a\n\nfunc Target() { }", "package a\n\nfunc bad() { Target() }\n\nvar a ", "*" },
    };

    public void Dispose() => _repository.Dispose();

    [Theory]
    [MemberData(nameof(Sources))]
    public async Task Is_named_and_left_out(string extension, string good, string bad, string repeated)
    {
        _repository.Write("good." + extension, good + "\n");
        // Blank lines, since a file of few and long ones passes for minified.
        _repository.Write("bad." + extension, bad + string.Concat(Enumerable.Repeat(repeated, 30_000)) + "b" + new string('\n', 10_000));
        Assert.Contains((await AnswerAsync(new IndexRequest())).Skipped, s => s.Path.ToString() == "bad." + extension && s.Reason == "nested_too_deeply");
        Assert.Equal("Target", (await AnswerAsync(new ExplainRequest { Target = "Target" })).Symbol!.Name);
        var replaced = await AnswerAsync(new RefactorReplaceRequest { Pattern = "Target()", Rewrite = "Other()", Lang = extension == "cs" ? "csharp" : extension, DryRun = true });
        Assert.Contains(replaced.Files.Skipped, s => s.Path.ToString() == "bad." + extension);
        var renamed = await RunAsync(new RefactorRenameRequest { Target = "Target", New = "Other", DryRun = true });
        Assert.Equal("refactor.unknown_occurrences", renamed.Error?.Code);
        Assert.Contains("bad." + extension, renamed.Error!.Message, StringComparison.Ordinal);
    }

    private async Task<T> AnswerAsync<T>(VerbRequest<T> request)
        where T : class, IPayload
    {
        var envelope = await RunAsync(request);
        Assert.True(envelope.Ok, envelope.Error?.Message);
        return envelope.Payload!;
    }

    private Task<Envelope<T>> RunAsync<T>(VerbRequest<T> request)
        where T : class, IPayload =>
        new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root }).RunValidAsync(request, TestContext.Current.CancellationToken);
}
