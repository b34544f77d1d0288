using System.Text.RegularExpressions;
using Heck.Code.Patches.Diffs;
using Heck.Contracts;
using System.Text;

namespace Heck.Code.Patches.Replies.Forms;

/// <summary>
/// Reads SEARCH/REPLACE blocks. The path stands on the line above a block, inside its fence or above it; blocks without one go on in the file of the block before.
/// An empty SEARCH creates a file.
/// </summary>
internal sealed partial class BlocksReader
{
    // How far above a block its path is looked for, blank lines and the fence not counted.
    private const int LinesAbove = 2;

    private readonly ReplyLines _lines;
    private readonly Func<string, bool> _isFile;
    private readonly List<FileProposal> _files = [];
    private int _floor;

    private BlocksReader(ReplyLines lines, Func<string, bool> isFile) => (_lines, _isFile) = (lines, isFile);

    public static bool Begins(string line) => SearchMarker().IsMatch(line);

    public static bool Ends(string line) => ReplaceMarker().IsMatch(line);

    /// <param name="lines">The reply.</param>
    /// <param name="isFile">Tells a path with blanks from prose.</param>
    /// <exception cref="Contracts.Errors.HeckException"><c>patch.malformed</c>, naming the line; <c>path.invalid</c>.</exception>
    public static IReadOnlyList<FileProposal> Read(ReplyLines lines, Func<string, bool> isFile)
    {
        var reader = new BlocksReader(lines, isFile);
        for (var at = 0; at < lines.Count; at++)
        {
            if (Begins(lines[at])) at = reader.ReadBlock(at);
            else if (Ends(lines[at])) throw ReplyFault.At(at, "this block has no SEARCH line");
        }

        return reader._files;
    }

    /// <returns>The line of the block's end.</returns>
    private int ReadBlock(int start)
    {
        var end = EndOf(start);
        var divider = DividerOf(start, end);
        var path = PathAbove(start) ?? (_files is [.., var last] ? last.Path : throw ReplyFault.At(start, "no path stands above this block", "Put the file's path on a line of its own above the block."));
        _floor = end + 1;
        var (search, replace) = (Range(start + 1, divider), Range(divider + 1, end));
        _files.Add(search.All(string.IsNullOrWhiteSpace)
            ? new FileProposal(ProposalKind.Create, path, start + 1) { Content = [.. replace.Select(text => new ProposedLine('+', text))] }
            : new FileProposal(ProposalKind.Update, path, start + 1) { Edits = [new EditProposal(Compare(search, replace), start + 1)] });
        return end;
    }

    private int EndOf(int start)
    {
        for (var at = start + 1; at < _lines.Count; at++)
        {
            if (Ends(_lines[at])) return at;
            if (Begins(_lines[at])) throw ReplyFault.At(at, $"a block begins inside the one of line {start + 1}, which has no REPLACE line");
        }

        throw ReplyFault.At(start, "the block that begins here has no REPLACE line; it may have been cut off");
    }

    // Headings of some texts look like the divider: then nobody can tell where the replacement begins.
    private int DividerOf(int start, int end)
    {
        var dividers = Enumerable.Range(start + 1, end - start - 1).Where(at => _lines[at].TrimEnd() == "=======").ToList();
        if (dividers.Count == 0) dividers = [.. Enumerable.Range(start + 1, end - start - 1).Where(at => LooseDivider().IsMatch(_lines[at]))];
        return dividers.Count switch
        {
            1 => dividers[0],
            0 => throw ReplyFault.At(start, "the block has no '=======' line"),
            _ => throw ReplyFault.At(start, $"the block has more than one '=======' line ({string.Join(", ", dividers.Take(5).Select(at => at + 1))})", "Send this edit in another form, such as a unified diff."),
        };
    }

    private List<string> Range(int first, int end) => [.. Enumerable.Range(first, end - first).Select(at => _lines[at])];

    // What both sides share is context, and keeps the bytes that the file has.
    private static List<ProposedLine> Compare(List<string> search, List<string> replace)
    {
        var edits = LineDiff.Between(Joined(search), Joined(replace));
        var lines = new List<ProposedLine>();
        var at = 0;
        foreach (var edit in edits)
        {
            lines.AddRange(search[at..edit.OldStart].Select(text => new ProposedLine(' ', text)));
            lines.AddRange(search[edit.OldStart..edit.OldEnd].Select(text => new ProposedLine('-', text)));
            lines.AddRange(replace[edit.NewStart..edit.NewEnd].Select(text => new ProposedLine('+', text)));
            at = edit.OldEnd;
        }

        lines.AddRange(search[at..].Select(text => new ProposedLine(' ', text)));
        return lines;
    }

    private static ByteLines Joined(List<string> lines) => new(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => line + "\n"))));

    private RepoPath? PathAbove(int block)
    {
        var looked = 0;
        for (var at = block - 1; at >= _floor && looked < LinesAbove; at--)
        {
            var line = _lines[at].Trim();
            if (line.Length == 0) continue;
            if (Fence.TryInfo(line) is { } info)
            {
                // A path behind the language, as in ```ts:src/a.ts
                if (info.IndexOf(':') is > 0 and var colon && LooksLikePath(info[(colon + 1)..])) return ReplyFault.PathAt(at, info[(colon + 1)..]);
                continue;
            }

            if (NameIn(line) is { } name) return ReplyFault.PathAt(at, name);
            looked++;
        }

        return null;
    }

    // The whole line but for Markdown around it, or the one name in backticks that it has.
    private string? NameIn(string line)
    {
        var bare = Decoration().Replace(line, "").Trim();
        if (Label().Match(bare) is { Success: true } label) bare = bare[label.Length..].Trim('`', '*', '"', '\'', ' ');
        bare = bare.TrimEnd(':', '`', '*', '"', '\'', ' ');
        if (LooksLikePath(bare) || (bare.Contains(' ') && _isFile(bare))) return bare;
        var quoted = Quoted().Matches(line).Select(match => match.Groups[1].Value).Where(LooksLikePath).Distinct(StringComparer.Ordinal).ToList();
        return quoted is [var only] ? only : null;
    }

    private bool LooksLikePath(string text) => text.Length > 0 && !text.Any(char.IsWhiteSpace) && (text.AsSpan(1).ContainsAny('.', '/', '\\') || text[0] is '/' or '\\' or '.' || _isFile(text)) && !text.Contains("//", StringComparison.Ordinal) && text[^1] is not ('.' or ',' or '!' or '?');

    [GeneratedRegex(@"^(<{5,9}|-{5,9}) SEARCH>?\s*$")]
    private static partial Regex SearchMarker();

    [GeneratedRegex(@"^(>{5,9}|\+{5,9}) REPLACE>?\s*$")]
    private static partial Regex ReplaceMarker();

    [GeneratedRegex(@"^={5,9}\s*$")]
    private static partial Regex LooseDivider();

    [GeneratedRegex(@"^(#+\s+|//\s*|[-*]\s+|\d+\.\s+|<!--\s*|[*_`""']+)+|(\s*-->|[*_`""']+)$")]
    private static partial Regex Decoration();

    [GeneratedRegex(@"^(file(name)?|path)\s*:\s*", RegexOptions.IgnoreCase)]
    private static partial Regex Label();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();
}
