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

/// <summary>
/// The blanks around binary operators by gofmt's rule: how tightly operators of an expression bind, and how deeply it is nested, decide where they stand
/// (<c>go/printer/nodes.go</c>, <c>binaryExpr</c>, <c>walkBinary</c>, <c>cutoff</c>).
/// </summary>
internal sealed class OperatorSpacing(GoFile file)
{
    private readonly List<(string Whole, TextEdit Edit)> _edits = [];

    /// <summary>What would have to change, each with the outermost operation that it belongs to.</summary>
    public IReadOnlyList<(string Whole, TextEdit Edit)> Edits()
    {
        Statements(file.Root);
        return _edits;
    }

    private void Statements(GoNode node)
    {
        foreach (var child in node.Named)
        {
            if (GoSyntax.IsExpression(child)) Expression(child, DepthIn(node, child));
            else Statements(child);
        }
    }

    private static int DepthIn(GoNode parent, GoNode child)
    {
        if (parent.Kind is K.IncStatement or K.DecStatement) return 2;
        return parent.Kind == K.ExpressionList && parent.Parent is { Kind: K.AssignmentStatement or K.ShortVarDeclaration } both && both.Get(F.Left).Named.Skip(1).Any() && both.Get(F.Right).Named.Skip(1).Any() ? 2 : 1;
    }

    private void Expression(GoNode node, int depth)
    {
        switch (node.Kind)
        {
            case K.BinaryExpression: Binary(node, Cutoff(node, depth), depth); break;
            case K.ParenthesizedExpression: Expression(node.FirstNamed, node.FirstNamed.Kind == K.ParenthesizedExpression ? depth : Math.Max(1, depth - 1)); break;
            case K.UnaryExpression: Expression(node.Get(F.Operand), node.Get(F.Operator).Text == "*" ? 1 : depth); break;
            case K.SelectorExpression or K.TypeAssertionExpression: Expression(node.Get(F.Operand), depth); break;
            case K.IndexExpression:
                Expression(node.Get(F.Operand), 1);
                Expression(node.Get(F.Index), depth + 1);
                break;
            case K.SliceExpression:
                Slice(node, depth);
                break;
            case K.CallExpression:
                var arguments = node.Get(F.Arguments).Named.ToList();
                if (arguments.Count > 1) depth++;
                Expression(node.Get(F.Function), depth);
                foreach (var argument in arguments) Expression(argument.Kind == K.VariadicArgument ? argument.FirstNamed : argument, depth);
                break;
            case K.TypeConversionExpression: Expression(node.Get(F.Operand), depth); break;
            default: Statements(node); break;
        }
    }

    private void Binary(GoNode node, int cutoff, int depth)
    {
        var (left, right, op) = (node.Get(F.Left), node.Get(F.Right), node.Get(F.Operator));
        var precedence = GoSyntax.Precedence(op.Text);
        var blanks = precedence < cutoff;
        var inner = left.Kind == K.BinaryExpression && GoSyntax.Precedence(left.Get(F.Operator).Text) == precedence ? 0 : 1;
        if (left.Kind == K.BinaryExpression) Binary(left, Cutoff(left, depth + inner), depth + inner);
        else Expression(left, depth + inner);
        Space(node, left.End, op.Start, blanks);
        Space(node, op.End, right.Start, blanks);
        if (right.Kind == K.BinaryExpression) Binary(right, Cutoff(right, depth + 1), depth + 1);
        else Expression(right, depth + 1);
    }

    private void Slice(GoNode node, int depth)
    {
        Expression(node.Get(F.Operand), 1);
        List<GoNode> indexes = [.. node.Named.Where(n => n.Field is F.Start or F.End or F.Capacity)];
        foreach (var index in indexes) Expression(index, depth + 1);
        var blanks = depth <= 1 && indexes.Count > 1 && indexes.Exists(i => i.Kind == K.BinaryExpression);
        for (var i = 0; i + 1 < indexes.Count; i++)
        {
            var between = file.Text.Utf8.Span[indexes[i].End..indexes[i + 1].Start];
            if (between.IndexOfAny((byte)'\n', (byte)'/') >= 0) continue;
            var colon = indexes[i].End + between.IndexOf((byte)':');
            Space(node, indexes[i].End, colon, blanks);
            Space(node, colon + 1, indexes[i + 1].Start, blanks);
        }
    }

    /// <summary>A line break, or a comment, stays.</summary>
    private void Space(GoNode node, int start, int end, bool blank)
    {
        if (end < start || !file.Text.Utf8.Span[start..end].Trim((byte)' ').IsEmpty) return;
        if (end - start == (blank ? 1 : 0)) return;
        var whole = node;
        while (whole.Parent.Kind is K.BinaryExpression or K.ParenthesizedExpression) whole = whole.Parent;
        _edits.Add((whole.Text, new TextEdit(start, end - start, blank ? " " : "")));
    }

    private static int Cutoff(GoNode node, int depth)
    {
        var (has4, has5, problem) = Walk(node);
        if (problem > 0) return problem + 1;
        return has4 && has5 ? depth == 1 ? 5 : 4 : depth == 1 ? 6 : 4;
    }

    private static (bool Has4, bool Has5, int Problem) Walk(GoNode node)
    {
        var op = node.Get(F.Operator).Text;
        var precedence = GoSyntax.Precedence(op);
        var (has4, has5, problem) = (precedence == 4, precedence == 5, 0);
        if (node.Get(F.Left) is { Kind: K.BinaryExpression } left && GoSyntax.Precedence(left.Get(F.Operator).Text) >= precedence) Add(Walk(left));
        var right = node.Get(F.Right);
        if (right.Kind == K.BinaryExpression && GoSyntax.Precedence(right.Get(F.Operator).Text) > precedence) Add(Walk(right));
        if (right.Kind == K.UnaryExpression)
        {
            problem = Math.Max(problem, (op + right.Get(F.Operator).Text) switch { "/*" or "&&" or "&^" => 5, "++" or "--" => 4, _ => 0 });
        }

        return (has4, has5, problem);

        void Add((bool Has4, bool Has5, int Problem) inner) => (has4, has5, problem) = (has4 || inner.Has4, has5 || inner.Has5, Math.Max(problem, inner.Problem));
    }
}
