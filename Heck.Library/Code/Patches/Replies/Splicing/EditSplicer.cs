using Heck.Code.Patches.Replies.Matching;
using Heck.Contracts.Errors;

namespace Heck.Code.Patches.Replies.Splicing;

/// <summary>
/// Puts the new lines of edits between the file's own bytes, of which none outside the edits is touched. New lines get the line end of the lines that they replace or stand beside; a last line
/// without line end stays one, unless the form says otherwise.
/// </summary>
internal sealed class EditSplicer(FileLines file)
{
    /// <exception cref="HeckException"><c>file.undecodable</c>: a new line cannot be written in the file's encoding.</exception>
    public byte[] Splice(IEnumerable<LocatedEdit> edits)
    {
        using var result = new MemoryStream();
        result.Write(file.Mark);
        var at = 0;
        foreach (var (edit, splice) in edits.SelectMany(edit => edit.Splices().Select(splice => (edit, splice))).OrderBy(pair => pair.splice.Line).ThenBy(pair => pair.splice.Removed.Count > 0))
        {
            result.Write(file.Bytes(file.StartOf(at), file.StartOf(splice.Line)));
            Write(result, edit, splice);
            at = splice.End;
        }

        result.Write(file.Bytes(file.StartOf(at), file.StartOf(file.Count)));
        return result.ToArray();
    }

    private void Write(MemoryStream result, LocatedEdit edit, LineSplice splice)
    {
        var lacksEnd = splice.End == file.Count && LacksEnd(splice);
        if (splice.Added.Count > 0 && splice.Line > 0 && file.LineEnd(splice.Line - 1).IsEmpty) result.Write(LineEndNear(splice.Line - 1));
        for (var i = 0; i < splice.Added.Count; i++)
        {
            result.Write(Encode(edit, splice, i));
            if (!lacksEnd || i < splice.Added.Count - 1) result.Write(LineEndFor(splice, i));
        }
    }

    // Where the form has notes about it they are followed; else the file's end stays as it is.
    private bool LacksEnd(LineSplice splice)
    {
        if (splice.Added.Any(line => line.LacksEnd)) return splice.Added[^1].LacksEnd;
        return file.Count > 0 && file.LineEnd(file.Count - 1).IsEmpty && !splice.Removed.Any(line => line.LacksEnd);
    }

    private byte[] Encode(LocatedEdit edit, LineSplice splice, int i)
    {
        var line = edit.Indent.Apply(splice.Added[i].Text)!;
        if (splice.Added.Count == splice.Removed.Count) line = FileTypography.Keep(line, edit.Indent.Apply(splice.Removed[i].Text) ?? splice.Removed[i].Text, file[splice.Line + i]);
        return file.Encoding.TryEncode(line) ?? throw ErrorTable.FileUndecodable.With(
            $"The edit at line {edit.Edit.ReplyLine} of the reply writes characters beyond ASCII into a file that is neither UTF-8 nor UTF-16.", "Convert the file to UTF-8 first, or keep the new lines to ASCII.");
    }

    private ReadOnlySpan<byte> LineEndFor(LineSplice splice, int i) => i < splice.Removed.Count && file.LineEnd(splice.Line + i) is { IsEmpty: false } own
        ? own
        : LineEndNear(splice.Removed.Count > 0 ? splice.End - 1 : splice.Line - 1);

    // Its own, or that of the nearest line above or else below; LF in a file without any.
    private ReadOnlySpan<byte> LineEndNear(int line)
    {
        for (var at = Math.Min(line, file.Count - 1); at >= 0; at--)
        {
            if (!file.LineEnd(at).IsEmpty) return file.LineEnd(at);
        }

        return file.Count > 0 && !file.LineEnd(0).IsEmpty ? file.LineEnd(0) : file.Encoding.TryEncode("\n")!;
    }
}
