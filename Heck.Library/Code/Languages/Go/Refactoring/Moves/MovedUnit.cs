using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Moves;

/// <summary>A declaration that moves, with its comments.</summary>
/// <param name="Node">The declaration, or a line of a group.</param>
/// <param name="Objects">What it declares.</param>
internal sealed record MovedUnit(GoNode Node, IReadOnlyList<GoObject> Objects)
{
    public GoFile File => Node.File;

    /// <summary>Its whole lines, comments included.</summary>
    public (int Start, int End) Lines => GoLines.WithComments(Node);

    public bool Holds(GoNode node) => node.File == File && Lines.Start <= node.Start && node.End <= Lines.End;

    /// <summary>The declarations of some symbols; refused where one cannot stand elsewhere.</summary>
    public static List<MovedUnit> Of(GoScene scene, IReadOnlyList<GoObject> objects, Func<ErrorCode, string, GoNode, HeckException> refuse)
    {
        var units = new List<MovedUnit>();
        foreach (var declared in objects)
        {
            if (declared.Parts.Count > 0) throw refuse(ErrorTable.RefactorUnsupported, $"'{declared.Name}' is declared for several systems.", declared.NameNode);
            if (declared.Name == "init" && declared.Kind == ObjectKind.Function) throw refuse(ErrorTable.RefactorUnsupported, "When init runs depends on its file.", declared.NameNode);
            if (!(GoScene.IsPackageLevel(declared) || declared.Kind == ObjectKind.Method)) throw refuse(ErrorTable.RefactorUnsupported, $"'{declared.Name}' is no declaration of the package.", declared.NameNode);
            var spec = declared.Declaration;
            var (names, _) = GoDeclarations.Lists(spec);
            var missing = names.FirstOrDefault(n => n.Text != "_" && !objects.Any(o => o.NameNode == n));
            if (missing.Exists) throw refuse(ErrorTable.RefactorUnsupported, $"'{declared.Name}' is declared together with '{missing.Text}'.", missing);
            var unit = Whole(declared, objects);
            if (unit == spec && GoDeclarations.Counts(spec)) throw refuse(ErrorTable.RefactorUnsupported, $"The value of '{declared.Name}' depends on its place in its group.", declared.NameNode);
            if (unit == spec && GoDeclarations.OthersCount(spec)) throw refuse(ErrorTable.RefactorUnsupported, $"Later constants of the group of '{declared.Name}' count on their place.", declared.NameNode);
            if (!GoLines.BeginsLine(unit.File, unit.Start) || !GoLines.EndsLine(unit.File, unit.End)) throw refuse(ErrorTable.RefactorUnsupported, $"Other code stands on the lines of '{declared.Name}'.", declared.NameNode);
            if (!units.Exists(u => u.Node == unit)) units.Add(new MovedUnit(unit, [.. objects.Where(o => unit.Contains(o.NameNode))]));
        }

        return [.. units.OrderBy(u => u.File.Path).ThenBy(u => u.Node.Start)];
    }

    /// <summary>Whether nothing that anyone would keep is left of a file.</summary>
    public static bool IsEmptied(GoFile file, IReadOnlyList<MovedUnit> units) =>
        file.Root.Named.All(n => n.Kind is K.PackageClause or K.ImportDeclaration || units.Any(u => u.Holds(n))) && GoLines.Comments(file).All(c => units.Any(u => u.Holds(c))) && file.Scopes.Imports.TrueForAll(i => i.Name is not "_");

    private static GoNode Whole(GoObject declared, IReadOnlyList<GoObject> objects)
    {
        var unit = GoDeclarations.UnitOf(declared);
        if (unit.Kind is not (K.VarSpec or K.ConstSpec or K.TypeSpec or K.TypeAlias)) return unit;
        var whole = GoDeclarations.WholeOf(unit);
        return GoDeclarations.SpecsOf(whole).All(s => s.All(F.Name).All(n => objects.Any(o => o.NameNode == n))) ? whole : unit;
    }

    /// <summary>The declaration as it stands alone, with some ranges written otherwise.</summary>
    public CodeText Text(IReadOnlyList<(int Start, int End, CodeText Text)> marks)
    {
        var text = new CodeText();
        var path = File.Path;
        var (start, _) = GoSyntax.Trim(File, Lines.Start, Lines.End);
        var lineEnd = GoSyntax.Trim(File, Node.Start, File.Text.Lines.LineEnd(GoLines.LineOf(File, Node.End))).End;
        if (Node.Kind is not (K.VarSpec or K.ConstSpec or K.TypeSpec or K.TypeAlias) || Node.Parent.Kind is K.VarDeclaration or K.ConstDeclaration or K.TypeDeclaration && !Node.Parent.Has("("u8))
        {
            Copy(text, start, lineEnd, "", marks);
            return text;
        }

        // A line of a group stands alone: without the group's indentation and without its columns.
        Copy(text, start, Node.Start, "\t", marks);
        text.Write(Node.Kind switch { K.VarSpec => "var ", K.ConstSpec => "const ", _ => "type " });
        var parts = Node.Named.ToList();
        var at = Node.Start;
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0)
            {
                var between = System.Text.Encoding.UTF8.GetString(File.Text.Utf8.Span[at..parts[i].Start]);
                text.Write(between.Contains('=', StringComparison.Ordinal) ? " = " : between.Contains(',', StringComparison.Ordinal) ? ", " : between.Length == 0 ? "" : " ");
            }

            Copy(text, parts[i].Start, parts[i].End, "\t", marks);
            at = parts[i].End;
        }

        if (lineEnd > Node.End) text.Write(" ").Copy(path, GoSyntax.Trim(File, Node.End, lineEnd).Start, lineEnd);
        return text;
    }

    private void Copy(CodeText text, int start, int end, string from, IReadOnlyList<(int Start, int End, CodeText Text)> marks)
    {
        foreach (var mark in marks.Where(m => m.Start >= start && m.End <= end).OrderBy(m => m.Start))
        {
            text.CopyIndented(File.Text, File.Path, start, mark.Start, from, "", GoSyntax.IsInString(File)).Append(mark.Text);
            start = mark.End;
        }

        if (end > start) text.CopyIndented(File.Text, File.Path, start, end, from, "", GoSyntax.IsInString(File));
    }
}
