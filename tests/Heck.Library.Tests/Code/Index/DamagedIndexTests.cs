using CsCheck;
using Heck.Tests.Shared;
using Heck.Contracts;
using Heck.Verbs.Explain;
using Heck.Verbs.Index;
using Heck.Verbs.Search;

namespace Heck.Library.Tests.Code.Index;

/// <summary>Whatever happens to the bytes of an index, verbs answer: perhaps wrongly where nothing can tell, never with a defect.</summary>
public sealed class DamagedIndexTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public DamagedIndexTests()
    {
        for (var i = 0; i < 60; i++) _repository.Write($"m{i}.ts", $"import {{ f{i + 1} }} from './m{i + 1}';\n/** About {i}. */\nexport class C{i} {{ go{i}() {{ return f{i + 1}(); }} }}\nexport function f{i}() {{}}\n");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task Overwritten_bytes_lead_to_a_new_index_or_change_nothing_that_shows()
    {
        var engine = new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root });
        await engine.RunValidAsync(new IndexRequest(), TestContext.Current.CancellationToken);
        var whole = await File.ReadAllBytesAsync(_repository.Layout.IndexFile, TestContext.Current.CancellationToken);
        var hits = Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 400];
        await hits.SampleAsync(
            async overwritten =>
            {
                var bytes = whole.ToArray();
                foreach (var (at, value) in overwritten) bytes[at] = value;
                await File.WriteAllBytesAsync(_repository.Layout.IndexFile, bytes);
                Assert.NotEqual("internal", (await engine.RunValidAsync(new SearchRequest { Query = "go3" })).Error?.Code);
                Assert.NotEqual("internal", (await engine.RunValidAsync(new ExplainRequest { Target = "C7.go7", Commits = 0 })).Error?.Code);
                Assert.NotEqual("internal", (await engine.RunValidAsync(new IndexRequest { Verify = true })).Error?.Code);
            },
            iter: 25, threads: 1);
    }

    [Fact]
    public async Task A_verification_finds_what_was_tampered_with_and_a_full_run_mends_it()
    {
        var engine = new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root });
        await engine.RunValidAsync(new IndexRequest(), TestContext.Current.CancellationToken);
        using (var database = Heck.Code.Index.Store.IndexDatabase.Open(_repository.Layout.IndexFile)) database.Execute("UPDATE symbols SET line = 99 WHERE file = (SELECT id FROM files WHERE path = 'm3.ts')");
        var wrong = await engine.RunValidAsync(new IndexRequest { Verify = true }, TestContext.Current.CancellationToken);
        Assert.Equal(["m3.ts"], wrong.Payload!.Differences!.Select(d => d.Value));
        Assert.True(wrong.Payload.FoundProblems());
        var mended = await engine.RunValidAsync(new IndexRequest { Full = true, Verify = true }, TestContext.Current.CancellationToken);
        Assert.Empty(mended.Payload!.Differences!);
    }
}
