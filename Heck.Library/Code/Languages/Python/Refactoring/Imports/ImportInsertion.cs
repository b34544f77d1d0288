using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Refactoring.Proposals;

namespace Heck.Code.Languages.Python.Refactoring.Imports;

/// <summary>Adds imports to a file: to a statement that takes from the module already, else below the last import at its top.</summary>
internal sealed class ImportInsertion(PythonFile file, IReadOnlyCollection<PythonNode> removed)
{
    public IEnumerable<ProposedEdit> Add(IReadOnlyList<ImportLine> lines)
    {
        var left = new List<ImportLine>();
        foreach (var group in lines.DistinctBy(l => l.Key).GroupBy(l => l.From))
        {
            if (group.Key is { } module && !group.Any(l => l.IsForTypes) && StatementOf(module) is { } statement) yield return Extend(statement, [.. group]);
            else left.AddRange(group);
        }

        if (left.Count > 0) yield return Insert(Text(left));
    }

    /// <summary>The lines, names of one module together; those for types in a block of their own.</summary>
    public static CodeText Text(IReadOnlyList<ImportLine> lines)
    {
        var code = new CodeText();
        Write(code, [.. lines.Where(l => !l.IsForTypes)], "");
        var types = lines.Where(l => l.IsForTypes).ToList();
        if (types.Count == 0) return code;
        code.Write(code.Pieces.Count > 0 ? "\n\nif TYPE_CHECKING:\n" : "if TYPE_CHECKING:\n");
        Write(code, types, "    ");
        return code;
    }

    private static void Write(CodeText code, List<ImportLine> lines, string indentation)
    {
        var isFirst = true;
        foreach (var group in lines.DistinctBy(l => l.Key).GroupBy(l => l.From ?? l.Key))
        {
            code.Write((isFirst ? "" : "\n") + indentation).Append(group.First().Code);
            foreach (var more in group.Skip(1)) code.Write(", ").Append(more.Name);
            isFirst = false;
        }
    }

    private PythonNode? StatementOf(string module) => file.Unit.Root.Children
        .Where(s => s.Is(Kinds.ImportFrom) && !removed.Contains(s) && s.Child(Fields.ModuleName)?.Text == module && s.ChildrenIn(Fields.Name).Any())
        .Select(s => (PythonNode?)s).FirstOrDefault();

    private static ProposedEdit Extend(PythonNode statement, List<ImportLine> lines)
    {
        var last = statement.ChildrenIn(Fields.Name).Last();
        var text = statement.File.Text;
        var isLong = text.Lines.PositionAt(last.Start).Line > text.Lines.PositionAt(statement.Start).Line;
        var code = new CodeText();
        foreach (var line in lines) code.Write(isLong ? ",\n" + Indentation.Of(text, last.Start) : ", ").Append(line.Name);
        return ProposedEdit.Insert(file(statement), last.End, code);

        static Contracts.RepoPath file(PythonNode node) => node.File.Path;
    }

    private ProposedEdit Insert(CodeText code)
    {
        var text = file.Text;
        var head = file.Unit.Root.Children.TakeWhile(IsHead).ToList();
        var kept = head.Where(h => !removed.Contains(h)).Select(h => (PythonNode?)h).LastOrDefault();
        if (kept is { } anchor)
        {
            var end = text.Lines.LineEnd(text.Lines.PositionAt(anchor.End).Line);
            return ProposedEdit.Insert(file.Path, end, new CodeText().Write(anchor.IsDocstring || anchor.Is(Kinds.FutureImport) ? "\n\n" : "\n").Append(code));
        }

        if (head.Count > 0) return ProposedEdit.Insert(file.Path, Removal.Extent(head[0]).Start, code.Write("\n"));
        var first = file.Unit.Root.Children.Select(s => (PythonNode?)s).FirstOrDefault();
        var start = first is { } statement ? text.Lines.LineStart(Removal.FirstLine(statement)) : text.Utf8.Length;
        return ProposedEdit.Insert(file.Path, start, code.Write(first is null ? "\n" : first.Value.Is(Kinds.ExpressionStatement) ? "\n\n" : "\n\n\n"));
    }

    private static bool IsHead(PythonNode statement) => statement.Is(Kinds.ImportStatement) || statement.Is(Kinds.ImportFrom) || statement.Is(Kinds.FutureImport) || statement.IsDocstring;
}
