using Heck.Code.Languages;

namespace Heck.Code.Index.Store;

/// <summary>
/// A file's references as bytes: for each name that occurs, its number in the file (as a difference), how often, and each place as a difference
/// with the role in the low bits. About two bytes a reference.
/// </summary>
internal static class OccurrenceCodec
{
    private const int RoleBits = 3;

    /// <summary>Writes references grouped by name; <paramref name="references"/> is left sorted by name and place.</summary>
    public static void Encode(List<ReferenceFact> references, List<byte> to)
    {
        references.Sort(static (a, b) => a.Name != b.Name ? a.Name.CompareTo(b.Name) : a.Start.CompareTo(b.Start));
        for (int i = 0, lastName = 0; i < references.Count;)
        {
            var name = references[i].Name;
            var end = i;
            while (end < references.Count && references[end].Name == name) end++;
            Varint.Write(to, (uint)(name - lastName));
            Varint.Write(to, (uint)(end - i));
            lastName = name;
            for (var lastStart = 0; i < end; i++)
            {
                Varint.Write(to, ((uint)(references[i].Start - lastStart) << RoleBits) | (uint)references[i].Role);
                lastStart = references[i].Start;
            }
        }
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
