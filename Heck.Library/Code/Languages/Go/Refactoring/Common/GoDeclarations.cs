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

namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>Declarations as pieces of a file.</summary>
internal static class GoDeclarations
{
    /// <summary>What goes when a declaration goes: the declaration, or its line in a group.</summary>
    public static GoNode UnitOf(GoObject declared)
    {
        var spec = declared.Declaration;
        if (spec.Kind is not (K.VarSpec or K.ConstSpec or K.TypeSpec or K.TypeAlias)) return spec;
        var whole = WholeOf(spec);
        return SpecsOf(whole).Skip(1).Any() ? spec : whole;
    }

    public static GoNode WholeOf(GoNode spec) => spec.Ancestor(K.VarDeclaration, K.ConstDeclaration, K.TypeDeclaration);

    public static IEnumerable<GoNode> SpecsOf(GoNode declaration) =>
        (declaration.Get(K.VarSpecList) is { Exists: true } list ? list : declaration).Named.Where(s => s.Kind is K.VarSpec or K.ConstSpec or K.TypeSpec or K.TypeAlias);

    /// <summary>Whether constants that follow in the group take their value from their place in it, or from this one.</summary>
    public static bool OthersCount(GoNode spec) => spec.Kind == K.ConstSpec && SpecsOf(WholeOf(spec)).Any(s => s.Index > spec.Index && (!s.Get(F.Value).Exists || UsesIota(s)));

    /// <summary>Whether a constant takes its value from its place in the group.</summary>
    public static bool Counts(GoNode spec) => spec.Kind == K.ConstSpec && (!spec.Get(F.Value).Exists || UsesIota(spec));

    public static bool UsesIota(GoNode node) => GoScene.Below(node).Any(n => n.Kind == K.Iota || (n.Kind == K.Identifier && n.Text == "iota"));

    /// <summary>The value that a name is declared with; none without one of its own.</summary>
    public static GoNode ValueOf(GoObject declared)
    {
        var (names, values) = Lists(declared.Declaration);
        return names.Count == values.Count ? values.ElementAtOrDefault(names.FindIndex(n => n == declared.NameNode)) : default;
    }

    public static (List<GoNode> Names, List<GoNode> Values) Lists(GoNode declaration) => declaration.Kind switch
    {
        K.VarSpec or K.ConstSpec => ([.. declaration.All(F.Name)], [.. declaration.Get(F.Value).Named]),
        K.ShortVarDeclaration => ([.. declaration.Get(F.Left).Named], [.. declaration.Get(F.Right).Named]),
        _ => ([], []),
    };

    /// <summary>Deletes whole lines.</summary>
    public static ProposedEdit Delete(GoFile file, (int Start, int End) lines) => GoLines.Widen(file, lines.Start, lines.End) is var (start, end) ? ProposedEdit.Delete(file.Path, start, end) : throw new InvalidOperationException();

    /// <summary>Deletes an item of a list with one of the commas beside it.</summary>
    public static ProposedEdit DeleteItem(IReadOnlyList<GoNode> items, int at)
    {
        var path = items[at].File.Path;
        return at + 1 < items.Count ? ProposedEdit.Delete(path, items[at].Start, items[at + 1].Start) : ProposedEdit.Delete(path, items[at - 1].End, items[at].End);
    }

    /// <summary>Takes a name out of the code with its value; documentation goes along.</summary>
    public static IEnumerable<ProposedEdit> Remove(GoObject part, bool withComments = true)
    {
        var (names, values) = part.Declaration.Kind == K.FieldDeclaration ? ([.. part.Declaration.All(F.Name)], []) : Lists(part.Declaration);
        if (names.Count > 1)
        {
            var at = names.FindIndex(n => n == part.NameNode);
            yield return DeleteItem(names, at);
            if (values.Count == names.Count) yield return DeleteItem(values, at);
            yield break;
        }

        var unit = UnitOf(part);
        var file = unit.File;
        if (unit.Field == F.Initializer)
        {
            var next = file.Text.Utf8.Span[unit.End..].IndexOf((byte)';') + unit.End + 1;
            while (file.Text.Utf8.Span[next] is (byte)' ' or (byte)'\t') next++;
            yield return ProposedEdit.Delete(file.Path, unit.Start, next);
        }
        else if (!GoLines.BeginsLine(file, unit.Start) || !GoLines.EndsLine(file, unit.End))
        {
            var next = unit.Parent.Named.FirstOrDefault(n => n.Index > unit.Index);
            yield return ProposedEdit.Delete(file.Path, unit.Start, next.Exists ? next.Start : unit.End);
        }
        else if (withComments)
        {
            yield return Delete(file, GoLines.WithComments(unit));
        }
        else
        {
            var (first, last) = (GoLines.LineOf(file, unit.Start), GoLines.LineOf(file, unit.End));
            var comment = GoLines.Comments(file).FirstOrDefault(c => c.Start >= unit.End && GoLines.LineOf(file, c.Start) == last);
            yield return comment.Exists ? ProposedEdit.Delete(file.Path, unit.Start, comment.Start) : Delete(file, (GoLines.StartOf(file, first), GoLines.After(file, last)));
        }
    }
}
