using System.Text;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>A small tree of files with everything that diffs are known to get wrong, and a changed version of it.</summary>
internal sealed class RandomTree
{
    private static readonly string[] Names = ["a.txt", "b c.txt", "src/deep/x.cs", "src/y.cs", "tab\there.txt", "quote\".txt", "ünï/日本.txt", "z", "dir/one", "dir/two", "-dash", "a'b"];
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r", "\n"];

    private readonly Random _random;

    private RandomTree(int seed) => _random = new Random(seed);

    public SortedDictionary<string, (byte[] Content, bool Executable)> Before { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, (byte[] Content, bool Executable)> After { get; } = new(StringComparer.Ordinal);

    public static RandomTree Of(int seed, bool hostileNames = true)
    {
        var tree = new RandomTree(seed);
        foreach (var name in Names.Where(name => hostileNames || !name.Contains('\t', StringComparison.Ordinal)))
        {
            if (tree.Chance(0.6)) tree.Before[name] = (tree.Content(), tree.Chance(0.2));
            if (tree.Before.TryGetValue(name, out var before))
            {
                if (tree.Chance(0.85)) tree.After[name] = (tree.Chance(0.7) ? tree.Edit(before.Content) : before.Content, tree.Chance(0.1) ? !before.Executable : before.Executable);
            }
            else if (tree.Chance(0.4))
            {
                tree.After[name] = (tree.Content(), tree.Chance(0.2));
            }
        }

        return tree;
    }

    public static void Write(string root, SortedDictionary<string, (byte[] Content, bool Executable)> files)
    {
        foreach (var (name, (content, executable)) in files)
        {
            var full = Path.Combine(root, name);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full, content);
            const UnixFileMode plain = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
            File.SetUnixFileMode(full, executable ? plain | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute : plain);
        }
    }

    public static SortedDictionary<string, (byte[] Content, bool Executable)> Read(string root)
    {
        var files = new SortedDictionary<string, (byte[], bool)>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = 0 }))
        {
            var name = Path.GetRelativePath(root, file);
            if (name.StartsWith(".git/", StringComparison.Ordinal) || name.StartsWith(".heck/", StringComparison.Ordinal)) continue;
            files[name] = (File.ReadAllBytes(file), File.GetUnixFileMode(file).HasFlag(UnixFileMode.UserExecute));
        }

        return files;
    }

    public static void AssertSame(SortedDictionary<string, (byte[] Content, bool Executable)> expected, SortedDictionary<string, (byte[] Content, bool Executable)> actual)
    {
        Assert.Equal(expected.Keys, actual.Keys);
        foreach (var (name, (content, executable)) in expected)
        {
            Assert.True(content.AsSpan().SequenceEqual(actual[name].Content), $"the bytes of '{name}' differ");
            Assert.True(executable == actual[name].Executable, $"the mode of '{name}' differs");
        }
    }

    private bool Chance(double probability) => _random.NextDouble() < probability;

    private byte[] Content()
    {
        if (Chance(0.05)) return [];
        if (Chance(0.1)) return Binary(_random.Next(1, 3000));
        var end = LineEnds[_random.Next(LineEnds.Length)];
        var text = new StringBuilder();
        for (var lines = _random.Next(1, 60); lines > 0; lines--) text.Append(Line()).Append(Chance(0.1) ? LineEnds[_random.Next(LineEnds.Length)] : end);
        var bytes = Encoding.UTF8.GetBytes(Chance(0.2) ? text.ToString().TrimEnd() : text.ToString());
        return Chance(0.15) ? [0xEF, 0xBB, 0xBF, .. bytes] : Chance(0.05) ? [.. bytes, 0xFF, 0xFE, 0x80] : bytes;
    }

    // Few different lines, so that hunks have twins elsewhere.
    private string Line() => _random.Next(12) switch { 0 => "", 1 => "}", 2 => "\t", 3 => "-- ", 4 => "+++ b/x", 5 => "\\ No newline", 6 => "ä€😀", var n => $"line {n} {_random.Next(20)}" };

    private byte[] Binary(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        bytes[_random.Next(Math.Min(length, 100))] = 0;
        return bytes;
    }

    private byte[] Edit(byte[] content)
    {
        if (content.Contains((byte)0)) return Chance(0.5) ? Binary(content.Length) : [.. content, .. Binary(10)];
        var lines = Encoding.Latin1.GetString(content).Split('\n').ToList();
        for (var edits = _random.Next(1, 5); edits > 0; edits--)
        {
            var at = _random.Next(lines.Count);
            if (Chance(0.4)) lines.Insert(at, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Line())));
            else if (Chance(0.4) && lines.Count > 1) lines.RemoveAt(at);
            else lines[at] += "x";
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
