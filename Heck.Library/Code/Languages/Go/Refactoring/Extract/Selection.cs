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

namespace Heck.Code.Languages.Go.Refactoring.Extract;

/// <summary>The code that becomes a function: an expression, or a run of whole statements.</summary>
/// <param name="File">The file.</param>
/// <param name="Start">Where it starts, comments in the range included.</param>
/// <param name="End">Where it ends, a comment on the last line included.</param>
/// <param name="Expression">The expression, if it is one.</param>
/// <param name="Statements">The statements otherwise.</param>
internal sealed record Selection(GoFile File, int Start, int End, GoNode Expression, IReadOnlyList<GoNode> Statements)
{
    public bool Holds(GoNode node) => node.File == File && Start <= node.Start && node.End <= End;

    public GoNode First => Expression.Exists ? Expression : Statements[0];

    public IEnumerable<GoNode> Nodes => Expression.Exists ? GoScene.Below(Expression) : Statements.SelectMany(GoScene.Below);

    /// <summary>The nodes that run as part of it: those of closures run later.</summary>
    public IEnumerable<GoNode> OwnNodes => Nodes.Where(n => !(n.Ancestor(K.FuncLiteral) is { Exists: true } literal && Holds(literal)));

    /// <summary>Null when the range is neither.</summary>
    public static Selection? At(GoFile file, int from, int to)
    {
        var (start, end) = GoSyntax.Trim(file, from, to);
        if (start >= end) return null;
        return Run(file, start, end) ?? (GoSyntax.ExpressionAt(file, start, end) is { Exists: true } expression ? new Selection(file, start, end, expression, []) : null);
    }

    private static Selection? Run(GoFile file, int start, int end)
    {
        for (var list = file.At(file.Tree.Covering(start, end)); list.Exists; list = list.Parent)
        {
            if (list.Kind is not (K.StatementList or K.Block or K.ExpressionCase or K.DefaultCase or K.TypeCase or K.CommunicationCase)) continue;
            var statements = (list.Kind == K.StatementList ? list : list.Get(K.StatementList)).Named.Where(s => s.Kind != K.EmptyStatement).ToList();
            var inside = statements.Where(s => s.Start >= start && s.End <= end).ToList();
            var crossed = statements.Exists(s => s.Start < end && s.End > start && !inside.Contains(s));
            if (crossed || inside.Count == 0) return null;
            if (!IsComments(file, start, inside[0].Start) || !IsComments(file, inside[^1].End, end)) return null;
            var last = file.Text.Lines.LineEnd(GoLines.LineOf(file, inside[^1].End));
            var tail = GoLines.EndsLine(file, inside[^1].End) ? GoSyntax.Trim(file, inside[^1].End, last).End : inside[^1].End;
            return new Selection(file, start, Math.Max(tail, end), default, inside);
        }

        return null;
    }

    private static bool IsComments(GoFile file, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            if (file.Text.Utf8.Span[at] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)';') continue;
            if (file.At(file.Tree.Covering(at, at + 1)) is not { Kind: K.Comment } comment) return false;
            at = comment.End - 1;
        }

        return true;
    }
}
