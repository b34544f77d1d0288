using System.Text;
using System.Text.Unicode;

namespace Heck.Runtime.Files.Walking.Folders;

/// <summary>A name in a folder: its bytes, its text where the bytes are valid UTF-8, and what kind of thing it names. A class, since sorting structs is code that each process would compile anew.</summary>
internal sealed record FolderEntry(byte[] NameBytes, string? Name, EntryKind Kind)
{
    public static FolderEntry Of(ReadOnlySpan<byte> name, EntryKind kind) =>
        new(name.ToArray(), Utf8.IsValid(name) ? Encoding.UTF8.GetString(name) : null, kind);

    /// <summary>The name with undecodable bytes as <c>\xNN</c>.</summary>
    public string DisplayName => Name ?? Escaped(NameBytes);

    /// <summary>Orders siblings so that visiting them in turn yields whole paths in ordinal order: a folder sorts as if its slash were part of its name.</summary>
    public static int CompareByPath(FolderEntry left, FolderEntry right)
    {
        string a = left.DisplayName, b = right.DisplayName;
        var common = a.AsSpan().CommonPrefixLength(b);
        return common < a.Length && common < b.Length ? a[common] - b[common] : left.CharAt(a, common) - right.CharAt(b, common);
    }

    private int CharAt(string name, int index) => index < name.Length ? name[index] : Kind == EntryKind.Folder ? '/' : -1;

    private static string Escaped(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        while (bytes.Length > 0)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out var read);
            if (status == System.Buffers.OperationStatus.Done) text.Append(rune.ToString());
            else foreach (var bad in bytes[..read]) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"\\x{bad:x2}");
            bytes = bytes[read..];
        }

        return text.ToString();
    }
}
