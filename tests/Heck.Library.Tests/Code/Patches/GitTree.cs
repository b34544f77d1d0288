using System.Text;
using Heck.Code.Patches;
using Heck.Runtime.Files;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>A tree as git sees it: files, executable files and links, on the disk and in memory.</summary>
internal sealed class GitTree : SortedDictionary<string, (byte[] Content, GitFileMode Mode)>
{
    public GitTree()
        : base(StringComparer.Ordinal)
    {
    }

    public GitTree(GitTree other)
        : base(other, StringComparer.Ordinal)
    {
    }

    public static GitTree Read(string root)
    {
        var tree = new GitTree();
        Read(root, root, tree);
        return tree;
    }

    public void Write(string root)
    {
        const UnixFileMode plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
        foreach (var (name, (content, mode)) in this)
        {
            var full = Path.Combine(root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            if (mode == GitFileMode.Link)
            {
                SymbolicLink.Create(full, content);
                continue;
            }

            File.WriteAllBytes(full, content);
            File.SetUnixFileMode(full, mode == GitFileMode.Executable ? plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : plain);
        }
    }

    /// <summary>The first thing in which the other one is not the same; null when it is.</summary>
    public string? DifferenceFrom(GitTree other)
    {
        if (Keys.Except(other.Keys).Concat(other.Keys.Except(Keys)).FirstOrDefault() is { } name) return $"'{name}' is in one of them only";
        return this.Where(file => file.Value.Mode != other[file.Key].Mode || !file.Value.Content.AsSpan().SequenceEqual(other[file.Key].Content)).Select(file => $"'{file.Key}' differs").FirstOrDefault();
    }

    // Git's way to be told a whole commit, names quoted as in C.
    public void WriteFastImport(Stream stream, int mark)
    {
        Line(stream, $"commit refs/heads/main\nmark :{mark}\ncommitter t <t@example.invalid> {1_700_000_000 + mark} +0000\ndata 1\nx");
        if (mark > 1) Line(stream, $"from :{mark - 1}");
        Line(stream, "deleteall");
        foreach (var (name, (content, mode)) in this)
        {
            Line(stream, $"M {mode.Digits()} inline \"{name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\ndata {content.Length}");
            stream.Write(content);
            Line(stream, "");
        }
    }

    private static void Line(Stream stream, string text) => stream.Write(Encoding.UTF8.GetBytes(text + "\n"));

    private static void Read(string root, string folder, GitTree tree)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
        {
            var name = Path.GetRelativePath(root, entry);
            if (name is ".git" or ".heck") continue;
            if (FileState.Read(entry) is var (state, content)) tree[name] = (content, GitFileModes.Of(state));
            else if (Directory.Exists(entry)) Read(root, entry, tree);
            else tree[name] = ("neither a file nor a folder"u8.ToArray(), GitFileMode.Regular);
        }
    }
}
