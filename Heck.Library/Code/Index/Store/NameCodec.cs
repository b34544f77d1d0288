using System.Buffers.Binary;

namespace Heck.Code.Index.Store;

/// <summary>A file's names as ids of the dictionary, three bytes each, so that one can be looked at without those before it.</summary>
internal static class NameCodec
{
    private const int Width = 3;

    private const long Most = (1L << (8 * Width)) - 1;

    public static void Add(List<byte> to, long id)
    {
        if (id is < 0 or > Most) throw new InvalidOperationException($"Name {id} does not fit in {Width} bytes.");
        to.AddRange([(byte)id, (byte)(id >> 8), (byte)(id >> 16)]);
    }

    public static int Count(ReadOnlySpan<byte> names) => names.Length / Width;

    public static long At(ReadOnlySpan<byte> names, int index)
    {
        if ((uint)index >= Count(names)) throw Damage.Found("a file has fewer names than it uses");
        var id = names.Slice(index * Width, Width);
        return BinaryPrimitives.ReadUInt16LittleEndian(id) | ((long)id[2] << 16);
    }

    /// <summary>The number that an id has in the file; -1 when the file does not hold the name.</summary>
    public static int IndexOf(ReadOnlySpan<byte> names, long id)
    {
        for (var i = 0; i < Count(names); i++)
        {
            if (At(names, i) == id) return i;
        }

        return -1;
    }
}
