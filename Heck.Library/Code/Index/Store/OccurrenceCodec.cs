using Heck.Code.Languages;

namespace Heck.Code.Index.Store;

/// <summary>
/// A file's references as bytes: for each name that occurs, its number in the file (as a difference), how often, and each place as a difference
/// with the role in the low bits. About two bytes a reference.
/// </summary>
internal static class OccurrenceCodec
{
    private const int RoleBits = 3;

    private const int PlaceBits = 32 + RoleBits;

    /// <summary>Writes references grouped by name and in order of place.</summary>
    public static void Encode(List<ReferenceFact> references, List<byte> to)
    {
        var sorted = Sorted(references);
        for (int i = 0, lastName = 0; i < sorted.Length;)
        {
            var name = (int)(sorted[i] >> PlaceBits);
            var end = i;
            while (end < sorted.Length && (int)(sorted[end] >> PlaceBits) == name) end++;
            Varint.Write(to, (uint)(name - lastName));
            Varint.Write(to, (uint)(end - i));
            lastName = name;
            for (ulong lastStart = 0; i < end; i++)
            {
                var start = (sorted[i] >> RoleBits) & uint.MaxValue;
                Varint.Write(to, ((uint)(start - lastStart) << RoleBits) | (uint)(sorted[i] & ((1 << RoleBits) - 1)));
                lastStart = start;
            }
        }
    }

    /// <summary>Name, place and role packed into one number each, so that sorting needs no delegate.</summary>
    private static ulong[] Sorted(List<ReferenceFact> references)
    {
        var packed = new ulong[references.Count];
        for (var i = 0; i < packed.Length; i++)
            packed[i] = ((ulong)references[i].Name << PlaceBits) | ((ulong)references[i].Start << RoleBits) | (uint)references[i].Role;
        Array.Sort(packed);
        return packed;
    }

    /// <summary>The references of one name, in order of place.</summary>
    public static List<Occurrence> Decode(ReadOnlySpan<byte> places, int name) => [.. DecodeAll(places).Where(o => o.Name == name)];

    public static List<Occurrence> DecodeAll(ReadOnlySpan<byte> places)
    {
        var all = new List<Occurrence>();
        for (var name = 0; places.Length > 0;)
        {
            name += (int)Varint.Read(ref places);
            var count = Varint.Read(ref places);
            for (var start = 0; count > 0; count--)
            {
                var packed = Varint.Read(ref places);
                start += (int)(packed >> RoleBits);
                all.Add(new Occurrence(name, start, (ReferenceRole)(packed & ((1 << RoleBits) - 1))));
            }
        }

        return all;
    }
}
