using System.Text;
using Heck.Code.Patches;

namespace Heck.Library.Tests.Code.Patches;

/// <summary>
/// Trees that follow each other, by a seed: everything that histories have and diffs are known to get wrong. Renames and copies with and without edits, modes, links,
/// files that become links or folders, binaries, encodings, line ends, names that git quotes.
/// </summary>
internal sealed class RandomHistory(int seed)
{
    private static readonly string[] Names =
    [
        "a.txt", "b c.txt", "src/deep/x.cs", "src/y.cs", "quote\".txt", "ünï/日本.txt", "z", "dir/one", "dir/two", "-dash", "a'b", "swap", "swap/in.txt", "swap/deeper/in.txt",
        "tail ", "emoji😀.md", "very/deep/down/here/it/lies.bin", ".hidden", "dev/null", "b", "a/b",
    ];

    private static readonly string[] Targets = ["a.txt", "src/deep", "./z", "nowhere/at all", "dir/../a.txt", "."];
    private static readonly string[] LineEnds = ["\n", "\r\n", "\r", "\n"];

    private readonly Random _random = new(seed);

    /// <summary>Trees one after the other, without end.</summary>
    public IEnumerable<GitTree> Trees()
    {
        var tree = new GitTree();
        while (true)
        {
            tree = Next(tree);
            yield return tree;
        }
    }

    public bool Chance(double probability) => _random.NextDouble() < probability;

    public int Below(int limit) => _random.Next(limit);

    private GitTree Next(GitTree before)
    {
        var after = new GitTree(before);
        foreach (var (name, (content, mode)) in before.Where(file => after.ContainsKey(file.Key)))
        {
            switch (Below(24))
            {
                case 0: after.Remove(name); break;
                case 1: Move(after, name, keep: false); break;
                case 2: Move(after, name, keep: true); break;
                case 3 when mode != GitFileMode.Link: after[name] = (content, mode == GitFileMode.Regular ? GitFileMode.Executable : GitFileMode.Regular); break;
                case 4: after[name] = Fresh(); break;
                case 5: Swap(after, name); break;
                case < 12 when mode != GitFileMode.Link: after[name] = (Edit(content), mode); break;
            }
        }

        for (var count = Below(4); count > 0; count--) Put(after, Names[Below(Names.Length)], Fresh());
        return after;
    }

    // Two files exchange their contents, which -B shows as two renames.
    private void Swap(GitTree tree, string name)
    {
        if (!tree.TryGetValue(name, out var file)) return;
        var other = tree.Keys.ElementAt(Below(tree.Count));
        (tree[name], tree[other]) = (tree[other], file);
    }

    private void Move(GitTree tree, string name, bool keep)
    {
        if (!tree.TryGetValue(name, out var file)) return;
        if (!keep) tree.Remove(name);
        Put(tree, Names[Below(Names.Length)], file.Mode != GitFileMode.Link && Chance(0.5) ? (Edit(file.Content), file.Mode) : file);
    }

    // What stands in the way of a name goes, as with any tree.
    private static void Put(GitTree tree, string name, (byte[] Content, GitFileMode Mode) file)
    {
        if (name.EndsWith(' ')) name = name.Trim();
        foreach (var other in tree.Keys.Where(other => other.StartsWith(name + "/", StringComparison.Ordinal) || name.StartsWith(other + "/", StringComparison.Ordinal)).ToList()) tree.Remove(other);
        tree[name] = file;
    }

    private (byte[] Content, GitFileMode Mode) Fresh() => Chance(0.12)
        ? (Encoding.UTF8.GetBytes(Targets[Below(Targets.Length)]), GitFileMode.Link)
        : (Content(), Chance(0.2) ? GitFileMode.Executable : GitFileMode.Regular);

    private byte[] Content()
    {
        if (Chance(0.06)) return [];
        if (Chance(0.12)) return Binary(_random.Next(1, 3000));
        var end = LineEnds[Below(LineEnds.Length)];
        var text = new StringBuilder();
        for (var lines = _random.Next(1, 60); lines > 0; lines--) text.Append(Line()).Append(Chance(0.1) ? LineEnds[Below(LineEnds.Length)] : end);
        var whole = Chance(0.2) ? text.ToString().TrimEnd() : text.ToString();
        return Below(12) switch
        {
            0 => [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(whole)],
            1 => [0xFE, 0xFF, .. Encoding.BigEndianUnicode.GetBytes(whole)],
            2 => [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(whole)],
            3 => Encoding.Latin1.GetBytes(whole),
            _ => Encoding.UTF8.GetBytes(whole),
        };
    }

    // Few different lines, so that hunks have twins elsewhere.
    private string Line() => Below(12) switch { 0 => "", 1 => "}", 2 => "\t", 3 => "-- ", 4 => "+++ b/x", 5 => "\\ No newline", 6 => "ä€😀", 7 => "diff --git a/x b/x", var n => $"line {n} {Below(20)}" };

    private byte[] Binary(int length)
    {
        var bytes = new byte[length];
        _random.NextBytes(bytes);
        bytes[Below(Math.Min(length, 100))] = 0;
        return bytes;
    }

    private byte[] Edit(byte[] content)
    {
        if (content.Contains((byte)0)) return Chance(0.5) ? Binary(Math.Max(content.Length, 1)) : [.. content, .. Binary(10)];
        var lines = Encoding.Latin1.GetString(content).Split('\n').ToList();
        for (var edits = _random.Next(1, 5); edits > 0; edits--)
        {
            var at = Below(lines.Count);
            if (Chance(0.4)) lines.Insert(at, Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Line())));
            else if (Chance(0.4) && lines.Count > 1) lines.RemoveAt(at);
            else lines[at] += "x";
        }

        return Encoding.Latin1.GetBytes(string.Join('\n', lines));
    }
}
