using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Patches.Formats;

/// <summary>
/// Reads unified diffs, git's with all their headers or plain ones, as strictly as git itself: a hunk has exactly the lines that its header counts.
/// Text before, between and behind the files' sections, such as a mail's, is passed over. The diff is read as Latin-1, so that every byte stays.
/// </summary>
internal sealed partial class UnifiedDiffReader
{
    public const int LargestDiff = 256 * 1024 * 1024;

    private const string NoFile = "/dev/null";
    private const string NoNewline = @"\ No newline at end of file";
    private const int ShortestNoNewline = 12;

    private readonly DiffLines _lines;
    private readonly List<FileDiff> _files = [];
    private readonly DiffBudget _budget = new();
    private int _at;

    private UnifiedDiffReader(byte[] diff) => _lines = new DiffLines(diff);

    /// <inheritdoc cref="Read(byte[])"/>
    public static IReadOnlyList<FileDiff> Read(ReadOnlySpan<byte> diff) => Read(diff.ToArray());

    /// <summary>Reads the diff, whose bytes its lines go on to be.</summary>
    /// <exception cref="HeckException"><c>patch.malformed</c>, naming the line; <c>patch.too_large</c>; <c>path.invalid</c>.</exception>
    public static IReadOnlyList<FileDiff> Read(byte[] diff)
    {
        if (diff.Length > LargestDiff) throw ErrorTable.PatchMalformed.With($"The diff has {diff.Length} bytes; the most is {LargestDiff}.");
        var reader = new UnifiedDiffReader(diff);
        reader.ReadFiles();
        return reader._files.Count > 0 ? reader._files : throw ErrorTable.PatchMalformed.With("There is no diff in the input.");
    }

    private bool AtEnd => _at >= _lines.Length;

    private string Current => _lines[_at];

    // A header may have been through an editor that ends lines in CR LF; a file's lines are taken as they are.
    private string Header => Current.TrimEnd('\r');

    private void ReadFiles()
    {
        while (!AtEnd)
        {
            if (Current.StartsWith("diff --git ", StringComparison.Ordinal)) ReadGitFile();
            else if (StartsPlainFile()) ReadPlainFile();
            else if (Current.StartsWith("diff --cc ", StringComparison.Ordinal) || Current.StartsWith("diff --combined ", StringComparison.Ordinal))
                throw Malformed("the combined diff of a merge has more than one base (make one of two commits with `git diff A B`)");
            else if (Current.StartsWith("@@ -", StringComparison.Ordinal)) throw Malformed("this hunk belongs to no file");
            else _at++;
        }
    }

    private bool StartsPlainFile() =>
        Current.StartsWith("--- ", StringComparison.Ordinal) && _at + 2 < _lines.Length
        && _lines[_at + 1].StartsWith("+++ ", StringComparison.Ordinal) && HunkHeader().IsMatch(_lines[_at + 2]);

    private void ReadGitFile()
    {
        var start = _at;
        var headers = new GitHeaders();
        var names = Header["diff --git ".Length..];
        for (_at++; !AtEnd && headers.TryRead(Header); _at++)
        {
            // The last piece has no LF: a name or a mode that was cut off would pass for a whole one.
            if (_at == _lines.Length - 1) throw Malformed("the diff ends in the middle of this line");
        }

        if (!AtEnd && Current.StartsWith("Binary files ", StringComparison.Ordinal)) throw Malformed("the content of this binary file is not in the diff (make it with `git diff --binary`)");
        var (oldName, newName) = headers.IsRenameOrCopy ? (headers.OldName, headers.NewName) : SameNames(names, start);
        var (isNew, isDeleted) = (headers.IsNew, headers.IsDeleted);
        BinaryDiff? binary = null;
        List<DiffHunk> hunks = [];
        if (!AtEnd && Current.StartsWith("--- ", StringComparison.Ordinal))
        {
            (var oldAgain, var newAgain, hunks) = ReadNamesAndHunks();
            // Git takes a deletion that lost its header for a rename to dev/null, which nobody means: neither is done.
            if (oldAgain != (isNew ? null : oldName) || newAgain != (isDeleted ? null : newName)) throw Malformed("the names above the hunks are not what the headers say", start);
        }

        if (!AtEnd && Header == "GIT binary patch") binary = ReadBinary();
        if ((oldName is null && !isNew) || (newName is null && !isDeleted) || (isNew && isDeleted)) throw Malformed("the section names no file", start);
        if (hunks.Count == 0 && binary is null && !headers.MayHaveNoContent) throw Malformed("the section has no content", start);
        if (headers.IsSubmodule) throw ErrorTable.PathRefused.With($"Line {start + 1} of the diff changes '{newName ?? oldName}', which is a submodule: a repository of its own, whose commit only git can move.");
        if (headers is { NewMode: not null, OldMode: null, IsNew: false }) throw Malformed("there is a new mode without the old one", start);
        if (!headers.IsOneKind) throw Malformed("a file and a link cannot follow each other in one section", start);
        _files.Add(new FileDiff
        {
            OldPath = isNew ? null : PathOf(oldName, start),
            NewPath = isDeleted ? null : PathOf(newName, start),
            OldMode = ModeOf(headers.OldMode, start),
            NewMode = ModeOf(headers.NewMode, start),
            IsCopy = headers.IsCopy,
            OldBlob = headers.OldBlob,
            NewBlob = headers.NewBlob,
            Hunks = hunks,
            Binary = binary,
            DiffLine = start + 1,
        });
    }

    private GitFileMode? ModeOf(string? digits, int line) => digits is null ? null
        : GitFileModes.Parse(digits) ?? throw Malformed($"'{digits}' is the mode of no file and no link", line);

    private void ReadPlainFile()
    {
        var start = _at;
        var (oldName, newName, hunks) = ReadNamesAndHunks();
        _files.Add(new FileDiff { OldPath = PathOf(oldName, start), NewPath = PathOf(newName, start), Hunks = hunks, DiffLine = start + 1 });
        if (_files[^1] is { OldPath: null, NewPath: null }) throw Malformed("both sides are no file", start);
    }

    private (string? Old, string? New, List<DiffHunk> Hunks) ReadNamesAndHunks()
    {
        var oldName = NameIn(Header, "--- ");
        _at++;
        if (AtEnd || !Current.StartsWith("+++ ", StringComparison.Ordinal)) throw Malformed("a '+++' line should follow the '---' line");
        var newName = NameIn(Header, "+++ ");
        _at++;
        var hunks = new List<DiffHunk>();
        while (!AtEnd && HunkHeader().Match(Current) is { Success: true } header) hunks.Add(ReadHunk(header));
        if (hunks.Count == 0) throw Malformed("a hunk should follow the names");
        // A diff that was cut off there would pass for a whole one with fewer hunks.
        if (!AtEnd && Current.StartsWith('@')) throw Malformed("the header of this hunk is not whole");
        return (StripFirst(oldName), StripFirst(newName), hunks);
    }

    private DiffHunk ReadHunk(Match header)
    {
        var start = _at++;
        var (oldLeft, newLeft) = (Number(header, "oldCount", 1), Number(header, "newCount", 1));
        var lines = new List<DiffLine>();
        while (oldLeft > 0 || newLeft > 0)
        {
            // The last piece has no LF: a line that was cut off would pass for a whole one.
            if (_at >= _lines.Length - 1) throw Malformed("the diff ends in the middle of a hunk");
            // An editor may have taken the blank of an empty context line.
            var sign = Current.Length == 0 || Current == "\r" ? ' ' : Current[0];
            if (sign is '-' or ' ') oldLeft--;
            if (sign is '+' or ' ') newLeft--;
            if (sign is not ('-' or '+' or ' ') || oldLeft < 0 || newLeft < 0) throw Malformed("the hunk has other lines than its header counts");
            lines.Add(new DiffLine(sign, ReadContent()));
        }

        if (!AtEnd && Current is ['+' or ' ', ..] or ['-', not '-', ..]) throw Malformed("the hunk has more lines than its header counts");
        return new DiffHunk(Number(header, "oldStart", 0), [.. lines], start + 1);
    }

    private ReadOnlyMemory<byte> ReadContent()
    {
        var (line, skip) = (_at, Current.Length == 0 || Current == "\r" ? 0 : 1);
        _at++;
        if (AtEnd || !Current.StartsWith('\\')) return _lines.Bytes(line, skip, withEnd: true);
        // Programs in other languages say it in theirs, at no less length; at the very end it might be cut off.
        if (_at == _lines.Length - 1 ? Header != NoNewline : Current.Length < ShortestNoNewline || Current[1] != ' ') throw Malformed("the note about a missing line end is not whole");
        _at++;
        return _lines.Bytes(line, skip, withEnd: false);
    }

    private BinaryDiff ReadBinary()
    {
        _at++;
        var forward = ReadBinaryPart() ?? throw Malformed("the binary patch cannot be unpacked");
        // The way back follows, which the kept blobs make needless.
        if (!AtEnd && BinaryHeader().IsMatch(Header)) _ = ReadBinaryPart() ?? throw Malformed("the binary patch cannot be unpacked");
        return forward;
    }

    private BinaryDiff? ReadBinaryPart()
    {
        if (AtEnd || BinaryHeader().Match(Header) is not { Success: true } header) return null;
        var first = ++_at;
        while (!AtEnd && Header.Length > 0) _at++;
        // The last piece has no LF: it is not the blank line that ends the part.
        if (_at >= _lines.Length - 1) throw Malformed("the diff ends in the middle of a binary patch");
        var lines = Enumerable.Range(first, _at++ - first).Select(line => _lines[line].TrimEnd('\r'));
        var size = Number(header, "size", 0);
        _budget.Unpack(size);
        return BinaryDiff.Read(header.Groups["kind"].Value == "delta", size, lines);
    }

    private string NameIn(string line, string prefix)
    {
        var rest = line[prefix.Length..];
        if (rest.StartsWith('"')) return DiffPaths.Unquote(rest)?.Name ?? throw Malformed("the name is quoted wrongly");
        // diff adds a tab and a time; git a tab alone where the name has blanks.
        var tab = rest.IndexOf('\t', StringComparison.Ordinal);
        return tab < 0 ? rest : rest[..tab];
    }

    // Without other headers both names on the first line are the same, which is how they are told apart.
    private (string Old, string New) SameNames(string names, int line)
    {
        if (names.StartsWith('"'))
        {
            var (first, length) = DiffPaths.Unquote(names) ?? throw Malformed("the name is quoted wrongly", line);
            var second = names[length..].TrimStart(' ');
            second = second.StartsWith('"') ? DiffPaths.Unquote(second)?.Name : second;
            return second is null || StripFirst(first) != StripFirst(second) ? throw Malformed("the two names differ", line) : (StripFirst(first)!, StripFirst(second)!);
        }

        var half = names.Length / 2;
        return names.Length % 2 == 1 && names[half] == ' ' && StripFirst(names[..half]) is { } name && name == StripFirst(names[(half + 1)..])
            ? (name, name)
            : throw Malformed("the names cannot be told apart", line);
    }

    // a/ and b/, whatever they are called; git's own default as well.
    private static string? StripFirst(string name) => name == NoFile ? null : name.IndexOf('/', StringComparison.Ordinal) is >= 0 and var slash ? name[(slash + 1)..] : name;

    private static RepoPath? PathOf(string? name, int line)
    {
        if (name is null) return null;
        var text = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(name));
        return RepoPath.TryParse(text, out var path) && text.Length > 0 ? path : throw ErrorTable.PathInvalid.With($"Line {line + 1} of the diff names '{text}', which is no path inside the repository.");
    }

    private int Number(Match match, string group, int missing) => !match.Groups[group].Success ? missing
        : int.TryParse(match.Groups[group].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number
        : throw Malformed("a number is too large");

    private HeckException Malformed(string what, int? line = null) => ErrorTable.PatchMalformed.With($"Line {Math.Min(line ?? _at, _lines.Length - 1) + 1} of the diff: {what}.");

    [GeneratedRegex(@"^@@ -(?<oldStart>\d+)(,(?<oldCount>\d+))? \+(?<newStart>\d+)(,(?<newCount>\d+))? @@")]
    private static partial Regex HunkHeader();

    [GeneratedRegex(@"^(?<kind>literal|delta) (?<size>\d+)$")]
    private static partial Regex BinaryHeader();
}
