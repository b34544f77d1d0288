using System.Text;

namespace Heck.Runtime.Processes;

/// <summary>What a program wrote to one stream, as far as the limit goes.</summary>
internal sealed record ProcessOutput(ReadOnlyMemory<byte> Bytes, long TotalBytes)
{
    public bool IsTruncated => TotalBytes > Bytes.Length;

    public string Text => Encoding.UTF8.GetString(Bytes.Span) + (IsTruncated ? $"\n[{TotalBytes - Bytes.Length} more bytes were dropped]" : "");
}
