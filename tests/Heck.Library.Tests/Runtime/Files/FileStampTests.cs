using CsCheck;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Runtime.Files;

public class FileStampTests
{
    private const long Second = 1_000_000_000;

    [Fact]
    public void A_stamp_younger_than_a_tick_proves_nothing() => Gen.Select(Gen.Long[1, 4_000_000_000_000_000_000], Gen.Long[0, 15_000_000]).Sample((written, later) =>
    {
        var stamp = new FileStamp(1, written, written - Second, 1);
        return !stamp.IsTrusted(written + later) && stamp.IsTrusted(written + (3 * Second));
    });

    [Fact]
    public void A_later_ctime_counts_although_mtime_is_old() =>
        Assert.False(new FileStamp(1, 5, 100 * Second, 1).IsTrusted(100 * Second));

    [Fact]
    public void A_file_system_with_whole_seconds_is_given_two()
    {
        Assert.False(new FileStamp(1, 100 * Second, 100 * Second, 1).IsTrusted((101 * Second) + 1));
        Assert.True(new FileStamp(1, (100 * Second) + 1, (100 * Second) + 1, 1).IsTrusted((101 * Second) + 1));
    }

    [Fact]
    public void An_edit_of_the_same_size_with_its_mtime_put_back_changes_the_stamp()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a true ctime");
        using var repository = new TempRepository();
        repository.Write("file", "one");
        var path = Path.Combine(repository.Root, "file");
        repository.Shell("touch -d 2020-01-01 file");
        Assert.True(FileStamp.TryRead(path, out var before));
        SpinWait.SpinUntil(() => Touched(path) != before, TimeSpan.FromSeconds(10));
        Assert.Equal((before.Size, before.MtimeNs, before.Inode), (Touched(path).Size, Touched(path).MtimeNs, Touched(path).Inode));
        Assert.NotEqual(before.CtimeNs, Touched(path).CtimeNs);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("folder")]
    [InlineData("link")]
    public void Only_a_regular_file_has_a_stamp(string name)
    {
        using var repository = new TempRepository();
        repository.Write("folder/file");
        File.CreateSymbolicLink(Path.Combine(repository.Root, "link"), "folder/file");
        Assert.False(FileStamp.TryRead(Path.Combine(repository.Root, name), out _));
    }

    // Writes within one tick of the kernel's clock share a ctime; so it is written again until the clock has moved.
    private static FileStamp Touched(string path)
    {
        var mtime = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, "two");
        File.SetLastWriteTimeUtc(path, mtime);
        return FileStamp.TryRead(path, out var stamp) ? stamp : default;
    }
}
