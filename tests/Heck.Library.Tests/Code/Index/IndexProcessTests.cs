using Heck.Code.Index;
using Heck.Code.Index.Store;
using Heck.Contracts;
using Heck.Library.Tests.Runtime;

namespace Heck.Library.Tests.Code.Index;

/// <summary>The index under kills and under rivals, in processes of their own.</summary>
public sealed class IndexProcessTests : IDisposable
{
    private const int Files = 1200;

    private readonly TempRepository _repository = new();

    public IndexProcessTests()
    {
        for (var i = 0; i < Files; i++) _repository.Write($"src/m{i}.ts", $"import {{ f{i + 1} }} from './m{i + 1}';\nexport function f{i}() {{ return f{i + 1}(); }}\n");
    }

    public void Dispose() => _repository.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_killed_run_is_completed_by_the_next(int batches)
    {
        var child = ChildProcess.Start("index", _repository.Root);
        for (var i = 0; i < batches; i++) Assert.StartsWith("parse", await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await child.KillAsync();
        using var index = Refresh();
        Assert.InRange(index.Summary.Parsed, 0, Files - 1);
        AssertWhole(index);
    }

    [Fact]
    public async Task Two_runs_at_once_do_no_harm()
    {
        var rivals = Enumerable.Range(0, 3).Select(_ => ChildProcess.Start("index", _repository.Root)).ToList();
        foreach (var rival in rivals)
        {
            await rival.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await rival.WaitForExitAsync(TestContext.Current.CancellationToken);
            Assert.Equal(0, rival.ExitCode);
            rival.Dispose();
        }

        using var index = Refresh();
        Assert.Equal(0, index.Summary.Parsed);
        AssertWhole(index);
    }

    [Fact]
    public void A_reader_sees_the_last_commit_while_a_writer_writes()
    {
        Refresh().Dispose();
        using var writer = IndexDatabase.Open(_repository.Layout.IndexFile);
        writer.Execute("BEGIN IMMEDIATE; DELETE FROM files");
        using var reader = IndexDatabase.Open(_repository.Layout.IndexFile);
        Assert.Equal(Files, reader["SELECT count(*) FROM files"].Number());
        writer.Execute("ROLLBACK");
    }

    private static void AssertWhole(CodeIndex index)
    {
        Assert.Equal(Files, index.Summary.Files);
        Assert.Empty(index.Verify(TimeProvider.System, TestContext.Current.CancellationToken));
    }

    private CodeIndex Refresh() => CodeIndex.Refresh(_repository.Layout, TimeProvider.System, new Progress<ProgressUpdate>(), full: false, TestContext.Current.CancellationToken);
}
