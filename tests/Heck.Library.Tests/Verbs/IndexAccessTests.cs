using Heck.Code.Index;
using Heck.Code.Index.Store;
using Heck.Contracts;
using Heck.Verbs;
using Heck.Verbs.Pipeline;
using Heck.Verbs.Search;

namespace Heck.Library.Tests.Verbs;

/// <summary>What becomes of a question that fails: on a sound index it is a defect and told at once, on a damaged one it is asked again.</summary>
public sealed class IndexAccessTests : IDisposable
{
    private readonly TempRepository _repository = new();
    private readonly VerbContext _context;
    private int _asked;

    public IndexAccessTests()
    {
        _repository.Write("a.ts", "export function apple() {}\n");
        _context = new VerbContext(_repository.Layout, new HeckEngineOptions { WorkingDirectory = _repository.Root }, new SearchRequest { Query = "apple" }, "search", "run");
    }

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_defect_fails_at_once()
    {
        await Assert.ThrowsAsync<InvalidOperationException>(() => AskAsync(_ => throw new InvalidOperationException()));
        Assert.Equal(1, _asked);
        Assert.Empty(_context.Warnings);
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_no_damage()
    {
        Tamper();
        await Assert.ThrowsAsync<IOException>(() => AskAsync(_ => throw new IOException()));
        Assert.Equal(1, _asked);
    }

    [Fact]
    public async Task A_row_that_breaks_its_reader_leads_to_a_new_index_and_a_warning()
    {
        Tamper();
        Assert.Equal(1, await AskAsync(index => new[] { 0, 1 }[index.Reader.SymbolsNamed("apple")[0].Line]));
        Assert.Equal(2, _asked);
        Assert.Contains("IndexOutOfRangeException", Assert.Single(_context.Warnings), StringComparison.Ordinal);
    }

    private void Tamper()
    {
        using (_context.OpenIndex(TestContext.Current.CancellationToken))
        {
        }

        using var database = IndexDatabase.Open(_repository.Layout.IndexFile);
        database.Execute("UPDATE symbols SET line = 99");
    }

    private Task<int> AskAsync(Func<CodeIndex, int> ask) => _context.AskIndexAsync(
        index =>
        {
            _asked++;
            return Task.FromResult(ask(index));
        },
        TestContext.Current.CancellationToken);
}
