using System.Buffers.Binary;
using System.Text;

namespace Heck.Code.Patches.Formats;

/// <summary>Five characters for four bytes, with git's alphabet (that of RFC 1924).</summary>
internal static class GitBase85
{
    private const string Alphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~";
    private const int Group = 4;
    private const int GroupCharacters = 5;

    /// <summary>The last group is filled with zeros; the length stands elsewhere.</summary>
    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        Span<char> characters = stackalloc char[GroupCharacters];
        Span<byte> group = stackalloc byte[Group];
        for (; bytes.Length > 0; bytes = bytes[Math.Min(Group, bytes.Length)..])
        {
            group.Clear();
            bytes[..Math.Min(Group, bytes.Length)].CopyTo(group);
            var value = BinaryPrimitives.ReadUInt32BigEndian(group);
            for (var i = GroupCharacters - 1; i >= 0; i--, value /= (uint)Alphabet.Length) characters[i] = Alphabet[(int)(value % Alphabet.Length)];
            text.Append(characters);
        }

        return text.ToString();
    }

    public static byte[]? TryDecode(ReadOnlySpan<char> text, int length)
    {
        if (text.Length != (length + Group - 1) / Group * GroupCharacters) return null;
        var bytes = new byte[text.Length / GroupCharacters * Group];
        for (var i = 0; i < text.Length; i += GroupCharacters)
        {
            ulong value = 0;
            foreach (var c in text.Slice(i, GroupCharacters))
            {
                if (Alphabet.IndexOf(c, StringComparison.Ordinal) is not (>= 0 and var digit)) return null;
                value = (value * (ulong)Alphabet.Length) + (ulong)digit;
            }

            if (value > uint.MaxValue) return null;
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(i / GroupCharacters * Group), (uint)value);
        }

        return bytes[..length];
    }
}
