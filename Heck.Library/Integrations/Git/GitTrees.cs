using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Integrations.Git;

/// <summary>
/// Commits, index and objects by git's plumbing, below the repository's root. Nothing here reads a file of the tree through git, so no filter, hook or
/// other program of the repository's choice runs, and git's index is only read.
/// </summary>
internal sealed partial class GitTrees(GitRepository git)
{
    /// <summary>The most that is read of a repository's contents for one patch.</summary>
    public const int LargestContents = 512 * 1024 * 1024;

    /// <summary>What differs between two commits, old and new side.</summary>
    /// <exception cref="HeckException"><c>request.invalid</c>: a name is no commit.</exception>
    public async Task<IReadOnlyList<(GitTreeEntry Old, GitTreeEntry New)>> DifferencesAsync(string from, string to, CancellationToken ct)
    {
        var (fromTree, toTree) = (await TreeOfAsync(from, ct).ConfigureAwait(false), await TreeOfAsync(to, ct).ConfigureAwait(false));
        var text = await TextAsync(["diff-tree", "-r", "-z", "--raw", "--no-renames", "--no-abbrev", "--ignore-submodules=none", "--relative", fromTree, toTree], ct).ConfigureAwait(false);
        return [.. RawDifference().Matches(text).Select(match => (Entry(match, "old"), Entry(match, "new")))];
    }

    /// <summary>Every path of the commit; empty before the first one.</summary>
    public async Task<IReadOnlyList<GitTreeEntry>> HeadAsync(CancellationToken ct)
    {
        if (await git.TryHeadCommitAsync(ct).ConfigureAwait(false) is not { } head) return [];
        var text = await TextAsync(["ls-tree", "-r", "-z", head], ct).ConfigureAwait(false);
        return [.. TreeLine().Matches(text).Select(match => Entry(match, "new"))];
    }

    /// <summary>Every path of the index. One in the middle of a merge is there more than once.</summary>
    public async Task<IReadOnlyList<GitIndexEntry>> IndexAsync(CancellationToken ct)
    {
        var text = await TextAsync(["ls-files", "-z", "--stage", "--debug"], ct).ConfigureAwait(false);
        return [.. IndexLine().Matches(text).Select(match => new GitIndexEntry(
            Entry(match, "new"), Nanoseconds(match, "mtime"), Nanoseconds(match, "ctime"),
            (uint)Number(match, "ino"), (uint)Number(match, "size"), uint.Parse(match.Groups["flags"].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))];
    }

    /// <summary>Files that git neither has nor ignores; a folder with a slash at its end is a repository of its own.</summary>
    public async Task<IReadOnlyList<string>> UntrackedAsync(CancellationToken ct) =>
        (await TextAsync(["ls-files", "-z", "--others", "--exclude-standard"], ct).ConfigureAwait(false)).Split('\0', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Contents by git's names for them.</summary>
    /// <exception cref="HeckException"><c>tool.failed</c>: one is missing, or they are too large together.</exception>
    public async Task<IReadOnlyDictionary<string, byte[]>> ContentsAsync(IReadOnlyCollection<string> names, CancellationToken ct)
    {
        var contents = new Dictionary<string, byte[]>();
        if (names.Count == 0) return contents;
        var input = Encoding.ASCII.GetBytes(string.Concat(names.Select(name => name + "\n")));
        var outcome = await git.RunAsync(["cat-file", "--batch"], ct, input, LargestContents).ConfigureAwait(false);
        if (outcome.Output.IsTruncated) throw ErrorTable.RequestInvalid.With($"The contents have {outcome.Output.TotalBytes} bytes together; the most that one patch reads is {LargestContents}.");
        var rest = outcome.Output.Bytes;
        foreach (var name in names)
        {
            var end = rest.Span.IndexOf((byte)'\n');
            var header = end < 0 ? [] : Encoding.ASCII.GetString(rest.Span[..end]).Split(' ');
            if (header is not [_, "blob", var size] || !int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out var length)) throw ErrorTable.ToolFailed.With($"git has no content {name}.");
            contents[name] = rest.Slice(end + 1, length).ToArray();
            rest = rest[(end + 1 + length + 1)..];
        }

        return contents;
    }

    /// <summary>A setting of git's configuration; null when nobody has made it.</summary>
    public async Task<string?> SettingAsync(string name, CancellationToken ct)
    {
        var outcome = await git.RunAsync(["config", "--get", name], ct).ConfigureAwait(false);
        return outcome.ExitCode == 0 ? outcome.Output.Text.Trim() : null;
    }

    /// <summary>Git's attributes of paths, read and not acted on.</summary>
    public async Task<IReadOnlyDictionary<(RepoPath Path, string Attribute), string>> AttributesAsync(IReadOnlyCollection<RepoPath> paths, string[] attributes, CancellationToken ct)
    {
        var input = Encoding.UTF8.GetBytes(string.Concat(paths.Select(path => path.Value + "\0")));
        var outcome = await git.RunAsync(["check-attr", "-z", "--stdin", .. attributes], ct, input).ConfigureAwait(false);
        return outcome.Output.Text.Split('\0').Chunk(3).Where(fields => fields.Length == 3).ToDictionary(fields => (RepoPath.Parse(fields[0]), fields[1]), fields => fields[2]);
    }

    /// <summary>When the index was written; what was written later may have changed without a trace.</summary>
    public async Task<long> IndexTimeAsync(CancellationToken ct)
    {
        var file = (await TextAsync(["rev-parse", "--path-format=absolute", "--git-path", "index"], ct).ConfigureAwait(false)).TrimEnd('\n');
        return (File.GetLastWriteTimeUtc(file) - DateTime.UnixEpoch).Ticks * TimeSpan.NanosecondsPerTick;
    }

    private async Task<string> TreeOfAsync(string name, CancellationToken ct)
    {
        var outcome = name.StartsWith('-') ? null : await git.RunAsync(["rev-parse", "--verify", "--quiet", $"{name}^{{tree}}"], ct).ConfigureAwait(false);
        return outcome is { ExitCode: 0 } ? outcome.Output.Text.Trim() : throw ErrorTable.RequestInvalid.With($"'{name}' is no commit of this repository.");
    }

    private async Task<string> TextAsync(string[] arguments, CancellationToken ct)
    {
        var outcome = await git.RunAsync(arguments, ct, outputLimit: LargestContents).ConfigureAwait(false);
        if (outcome.ExitCode != 0) throw ErrorTable.ToolFailed.With($"git {arguments[0]} failed: {outcome.Error.Text.Trim()}");
        return outcome.Output.IsTruncated ? throw ErrorTable.ToolFailed.With($"git {arguments[0]} said more than {LargestContents} bytes.") : outcome.Output.Text;
    }

    private static GitTreeEntry Entry(Match match, string side) =>
        new(RepoPath.Parse(match.Groups["path"].Value), match.Groups[side + "Mode"].Value, match.Groups[side + "Name"].Value);

    private static long Nanoseconds(Match match, string time) => (Number(match, time) * 1_000_000_000) + Number(match, time + "Ns");

    private static long Number(Match match, string group) => long.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<=^|\0):(?<oldMode>\d{6}) (?<newMode>\d{6}) (?<oldName>[0-9a-f]+) (?<newName>[0-9a-f]+) [A-Z]\0(?<path>[^\0]+)")]
    private static partial Regex RawDifference();

    [GeneratedRegex(@"(?<=^|\0)(?<newMode>\d{6}) [a-z]+ (?<newName>[0-9a-f]+)\t(?<path>[^\0]+)")]
    private static partial Regex TreeLine();

    [GeneratedRegex(@"(?<newMode>\d{6}) (?<newName>[0-9a-f]+) \d\t(?<path>[^\0]+)\0  ctime: (?<ctime>\d+):(?<ctimeNs>\d+)\n  mtime: (?<mtime>\d+):(?<mtimeNs>\d+)\n  dev: \d+\tino: (?<ino>\d+)\n  uid: \d+\tgid: \d+\n  size: (?<size>\d+)\tflags: (?<flags>[0-9a-f]+)\n")]
    private static partial Regex IndexLine();
}
