using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Heck.Code.Patches.Formats;

/// <summary>Git's name of a content: its SHA-1 behind a header. It goes into diffs for git's sake; nothing here trusts it.</summary>
internal static class GitBlob
{
    public static string None { get; } = new('0', SHA1.HashSizeInBytes * 2);

#pragma warning disable CA5350 // Git's choice, not ours.
    public static string NameOf(ReadOnlyMemory<byte> content)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA1);
        sha.AppendData(Encoding.ASCII.GetBytes($"blob {content.Length.ToString(CultureInfo.InvariantCulture)}\0"));
        sha.AppendData(content.Span);
        return Convert.ToHexStringLower(sha.GetHashAndReset());
    }
#pragma warning restore CA5350
}
