using Heck.Code.Patches.Formats;

namespace Heck.Code.Patches.Diffs;

/// <summary>How much of a file is another one's, by git's count (diffcore-delta): bytes in pieces, a line or 64 bytes each, that both have.</summary>
internal sealed class Similarity
{
    /// <summary>All of it.</summary>
    public const int Most = 60_000;

    /// <summary>Half of it, from which on git takes a file for a renamed one.</summary>
    public const int LeastForRename = Most / 2;

    private const int LongestPiece = 64;
    private const uint HashBase = 107_927;

    private readonly Dictionary<uint, int> _bytesByPiece = [];
    private readonly int _size;

    public Similarity(ReadOnlySpan<byte> content)
    {
        _size = content.Length;
        var isText = !BinaryDiff.IsBinary(content);
        var (low, high, length) = (0u, 0u, 0);
        for (var i = 0; i < content.Length; i++)
        {
            var c = content[i];
            // Line ends of two kinds are the same to git here.
            if (isText && c == '\r' && i + 1 < content.Length && content[i + 1] == '\n') continue;
            (low, high) = ((low << 7) ^ (high >> 25), (high << 7) ^ (low >> 25));
            low += c;
            if (++length < LongestPiece && c != '\n') continue;
            Add(low, high, length);
            (low, high, length) = (0, 0, 0);
        }

        if (length > 0) Add(low, high, length);
    }

    /// <summary>From 0 to <see cref="Most"/>.</summary>
    public int ScoreTo(Similarity other)
    {
        var largest = Math.Max(_size, other._size);
        if (largest == 0) return 0;
        long common = 0;
        foreach (var (piece, bytes) in _bytesByPiece) common += Math.Min(bytes, other._bytesByPiece.GetValueOrDefault(piece));
        return (int)(common * Most / largest);
    }

    private void Add(uint low, uint high, int length)
    {
        var piece = unchecked(low + (high * 0x61)) % HashBase;
        _bytesByPiece[piece] = _bytesByPiece.GetValueOrDefault(piece) + length;
    }
}
