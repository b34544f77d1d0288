using System.Buffers;

namespace Heck.Runtime.Processes;

/// <summary>Reads a stream to its end, so that the writer never blocks, and keeps its first bytes.</summary>
internal sealed class OutputDrain
{
    private readonly Stream _stream;
    private readonly int _limit;
    private readonly ArrayBufferWriter<byte> _kept = new();
    private long _total;

    public OutputDrain(Stream stream, int limit)
    {
        (_stream, _limit) = (stream, limit);
        Completion = ReadAsync();
    }

    public Task Completion { get; }

    /// <summary>What has come until now.</summary>
    public ProcessOutput Take()
    {
        lock (_kept) return new ProcessOutput(_kept.WrittenSpan.ToArray(), _total);
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[32 * 1024];
        try
        {
            for (int read; (read = await _stream.ReadAsync(buffer).ConfigureAwait(false)) > 0;) Keep(buffer.AsSpan(0, read));
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process object was let go while something outside the group held the pipe.
        }
    }

    private void Keep(ReadOnlySpan<byte> read)
    {
        lock (_kept)
        {
            _kept.Write(read[..(int)Math.Min(read.Length, _limit - _kept.WrittenCount)]);
            _total += read.Length;
        }
    }
}
