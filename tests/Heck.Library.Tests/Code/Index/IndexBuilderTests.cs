using Heck.Code.Index.Building;
using Heck.Code.Index.Store;
using Heck.Contracts;

namespace Heck.Library.Tests.Code.Index;

public sealed class IndexBuilderTests : IDisposable
{
    private static readonly RepoPath A = RepoPath.Parse("a.tiny");
    private static readonly RepoPath B = RepoPath.Parse("b.tiny");

    private readonly IndexedTree _tree = new IndexedTree().With("a.tiny", "def apple\nuse pear\n").With("b.tiny", "import a.tiny\nuse apple\nuse apple\n");

    public void Dispose() => _tree.Dispose();

    [Fact]
    public void A_first_run_holds_what_the_files_say()
    {
        var summary = _tree.Build();
        Assert.Equal((2, 2, 0, 1L, 3L), (summary.Files, summary.Parsed, summary.Unchanged, summary.Symbols, summary.References));
        var apple = Assert.Single(_tree.Reader.SymbolsNamed("apple"));
        Assert.Equal((A, 1, 5, "def apple", "about apple"), (apple.Path, apple.Line, apple.Column, _tree.Reader.TextsOf(apple).Signature, _tree.Reader.TextsOf(apple).Doc));
        var uses = Assert.Single(_tree.Reader.UsesOf("apple"));
        Assert.Equal((B, "18 28"), (uses.Path, string.Join(' ', uses.Uses.Select(u => u.Start))));
        Assert.Equal([B], _tree.Reader.ImportersOf(A));
    }

    [Fact]
    public void A_second_run_parses_nothing()
    {
        _tree.Build();
        var again = _tree.Build();
        Assert.Equal((0, 2, 0), (again.Parsed, again.Files, again.Removed));
    }

    [Fact]
    public void An_edit_of_the_same_size_with_its_time_put_back_is_seen()
    {
        var file = Path.Combine(_tree.Layout.Root, "a.tiny");
        File.SetLastWriteTimeUtc(file, new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        _tree.Build();
        var time = File.GetLastWriteTimeUtc(file);
        File.WriteAllText(file, "def grape\nuse pear\n");
        File.SetLastWriteTimeUtc(file, time);
        Assert.Equal(1, _tree.Build().Parsed);
        Assert.Single(_tree.Reader.SymbolsNamed("grape"));
    }

    [Fact]
    public void A_touched_file_is_hashed_and_not_parsed()
    {
        _tree.Build();
        File.SetLastWriteTimeUtc(Path.Combine(_tree.Layout.Root, "a.tiny"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(0, _tree.Build().Parsed);
    }

    [Fact]
    public void The_configured_size_decides_what_is_oversized_and_a_change_of_it_is_noticed()
    {
        _tree.With(".heck/config.json", """{"index": {"max_file_bytes": 20}}""");
        Assert.Equal([new LeftOut("b.tiny", "oversized")], _tree.Build().Skipped);
        _tree.With(".heck/config.json", "{}");
        Assert.Empty(_tree.Build().Skipped);
        Assert.Empty(_tree.Differences());
    }

    [Fact]
    public void A_full_run_parses_everything_and_says_the_same()
    {
        _tree.Build();
        Assert.Equal(2, _tree.Build(full: true).Parsed);
        Assert.Empty(_tree.Differences());
    }

    [Fact]
    public void A_deleted_file_disappears_with_what_it_said()
    {
        _tree.Build();
        File.Delete(Path.Combine(_tree.Layout.Root, "a.tiny"));
        Assert.Equal(1, _tree.Build().Removed);
        Assert.Empty(_tree.Reader.SymbolsNamed("apple"));
        Assert.Empty(_tree.Reader.FilesWithWord("pear"));
        Assert.Empty(Assert.Single(_tree.Reader.ImportsOf(B)).Targets);
    }

    [Fact]
    public void A_new_file_is_found_by_imports_that_were_there_before()
    {
        _tree.With("c.tiny", "import d.tiny\n").Build();
        _tree.With("d.tiny", "def damson\n").Build();
        Assert.Equal([RepoPath.Parse("c.tiny")], _tree.Reader.ImportersOf(RepoPath.Parse("d.tiny")));
    }

    [Fact]
    public void Imports_are_resolved_again_when_a_manifest_changes()
    {
        _tree.With("sub/a.tiny", "def apricot\n").With("prefix.txt", "").Build();
        _tree.With("prefix.txt", "sub/").Build();
        Assert.Equal([B], _tree.Reader.ImportersOf(RepoPath.Parse("sub/a.tiny")));
        Assert.Empty(_tree.Reader.ImportersOf(A));
    }

    [Fact]
    public void What_cannot_be_read_as_text_is_listed_and_stops_nothing()
    {
        _tree.With("big.tiny", new string('x', 5 << 20)).With("yarn.lock", "pinned\n");
        File.WriteAllBytes(Path.Combine(_tree.Layout.Root, "image.tiny"), [0, 1, 2]);
        File.WriteAllBytes(Path.Combine(_tree.Layout.Root, "latin.tiny"), [(byte)'d', 0xE9, (byte)'\n']);
        var summary = _tree.Build();
        Assert.Equal(
            [new LeftOut("big.tiny", "oversized"), new LeftOut("image.tiny", "binary"), new LeftOut("latin.tiny", "undecodable"), new LeftOut("yarn.lock", "lock_file")], summary.Skipped);
        Assert.Equal(2, summary.Parsed);
        Assert.Single(_tree.Reader.FilesWithWord("pinned"));
    }

    [Fact]
    public void Errors_in_a_file_are_counted_and_the_rest_of_it_is_kept()
    {
        var summary = _tree.With("c.tiny", "what is this\ndef cherry\n").Build();
        Assert.Equal(1, summary.ParseErrors);
        Assert.Single(_tree.Reader.SymbolsNamed("cherry"));
    }

    [Theory]
    [InlineData("not a database at all, but long enough to have a header of sorts, which SQLite reads first and finds wrong")]
    [InlineData("")]
    public void A_damaged_index_is_built_anew(string content)
    {
        Directory.CreateDirectory(_tree.Layout.IndexFolder);
        File.WriteAllText(_tree.Layout.IndexFile, content);
        Assert.Equal(content.Length > 0, _tree.Database.Warning is not null);
        Assert.Equal(2, _tree.Build().Parsed);
    }

    [Fact]
    public void An_index_of_another_version_is_built_anew()
    {
        using (var old = IndexDatabase.Open(_tree.Layout.IndexFile)) old.Execute("PRAGMA user_version = 999; CREATE TABLE other(x)");
        Assert.Contains("another version", _tree.Database.Warning, StringComparison.Ordinal);
        Assert.Equal(2, _tree.Build().Parsed);
    }

    [Fact]
    public void A_stopped_run_keeps_what_it_committed_and_the_next_one_goes_on()
    {
        for (var i = 0; i < 800; i++) _tree.With($"many/{i}.tiny", $"def name{i}\n");
        using var stop = new CancellationTokenSource();
        var progress = new StopAfterFirstBatch(stop);
        Assert.ThrowsAny<OperationCanceledException>(() => new Heck.Code.Index.Building.IndexBuilder(_tree.Layout, _tree.Database, TimeProvider.System, progress) { LanguageOf = TinyLanguage.Of }
            .Build(full: false, stop.Token));
        var parsed = _tree.Build().Parsed;
        Assert.InRange(parsed, 1, 801);
        Assert.Empty(_tree.Differences());
    }

    private sealed class StopAfterFirstBatch(CancellationTokenSource stop) : IProgress<ProgressUpdate>
    {
        public void Report(ProgressUpdate value) => stop.Cancel();
    }
}
