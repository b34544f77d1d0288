using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Heck.Contracts;

/// <summary>
/// The SHA-256 of some bytes; written as 64 lower-case hexadecimal digits. The default value is 32 zero bytes and stands for "no content".
/// Immutable and safe to share between threads.
/// </summary>
[JsonConverter(typeof(ContentHashConverter))]
public readonly record struct ContentHash : IComparable<ContentHash>
{
    private readonly ulong _a;
    private readonly ulong _b;
    private readonly ulong _c;
    private readonly ulong _d;

    private ContentHash(ReadOnlySpan<byte> digest)
    {
        _a = BinaryPrimitives.ReadUInt64BigEndian(digest);
        _b = BinaryPrimitives.ReadUInt64BigEndian(digest[8..]);
        _c = BinaryPrimitives.ReadUInt64BigEndian(digest[16..]);
        _d = BinaryPrimitives.ReadUInt64BigEndian(digest[24..]);
    }

    /// <summary>The number of bytes of a hash: 32.</summary>
    public const int Size = 32;

    /// <summary>Hashes the bytes given.</summary>
    public static ContentHash Of(ReadOnlySpan<byte> content)
    {
        Span<byte> digest = stackalloc byte[Size];
        SHA256.HashData(content, digest);
        return new ContentHash(digest);
    }

    /// <summary>Takes 32 digest bytes as they are.</summary>
    /// <exception cref="ArgumentException">There are not exactly 32 bytes.</exception>
    public static ContentHash FromBytes(ReadOnlySpan<byte> digest) => digest.Length == Size
        ? new ContentHash(digest)
        : throw new ArgumentException($"A content hash has {Size} bytes, not {digest.Length}.", nameof(digest));

    /// <summary>Reads 64 hexadecimal digits.</summary>
    /// <returns>False when <paramref name="text"/> is anything else.</returns>
    public static bool TryParse(string? text, out ContentHash hash)
    {
        hash = default;
        Span<byte> digest = stackalloc byte[Size];
        if (text is not { Length: Size * 2 }
            || Convert.FromHexString(text, digest, out _, out _) != System.Buffers.OperationStatus.Done) return false;
        hash = new ContentHash(digest);
        return true;
    }

    /// <summary>Writes the 32 bytes.</summary>
    public void CopyTo(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, _a);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], _b);
        BinaryPrimitives.WriteUInt64BigEndian(destination[16..], _c);
        BinaryPrimitives.WriteUInt64BigEndian(destination[24..], _d);
    }

    /// <summary>The first 12 digits, for people.</summary>
    public string Short => ToString()[..12];

    /// <inheritdoc/>
    public int CompareTo(ContentHash other) => string.CompareOrdinal(ToString(), other.ToString());

    /// <summary>64 lower-case hexadecimal digits.</summary>
    public override string ToString()
    {
        Span<byte> digest = stackalloc byte[Size];
        CopyTo(digest);
        return Convert.ToHexStringLower(digest);
    }

    /// <summary>Orders by digits.</summary>
    public static bool operator <(ContentHash left, ContentHash right) => left.CompareTo(right) < 0;

    /// <summary>Orders by digits.</summary>
    public static bool operator >(ContentHash left, ContentHash right) => left.CompareTo(right) > 0;

    /// <summary>Orders by digits.</summary>
    public static bool operator <=(ContentHash left, ContentHash right) => left.CompareTo(right) <= 0;

    /// <summary>Orders by digits.</summary>
    public static bool operator >=(ContentHash left, ContentHash right) => left.CompareTo(right) >= 0;
}

internal sealed class ContentHashConverter : JsonConverter<ContentHash>
{
    public override ContentHash Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && ContentHash.TryParse(reader.GetString(), out var hash)
            ? hash
            : throw new JsonException("Expected a SHA-256 as 64 hexadecimal digits.");

    public override void Write(Utf8JsonWriter writer, ContentHash value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
