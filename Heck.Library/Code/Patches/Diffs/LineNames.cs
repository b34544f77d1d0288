namespace Heck.Code.Patches.Diffs;

/// <summary>Gives equal lines equal numbers, so that comparing lines is comparing numbers.</summary>
internal sealed class LineNames
{
    // By hash, then by bytes: the number of the first line with that hash, and further ones where hashes collide.
    private readonly Dictionary<int, List<(byte[] Line, int Name)>> _known = [];
    private int _count;

    public int[] Of(ByteLines lines)
    {
        var names = new int[lines.Count];
        for (var i = 0; i < names.Length; i++) names[i] = Of(lines[i]);
        return names;
    }

    private int Of(ReadOnlySpan<byte> line)
    {
        var hash = new HashCode();
        hash.AddBytes(line);
        var key = hash.ToHashCode();
        if (!_known.TryGetValue(key, out var bucket)) _known.Add(key, bucket = []);
        foreach (var (known, name) in bucket)
        {
            if (line.SequenceEqual(known)) return name;
        }

        bucket.Add((line.ToArray(), _count));
        return _count++;
    }
}
