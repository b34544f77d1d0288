namespace Heck.Code.Index.Store;

/// <summary>Unsigned numbers in as few bytes as they need, seven bits a byte, low ones first (LEB128).</summary>
internal static class Varint
{
    public static void Write(List<byte> to, uint value)
    {
        for (; value >= 0x80; value >>= 7) to.Add((byte)(value | 0x80));
        to.Add((byte)value);
    }

    public static uint Read(ref ReadOnlySpan<byte> from)
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            if (from.IsEmpty) throw Damage.Found("a number ends early");
            var next = from[0];
            from = from[1..];
            value |= (uint)(next & 0x7F) << shift;
            if (next < 0x80) return value;
        }
    }
}
