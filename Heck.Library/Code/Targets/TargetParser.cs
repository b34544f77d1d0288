using System.Globalization;
using System.Text.RegularExpressions;
using Heck.Contracts.Errors;

namespace Heck.Code.Targets;

/// <summary>Takes the text of a target apart, without looking at any file. The forms are those of <see cref="TargetForm"/>.</summary>
internal static partial class TargetParser
{
    /// <exception cref="HeckException"><c>target.not_found</c>: the numbers make no place.</exception>
    public static Target Parse(string text)
    {
        var match = Places().Match(text);
        if (!match.Success) return new Target(text, text.Contains('#') ? TargetForm.SymbolInFile : TargetForm.PathOrSymbol, text);
        var target = new Target(text, FormOf(match, text), match.Groups["path"].Value, Number("line"), Number("column"), Number("endline"), Number("endcolumn"));
        return IsOrdered(target) ? target : throw Malformed(text);

        int Number(string group) => match.Groups[group] is { Success: true } found
            ? int.TryParse(found.ValueSpan, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : throw Malformed(text)
            : 0;
    }

    private static TargetForm FormOf(Match match, string text) => (match.Groups["column"].Success, match.Groups["endline"].Success, match.Groups["endcolumn"].Success) switch
    {
        (false, false, false) => TargetForm.Line,
        (true, false, false) => TargetForm.Position,
        (false, true, false) => TargetForm.Lines,
        (true, true, true) => TargetForm.Range,
        _ => throw Malformed(text),
    };

    private static bool IsOrdered(Target target) => target.EndLine == 0
        || (target.Form == TargetForm.Lines ? target.Line <= target.EndLine : (target.Line, target.Column).CompareTo((target.EndLine, target.EndColumn)) <= 0);

    private static HeckException Malformed(string text) => ErrorTable.TargetNotFound.With(
        $"'{text}' names no place.", "Lines and columns count from 1: PATH:LINE, PATH:LINE:COLUMN, PATH:10-40, PATH:LINE:COLUMN-LINE:COLUMN.");

    [GeneratedRegex(@"^(?<path>.+?):(?<line>\d+)(:(?<column>\d+))?(-(?<endline>\d+)(:(?<endcolumn>\d+))?)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Places();
}
