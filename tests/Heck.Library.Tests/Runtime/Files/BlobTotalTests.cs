using Heck.Contracts;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Runtime.Files;

public sealed class BlobTotalTests : IDisposable
{
    private readonly TemporaryRepository _repository = new();

    public void Dispose() => _repository.Dispose();

    private long Total => new BlobTotal(_repository.Layout).Read();

    private long Counted => Directory.Exists(_repository.Layout.BlobFolder) ? new DirectoryInfo(_repository.Layout.BlobFolder).EnumerateFiles().Sum(file => file.Length) : 0;

    private string Note => Path.Combine(_repository.Layout.BlobWorkFolder, "total");

    [Fact]
    public void The_total_follows_what_is_put_and_deleted_without_counting()
    {
        Assert.Equal(0, Total);
        _repository.Keep("one");
        var kept = _repository.Keep("four");
        _repository.Keep("one");
        // What only the note can say.
        File.WriteAllText(Note, File.ReadAllText(Note).Replace("7 ", "8 ", StringComparison.Ordinal));
        Assert.Equal(8, Total);
        _repository.Keep("twelve");
        Assert.Equal(14, Total);
        using var held = _repository.Hold();
        Assert.Equal(9, _repository.Blobs.Delete(held, [kept]));
        Assert.Equal((9, 9), (Total, Counted));
    }

    [Fact]
    public void What_only_was_put_does_not_count_and_does_not_spoil_the_note()
    {
        _repository.Keep("one");
        var note = File.ReadAllText(Note);
        var blobs = _repository.Blobs;
        blobs.Put("another"u8);
        Assert.Equal((3, note), (Total, File.ReadAllText(Note)));
        blobs.Discard();
        Assert.Equal((3, note), (Total, File.ReadAllText(Note)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("99")]
    [InlineData("99 1 2 3\n")]
    [InlineData("-1 1 2 3\n")]
    [InlineData("\0\0\0\0\0\0")]
    public void A_note_that_is_torn_or_of_another_time_is_not_believed(string note)
    {
        _repository.Keep("one");
        File.WriteAllText(Note, note);
        Assert.Equal(3, Total);
        _repository.Keep("four");
        Assert.Equal(7, Total);
    }

    [Fact]
    public void A_note_that_lost_its_end_is_not_believed()
    {
        _repository.Keep("one");
        var note = File.ReadAllText(Note);
        for (var length = 0; length < note.Length; length++)
        {
            File.WriteAllText(Note, ("1" + note)[..(length + 1)]);
            Assert.Equal(3, Total);
        }
    }

    [Fact]
    public void A_blob_that_someone_deletes_or_adds_by_hand_is_noticed()
    {
        var hash = _repository.Keep("one");
        _repository.Keep("four");
        File.Delete(_repository.Blobs.PathOf(hash));
        Assert.Equal(4, Total);
        File.WriteAllText(_repository.Blobs.PathOf(ContentHash.Of("12345"u8)), "12345");
        Assert.Equal(9, Total);
    }
}
