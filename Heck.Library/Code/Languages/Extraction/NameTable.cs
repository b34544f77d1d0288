using System.Buffers.Binary;
using System.Numerics;
using System.Text;

namespace Heck.Code.Languages.Extraction;

/// <summary>
/// Gives each name of a file its number without making a string for each use: a name becomes a string once in the life of the table,
/// which a worker keeps for all its files.
/// </summary>
internal sealed class NameTable
{
    // Past this the names of earlier files are forgotten, so that a worker's memory does not grow with the repository.
    private const int MaxPoolBytes = 4 << 20;
    private const int InitialBuckets = 1 << 12;

    private int[] _buckets = new int[InitialBuckets];
    private Entry[] _entries = new Entry[InitialBuckets / 2];
    private byte[] _pool = new byte[1 << 16];
    private int _count;
    private int _poolUsed;
    private int _file;
    private List<string> _names = [];

    /// <summary>Starts a file, whose names go to <paramref name="names"/>.</summary>
    public void Begin(List<string> names)
    {
        if (_poolUsed > MaxPoolBytes) Forget();
        _names = names;
        _file++;
    }

    /// <summary>The index of the name in the file's list.</summary>
    public int Intern(ReadOnlySpan<byte> name)
    {
        var hash = Hash(name);
        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        for (var i = bucket - 1; i >= 0; i = _entries[i].Next - 1)
        {
            ref var entry = ref _entries[i];
            if (entry.Hash == hash && _pool.AsSpan(entry.Start, entry.Length).SequenceEqual(name)) return NumberOf(ref entry);
        }

        return NumberOf(ref Add(name, hash));
    }

    private int NumberOf(ref Entry entry)
    {
        if (entry.File == _file) return entry.Number;
        entry.File = _file;
        entry.Number = _names.Count;
        _names.Add(entry.Text);
        return entry.Number;
    }

    private ref Entry Add(ReadOnlySpan<byte> name, uint hash)
    {
        if (_count == _entries.Length) Grow();
        if (_poolUsed + name.Length > _pool.Length) Array.Resize(ref _pool, Math.Max(_pool.Length * 2, _poolUsed + name.Length));
        name.CopyTo(_pool.AsSpan(_poolUsed));
        ref var bucket = ref _buckets[hash & (uint)(_buckets.Length - 1)];
        _entries[_count] = new Entry { Hash = hash, Start = _poolUsed, Length = name.Length, Next = bucket, Text = Encoding.UTF8.GetString(name) };
        bucket = ++_count;
        _poolUsed += name.Length;
        return ref _entries[_count - 1];
    }

    private void Grow()
    {
        Array.Resize(ref _entries, _entries.Length * 2);
        _buckets = new int[_entries.Length * 2];
        for (var i = 0; i < _count; i++)
        {
            ref var bucket = ref _buckets[_entries[i].Hash & (uint)(_buckets.Length - 1)];
            _entries[i].Next = bucket;
            bucket = i + 1;
        }
    }

    private void Forget()
    {
        Array.Clear(_buckets);
        Array.Clear(_entries);
        _count = _poolUsed = 0;
    }

    private static uint Hash(ReadOnlySpan<byte> name)
    {
        var hash = (ulong)name.Length * 0x9E3779B97F4A7C15;
        for (; name.Length >= 8; name = name[8..]) hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(name));
        ulong rest = 0;
        foreach (var b in name) rest = (rest << 8) | b;
        hash = Mix(hash ^ rest);
        return (uint)(hash >> 32);
    }

    private static ulong Mix(ulong value) => BitOperations.RotateLeft(value * 0xD6E8FEB86659FD93, 29) * 0x9E3779B97F4A7C15;

    private struct Entry
    {
        public uint Hash;
        public int Start;
        public int Length;
        public int Next;
        public int File;
        public int Number;
        public string Text;
    }
}
