using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Formatting;

/// <summary>Blank lines that gofmt takes away: a second one, and those at the edges of blocks and at the end of the file.</summary>
internal static class BlankLines
{
    public static IEnumerable<TextEdit> Edits(GoFile file)
    {
        var lines = file.Text.Lines;
        var isInString = GoSyntax.IsInString(file);
        for (var line = 2; line <= lines.LineCount; line++)
        {
            if (!GoLines.IsBlank(file, line) || isInString(lines.LineStart(line)) || IsInComment(file, lines.LineStart(line))) continue;
            var last = line;
            while (last < lines.LineCount && GoLines.IsBlank(file, last + 1)) last++;
            var isEnd = last >= lines.LineCount || GoLines.After(file, last) >= file.Text.Utf8.Length;
            var isEdge = isEnd || Opens(Line(file, line - 1)) || Closes(Line(file, last + 1));
            var (start, end) = (isEdge ? lines.LineStart(line) : GoLines.After(file, line), isEnd ? file.Text.Utf8.Length : lines.LineStart(last + 1));
            if (end > start) yield return new TextEdit(start, end - start, "");
            line = last;
        }
    }

    private static bool IsInComment(GoFile file, int offset) => file.At(file.Tree.Covering(offset, offset)) is { Kind: K.Comment } comment && comment.Start < offset && offset < comment.End;

    private static string Line(GoFile file, int line) => System.Text.Encoding.UTF8.GetString(file.Text.Utf8.Span[GoLines.StartOf(file, line)..GoLines.After(file, line)]).Trim();

    private static bool Opens(string line) => line.EndsWith('{') || line.EndsWith('(');

    private static bool Closes(string line) => line.StartsWith('}') || line.StartsWith(')');
}
