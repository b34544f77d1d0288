using Heck.Code.Index;
using Heck.Code.Index.Store;
using Heck.Contracts;
using Heck.Library.Tests.Code.Languages.Oracles;
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
    public async Task After_random_edits_and_kills_the_index_is_what_a_new_one_would_be()
    {
        var random = new Random(20261124);
        for (var round = 0; round < (Corpus.IsLong ? 100 : 6); round++)
        {
            for (var i = 0; i < 40; i++) Edit(random);
            var child = ChildProcess.Start("index", _repository.Root);
            for (var lines = random.Next(3); lines > 0 && await child.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is not null;) lines--;
            await Task.Delay(random.Next(150), TestContext.Current.CancellationToken);
            await child.KillAsync();
            // Every other kill is followed by edits before anybody completes the index.
            if (round % 2 == 0) continue;
            using var index = Refresh();
            Assert.Null(index.Warning);
            Assert.Empty(index.Verify(TimeProvider.System, TestContext.Current.CancellationToken));
        }
    }

    private void Edit(Random random)
    {
        var path = $"src/m{random.Next(Files)}.ts";
        var full = Path.Combine(_repository.Root, path);
        switch (random.Next(7))
        {
            case 0: File.Delete(full); break;
            case 1 when File.Exists(full): File.Move(full, Path.Combine(_repository.Root, $"src/m{random.Next(Files)}.ts"), overwrite: true); break;
            case 2 when File.Exists(full) && !OperatingSystem.IsWindows(): File.SetUnixFileMode(full, File.GetUnixFileMode(full) ^ UnixFileMode.UserExecute); break;
            case 3: _repository.Write(random.Next(2) == 0 ? ".gitignore" : "src/.heckignore", $"m{random.Next(10)}*.ts\n!m{random.Next(100)}.ts\n"); break;
            case 4: _repository.Write(path, $"export {{ f{random.Next(Files)} }} from './m{random.Next(Files)}';\nexport class C{random.Next(9)} {{ go() {{\n"); break;
            default: _repository.Write(path, $"import {{ f1 as g }} from './m{random.Next(Files)}';\n/** {random.Next()} */\nexport function f{random.Next(Files)}() {{ g(); }}\n"); break;
        }
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
