using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>Copies code to another depth, with some of its parts replaced.</summary>
internal static class CodeCopy
{
    public static CodeText Indented(this CodeText code, PythonFile file, int start, int end, string from, string to, IEnumerable<(int Start, int End, CodeText Text)> replaced)
    {
        foreach (var part in replaced.Where(r => r.Start >= start && r.End <= end).OrderBy(r => r.Start))
        {
            code.CopyIndented(file.Text, file.Path, start, part.Start, from, to, at => IsInString(file, at)).Append(part.Text);
            start = part.End;
        }

        return code.CopyIndented(file.Text, file.Path, start, end, from, to, at => IsInString(file, at));
    }

    /// <summary>Whether a line that begins at an offset begins inside a string.</summary>
    public static bool IsInString(PythonFile file, int at)
    {
        for (PythonNode? node = file.Unit[file.Unit.Tree.Covering(at, at)]; node is { } inner; node = inner.Parent)
        {
            if (inner.Is(Kinds.String)) return inner.Start < at && at < inner.End;
        }

        return false;
    }
}
