using Heck.Contracts;
using Heck.Contracts.Envelopes;
using Heck.Tests.Shared;
using Heck.Verbs.Index;

namespace Heck.Library.Tests.Verbs.Index;

/// <summary>Where the files go that a run of the indexer is asked for.</summary>
public sealed class IndexVerbTests : IDisposable
{
    private readonly TempRepository _repository = new();

    public IndexVerbTests() => _repository.Write("a.ts", "export function apple() {}\n");

    public void Dispose() => _repository.Dispose();

    [Fact]
    public async Task A_dash_sends_an_export_to_standard_output_and_leaves_that_alone_otherwise()
    {
        var stdout = new MemoryStream();
        var envelope = await RunAsync(new IndexRequest { Export = "-" }, stdout);
        Assert.Equal("-", envelope.Payload!.Export);
        Assert.Equal("{\"path\":\"a.ts\",\"line\":1,\"column\":17,\"end_line\":1,\"kind\":\"function\",\"name\":\"apple\",\"exported\":true}\n", System.Text.Encoding.UTF8.GetString(stdout.ToArray()));
        Assert.Empty(envelope.Payload.ToReport().Blocks);
        Assert.False(File.Exists(Path.Combine(_repository.Root, "-")));
    }

    [Fact]
    public async Task A_dash_is_refused_where_standard_output_holds_the_envelope()
    {
        var error = (await RunAsync(new IndexRequest { Map = "-" }, stdout: null)).Error!;
        Assert.Equal("request.invalid", error.Code);
        Assert.Contains("'-'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Standard_output_takes_one_document()
    {
        var stdout = new MemoryStream();
        Assert.Equal("request.invalid", (await RunAsync(new IndexRequest { Export = "-", Map = "-" }, stdout)).Error!.Code);
        Assert.Equal(0, stdout.Length);
    }

    [Fact]
    public async Task What_is_no_plain_file_is_written_through_and_never_replaced()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "makes a pipe by mkfifo");
        _repository.Shell("mkfifo pipe");
        var pipe = Path.Combine(_repository.Root, "pipe");
        var elsewhere = Directory.CreateTempSubdirectory("heck-elsewhere-");
        var moved = Path.Combine(elsewhere.FullName, "pipe");
        File.Move(pipe, moved);
        // Opening waits for the writer.
        var reading = Task.Run(() => File.ReadAllText(moved), TestContext.Current.CancellationToken);
        var envelope = await RunAsync(new IndexRequest { Export = moved }, stdout: null);
        Assert.True(envelope.Ok, envelope.Error?.Message);
        Assert.Contains("apple", await reading, StringComparison.Ordinal);
        elsewhere.Delete(recursive: true);
    }

    [Theory]
    [InlineData("..")]
    [InlineData("")]
    public async Task A_folder_is_no_place_for_a_file(string folder)
    {
        var error = (await RunAsync(new IndexRequest { Export = folder }, stdout: null)).Error!;
        Assert.Equal("request.invalid", error.Code);
        Assert.Contains("is a folder", error.Message, StringComparison.Ordinal);
    }

    private Task<Envelope<IndexPayload>> RunAsync(IndexRequest request, MemoryStream? stdout) => new HeckEngine(new HeckEngineOptions
    {
        WorkingDirectory = _repository.Root,
        Output = stdout is null ? null : () => stdout,
    }).RunValidAsync(request, TestContext.Current.CancellationToken);
}
