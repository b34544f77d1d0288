using Heck.Code.Patches.Formats;
using Heck.Contracts;
using Heck.Contracts.Errors;
using System.Text.RegularExpressions;
using System.Text;

namespace Heck.Code.Patches.Replies.Forms;

/// <summary>
/// Reads a unified diff as models write it: lines count as they stand, whatever the numbers behind <c>@@</c> say, and there may be none. Where a lack of lines might mean that
/// the diff was cut off, it is refused. A diff that a program made is read by <see cref="UnifiedDiffReader"/>, which holds it to its numbers.
/// </summary>
internal sealed partial class LooseDiffReader
{
    private const string NoFile = "/dev/null";

    private readonly ReplyLines _lines;
    private readonly Func<string, bool> _isFile;
    private readonly List<FileProposal> _files = [];
    private readonly int _end;
    private readonly bool _isClosed;
    private int _at;

    private LooseDiffReader(ReplyLines lines, int first, int end, bool isClosed, Func<string, bool> isFile)
    {
        (_lines, _at, _end, _isClosed, _isFile) = (lines, first, end, isClosed, isFile);
    }

    /// <summary>A file's section begins at the line.</summary>
    public static bool Begins(ReplyLines lines, int at) => IsGitHeader(lines[at]) || (IsOldName(lines[at]) && at + 1 < lines.Count && IsNewName(lines[at + 1]));

    /// <param name="lines">The reply.</param>
    /// <param name="isFile">Tells a path with a first part called <c>a</c> from git's prefix.</param>
    /// <exception cref="HeckException"><c>patch.malformed</c>, naming the line; <c>path.invalid</c>.</exception>
    public static IReadOnlyList<FileProposal> Read(ReplyLines lines, Func<string, bool> isFile)
    {
        var fences = Fence.In(lines).Where(fence => Enumerable.Range(fence.First, fence.End - fence.First).Any(at => Begins(lines, at))).ToList();
        if (fences.Count == 0) return Read(lines, 0, lines.Count, isClosed: false, isFile);
        return [.. fences.SelectMany(fence => Read(lines, fence.First, fence.End, fence.IsClosed, isFile))];
    }

    private static List<FileProposal> Read(ReplyLines lines, int first, int end, bool isClosed, Func<string, bool> isFile)
    {
        var reader = new LooseDiffReader(lines, first, end, isClosed, isFile);
        while (!reader.AtEnd)
        {
            if (Begins(lines, reader._at)) reader.ReadFile();
            else if (Hunk().IsMatch(reader.Current)) throw ReplyFault.At(reader._at, "this hunk belongs to no file");
            else reader._at++;
        }

        return reader._files;
    }

    private bool AtEnd => _at >= _end;

    private string Current => _lines[_at];

    private static bool IsGitHeader(string line) => line.StartsWith("diff --git ", StringComparison.Ordinal);

    private static bool IsOldName(string line) => line.StartsWith("--- ", StringComparison.Ordinal);

    private static bool IsNewName(string line) => line.StartsWith("+++ ", StringComparison.Ordinal);

    private void ReadFile()
    {
        var start = _at;
        var headers = new GitHeaders();
        var hasHeaders = IsGitHeader(Current);
        if (hasHeaders)
        {
            for (_at++; !AtEnd && headers.TryRead(Current); _at++)
            {
            }
        }

        if (IsOrdinary(headers.OldMode) is false || IsOrdinary(headers.NewMode) is false) throw ReplyFault.At(start, "only ordinary files are changed by a reply, no links and no submodules");
        if (!AtEnd && IsBinaryNote(Current)) throw ReplyFault.At(_at, "a reply cannot change a binary file", "Give a diff made by `git diff --binary`, alone in its file.");
        var names = !AtEnd && IsOldName(Current) ? ReadNames() : NamesOf(headers, start);
        var edits = ReadEdits();
        if (edits.Count == 0 && !(hasHeaders && (headers.MayHaveNoContent || headers.IsNew))) throw ReplyFault.At(start, "this file has no lines");
        _files.Add(Proposal(names.Old, names.New, headers, edits, start));
    }

    private static bool? IsOrdinary(string? mode) => mode is null ? null : GitFileModes.Parse(mode) is GitFileMode.Regular or GitFileMode.Executable;

    private static bool IsBinaryNote(string line) => line == "GIT binary patch" || line.StartsWith("Binary files ", StringComparison.Ordinal);

    private static FileProposal Proposal(RepoPath? old, RepoPath? @new, GitHeaders headers, IReadOnlyList<EditProposal> edits, int start)
    {
        var mode = headers.NewMode is { } digits ? GitFileModes.Parse(digits) : null;
        if (old is { } from && @new is { } to) return new FileProposal(ProposalKind.Update, from, start + 1) { MoveTo = to == from ? null : to, IsCopy = headers.IsCopy, Edits = edits, Mode = mode };
        if (old is { } gone) return new FileProposal(ProposalKind.Delete, gone, start + 1) { Edits = edits };
        if (@new is not { } path) throw ReplyFault.At(start, "both sides are no file");
        if (edits.SelectMany(edit => edit.Lines).FirstOrDefault(line => line.Sign != '+') is { Sign: not '\0' }) throw ReplyFault.At(start, "a new file has only lines with '+'");
        return new FileProposal(ProposalKind.Create, path, start + 1) { Content = [.. edits.SelectMany(edit => edit.Lines)], Mode = mode };
    }

    private (RepoPath? Old, RepoPath? New) ReadNames()
    {
        var at = _at;
        var old = NameIn(at);
        if (at + 1 >= _end || !IsNewName(_lines[at + 1])) throw ReplyFault.At(at, "a '+++' line should follow the '---' line");
        var @new = NameIn(at + 1);
        _at += 2;
        return (PathOf(old, @new, at), PathOf(@new, old, at + 1));
    }

    // A tab ends the name, and so do blanks before a date.
    private string NameIn(int at)
    {
        var text = _lines[at]["--- ".Length..];
        if (text.StartsWith('"')) return DiffPaths.Unquote(Latin1(text))?.Name is { } quoted ? Utf8(quoted) : throw ReplyFault.At(at, "the name is quoted wrongly");
        return Date().Replace(text.Split('\t')[0], "").Trim();
    }

    private static string Latin1(string text) => Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(text));

    private static string Utf8(string latin1) => Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(latin1));

    // git's a/ and b/ are taken off where the other side has its own; a name that is a file as it stands is left.
    private RepoPath? PathOf(string name, string other, int at)
    {
        if (name == NoFile) return null;
        var isPrefixed = (name.StartsWith("a/", StringComparison.Ordinal) && (other == NoFile || other.StartsWith("b/", StringComparison.Ordinal)))
            || (name.StartsWith("b/", StringComparison.Ordinal) && (other == NoFile || other.StartsWith("a/", StringComparison.Ordinal)));
        return ReplyFault.PathAt(at, isPrefixed && !(_isFile(name) && !_isFile(name[2..])) ? name[2..] : name.StartsWith("./", StringComparison.Ordinal) ? name[2..] : name);
    }

    private (RepoPath? Old, RepoPath? New) NamesOf(GitHeaders headers, int start)
    {
        if (headers.IsRenameOrCopy) return (ReplyFault.PathAt(start, headers.OldName ?? ""), ReplyFault.PathAt(start, headers.NewName ?? ""));
        var names = SameNames().Match(_lines[start]);
        var path = names.Success ? ReplyFault.PathAt(start, names.Groups[1].Value) : throw ReplyFault.At(start, "the names cannot be told apart");
        return (headers.IsNew ? null : path, headers.IsDeleted ? null : path);
    }

    private List<EditProposal> ReadEdits()
    {
        var edits = new List<EditProposal>();
        while (!AtEnd && !Begins(_lines, _at))
        {
            if (Hunk().IsMatch(Current)) edits.Add(ReadEdit(HunkNumbers.TryRead(Current), ++_at));
            else if (edits.Count == 0 && Current is [' ' or '-' or '+', ..]) edits.Add(ReadEdit(null, _at));
            else break;
        }

        return edits;
    }

    private EditProposal ReadEdit(HunkNumbers? numbers, int start)
    {
        var hunk = new HunkLines(numbers);
        for (; !AtEnd && !EndsHunk(hunk); _at++)
        {
            if (Current.StartsWith('\\')) MarkEnd(hunk);
            else if (Current.Length == 0) hunk.Add(new ProposedLine(HunkLines.LostBlank, ""));
            else if (Current[0] is ' ' or '-' or '+') hunk.Add(new ProposedLine(Current[0], Current[1..]));
            else throw ReplyFault.At(_at, "each line of a hunk begins with ' ', '-' or '+'");
        }

        hunk.DropLostBlanks();
        if (hunk.IsEmpty) throw ReplyFault.At(start - 1, "the hunk has no lines");
        EnsureWhole(hunk, start - 1);
        return new EditProposal(hunk.ToLines(), start) { OldStart = numbers?.OldStart };
    }

    private bool EndsHunk(HunkLines hunk)
    {
        if (Hunk().IsMatch(Current) || IsGitHeader(Current)) return true;
        // A removed line '-- x' looks like a name.
        if (Begins(_lines, _at)) return hunk.IsFull || !hunk.HasNumbers || (_at + 2 < _end && Hunk().IsMatch(_lines[_at + 2]));
        return hunk.IsFull && Current is not [' ' or '-' or '+' or '\\', ..];
    }

    private void MarkEnd(HunkLines hunk)
    {
        if (hunk.IsEmpty) throw ReplyFault.At(_at, "the note about a missing line end follows no line");
        hunk.MarkEnd();
    }

    // Without a closing fence only the numbers show that the last hunk is whole.
    private void EnsureWhole(HunkLines hunk, int start)
    {
        if (!AtEnd || _isClosed || _end != _lines.Count) return;
        if (hunk.LacksMoreThanContext) throw CutOff(start);
        if (!_lines.IsWhole && hunk.EndsInAddition && !hunk.IsExact) throw CutOff(start);
    }

    private static HeckException CutOff(int start) =>
        ReplyFault.At(start, "nothing shows that this hunk, the last thing in the reply, is whole; it may have been cut off", "If it is whole, correct the numbers in its '@@' line, or close it with a ``` fence.");

    [GeneratedRegex("^@@")]
    private static partial Regex Hunk();

    [GeneratedRegex(@"\s+(\d{4}-\d{2}-\d{2}|(Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s).*$")]
    private static partial Regex Date();

    [GeneratedRegex(@"^diff --git a/(.+) b/\1$")]
    private static partial Regex SameNames();
}
