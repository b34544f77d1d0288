using CsCheck;
using Heck.Code.Index;
using Heck.Code.Index.Store;
using Heck.Contracts;
using Heck.Tests.Shared;
using Heck.Verbs.Index;

namespace Heck.Library.Tests.Code.Index;

/// <summary>When a run may say that nothing changed without looking into the database, and when not.</summary>
public sealed class IndexSealTests : IDisposable
{
    /// <summary>So much later that what was just written can be trusted without waiting.</summary>
    private static readonly TimeProvider Later = new ShiftedClock(TimeSpan.FromMinutes(1));

    private readonly TempRepository _repository = new();

    public IndexSealTests()
    {
        _repository.Write("a.ts", "export function apple() {}\n");
        _repository.Write("b.min.js", "var pear = 1;\n");
    }

    private string Seal => Path.Combine(_repository.Layout.IndexFolder, "seal");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public void A_second_run_answers_what_the_first_one_did()
    {
        using var first = Refresh();
        using var second = Refresh();
        Assert.False(first.WasSealed);
        Assert.True(second.WasSealed);
        Assert.Equal(first.TreeHash, second.TreeHash);
        Assert.Equal((2, 1, 0, 2), (first.Summary.Files, first.Summary.Parsed, first.Summary.Unchanged, second.Summary.Unchanged));
        Assert.Equal(first.Summary.Skipped, second.Summary.Skipped);
        Assert.Equal(
            first.Summary with { Parsed = 0, Unchanged = 2, FromNothing = false, StagesMs = second.Summary.StagesMs, Skipped = second.Summary.Skipped, IsSettled = false },
            second.Summary);
        Assert.Single(second.Reader.SymbolsNamed("apple"));
    }

    [Fact]
    public void An_edit_of_equal_size_whose_time_was_put_back_is_seen()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells when a file was changed last in any way");
        var file = Path.Combine(_repository.Root, "a.ts");
        var time = File.GetLastWriteTimeUtc(file);
        Refresh().Dispose();
        UntilTheClockOfFilesGoesOn(file);
        File.WriteAllText(file, "export function peach() {}\n");
        File.SetLastWriteTimeUtc(file, time);
        using var second = Refresh();
        Assert.Equal((false, 1), (second.WasSealed, second.Summary.Parsed));
        Assert.Single(second.Reader.SymbolsNamed("peach"));
    }

    [Fact]
    public void A_file_written_in_the_tick_of_the_run_is_read_again()
    {
        var beforeTheFile = new ShiftedClock(TimeSpan.FromMinutes(-1));
        using (Refresh(beforeTheFile)) Assert.False(File.Exists(Seal));
        using var second = Refresh(beforeTheFile);
        Assert.False(second.WasSealed);
    }

    [Theory]
    [InlineData("new.md")]
    [InlineData(".gitignore")]
    public void What_the_walk_finds_counts(string added)
    {
        Refresh().Dispose();
        _repository.Write(added, "*.js\n");
        using var second = Refresh();
        Assert.False(second.WasSealed);
    }

    [Fact]
    public void Another_database_has_no_seal()
    {
        Refresh().Dispose();
        IndexDatabase.Renew(_repository.Layout.IndexFile).Dispose();
        using var second = Refresh();
        Assert.Equal((false, 1), (second.WasSealed, second.Summary.Parsed));
    }

    [Fact]
    public void What_stands_in_the_log_alone_is_not_sealed()
    {
        Refresh().Dispose();
        using var rival = IndexDatabase.Open(_repository.Layout.IndexFile);
        rival.Execute("UPDATE files SET recorded_ns = 0");
        using var second = Refresh();
        Assert.False(second.WasSealed);
    }

    [Fact]
    public void A_torn_seal_is_none()
    {
        Refresh().Dispose();
        var whole = File.ReadAllBytes(Seal);
        Gen.Int[0, whole.Length - 1].Select(Gen.Bool).Sample(
            (length, filled) =>
            {
                File.WriteAllBytes(Seal, filled ? [.. whole[..length], .. new byte[whole.Length - length]] : whole[..length]);
                using var index = Refresh();
                Assert.Equal(1, index.Summary.Symbols);
            },
            iter: 50, threads: 1);
    }

    [Fact]
    public async Task A_run_that_finds_nothing_to_do_leaves_no_record()
    {
        var engine = new HeckEngine(new HeckEngineOptions { WorkingDirectory = _repository.Root, Clock = Later });
        for (var run = 0; run < 3; run++) Assert.True((await engine.RunValidAsync(new IndexRequest(), TestContext.Current.CancellationToken)).Ok);
        Assert.Single(new Heck.Runtime.RunLogs.RunLog(_repository.Layout).ReadLines());
    }

    private CodeIndex Refresh(TimeProvider? clock = null) =>
        CodeIndex.Refresh(_repository.Layout, clock ?? Later, new Progress<ProgressUpdate>(), full: false, TestContext.Current.CancellationToken);

    private static void UntilTheClockOfFilesGoesOn(string file)
    {
        var probe = file + ".probe";
        var before = File.GetLastWriteTimeUtc(file);
        do File.WriteAllText(probe, "");
        while (File.GetLastWriteTimeUtc(probe) <= before);
        File.Delete(probe);
    }

    private sealed class ShiftedClock(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
