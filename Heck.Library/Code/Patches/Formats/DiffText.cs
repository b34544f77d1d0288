using System.Text;

namespace Heck.Code.Patches.Formats;

/// <summary>A diff while it is written: lines of text between the raw bytes of files.</summary>
internal sealed class DiffText : IDisposable
{
    private readonly MemoryStream _bytes = new();

    public void Line(string text)
    {
        _bytes.Write(Encoding.UTF8.GetBytes(text));
        _bytes.WriteByte((byte)'\n');
    }

    /// <summary>A line of a file behind its sign, with git's note where it has no LF.</summary>
    public void Line(char sign, ReadOnlySpan<byte> content)
    {
        _bytes.WriteByte((byte)sign);
        _bytes.Write(content);
        if (content is [.., (byte)'\n']) return;
        _bytes.WriteByte((byte)'\n');
        Line(@"\ No newline at end of file");
    }

    public byte[] ToArray() => _bytes.ToArray();

    public void Dispose() => _bytes.Dispose();
}
