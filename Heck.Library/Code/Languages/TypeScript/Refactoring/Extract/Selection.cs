using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>The code that a range selects: an expression, a type, or statements that follow each other.</summary>
internal sealed class Selection
{
    private Selection(IReadOnlyList<TsNode> nodes, bool isStatements) => (Nodes, IsStatements) = (nodes, isStatements);

    public IReadOnlyList<TsNode> Nodes { get; }

    public bool IsStatements { get; }

    public TsNode First => Nodes[0];

    public TsNode Last => Nodes[^1];

    public int Start { get; private init; }

    public int End { get; private init; }

    public TsFile File => First.File;

    public bool Contains(TsNode node) => Nodes.Any(n => n.Contains(node));

    public IEnumerable<TsNode> Subtree => Nodes.SelectMany(n => n.Subtree);

    /// <exception cref="HeckException"><c>refactor.invalid_range</c>.</exception>
    public static Selection Of(TsScene ts, ExtractAsk ask)
    {
        var file = ts.File(ask.Path);
        var (start, end) = Trimmed(file, ask.Start, ask.End);
        var node = new TsNode(file, file.Tree.Covering(start, Math.Max(end, start + 1)));
        if (start < end && node.Start == start && node.End == end && node.Kind != K.Program)
        {
            // Without a semicolon the statement ends where its expression does.
            if (node.Parent is { Kind: K.ExpressionStatement } alone && alone.End == end && ask.Kind == ExtractKind.Function) node = alone;
            if (IsExpression(node) || IsType(node)) return new Selection([node], false) { Start = start, End = end };
            if (Containers.IsStatementList(node.Parent)) return new Selection([node], true) { Start = start, End = end };
        }

        return Statements(file, node, start, end)
            ?? throw ErrorTable.RefactorInvalidRange.With(
                "The range is no whole expression, no type and no run of whole statements.", details: ts.Shared.Places(ask.Path, ask.Start, []));
    }

    public static bool IsType(TsNode node) => node.Kind is K.PredefinedType or K.GenericType or K.UnionType or K.IntersectionType or K.ArrayType or K.TupleType or K.ObjectType or K.FunctionType or K.LiteralType
            or K.LookupType or K.IndexTypeQuery or K.ConditionalType or K.ParenthesizedType or K.ReadonlyType or K.TypeQuery or K.TemplateLiteralType or K.ConstructorType
        || (node.Kind is K.TypeIdentifier or K.NestedTypeIdentifier && node.Field != F.Name);

    public static bool IsExpression(TsNode node) => node.Kind switch
    {
        K.Identifier or K.Undefined => !IsDeclaredOrTarget(node) && node.Parent.Kind is not (K.LiteralType or K.UnionType),
        K.MemberExpression or K.SubscriptExpression => !IsTarget(node) && !IsType(node.Parent),
        K.String => node.Parent.Kind is not (K.ImportStatement or K.ExportStatement or K.LiteralType or K.ImportSpecifier or K.ExportSpecifier or K.EnumBody) && node.Field is not (F.Key or F.Name or F.Source),
        K.Number or K.True or K.False or K.Null or K.UnaryExpression => node.Parent.Kind != K.LiteralType && node.Field is not (F.Key or F.Name),
        K.CallExpression or K.NewExpression or K.AssignmentExpression or K.AugmentedAssignmentExpression or K.BinaryExpression or K.UpdateExpression or K.TernaryExpression
            or K.AwaitExpression or K.YieldExpression or K.SequenceExpression or K.ParenthesizedExpression or K.AsExpression or K.SatisfiesExpression or K.NonNullExpression or K.TypeAssertion or K.TemplateString
            or K.Regex or K.This or K.Object or K.Array or K.FunctionExpression or K.GeneratorFunction or K.ArrowFunction or K.Class or K.JsxElement or K.JsxSelfClosingElement => true,
        _ => false,
    };

    private static bool IsDeclaredOrTarget(TsNode node) => node.Parent.Kind switch
    {
        K.VariableDeclarator or K.PublicFieldDefinition or K.Pair or K.EnumAssignment => node.Field != F.Value,
        K.RequiredParameter or K.OptionalParameter => node.Field != F.Value,
        K.ImportClause or K.ImportSpecifier or K.ExportSpecifier or K.NamespaceImport or K.NestedIdentifier or K.NestedTypeIdentifier or K.JsxOpeningElement or K.JsxClosingElement or K.JsxSelfClosingElement
            or K.ArrayPattern or K.ObjectPattern or K.RestPattern or K.TypeQuery or K.CatchClause or K.FormalParameters or K.LabeledStatement or K.TypePredicate => true,
        K.AssignmentPattern or K.ObjectAssignmentPattern => node.Field != F.Right,
        K.ArrowFunction => node.Field != F.Body,
        var kind when kind.IsFunctionLike() || kind.IsClass() => true,
        _ => IsTarget(node),
    };

    private static bool IsTarget(TsNode node) => node.Parent.Kind switch
    {
        K.AssignmentExpression or K.AugmentedAssignmentExpression => node.Field == F.Left,
        K.ForInStatement => node.Field == F.Left,
        K.UpdateExpression => true,
        K.UnaryExpression => node.Parent.Get(F.Operator).Text == "delete",
        _ => false,
    };

    private static (int Start, int End) Trimmed(TsFile file, int start, int end)
    {
        var text = file.Text.Utf8.Span;
        while (start < end && text[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') start++;
        while (end > start && text[end - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n') end--;
        return (start, end);
    }

    private static Selection? Statements(TsFile file, TsNode node, int start, int end)
    {
        while (node.Exists && !Containers.IsStatementList(node)) node = node.Parent;
        if (node.IsNone) return null;
        var inside = node.Named.Where(s => s.Field != F.Value || node.Kind != K.SwitchCase).Where(s => s.End > start && s.Start < end).ToList();
        if (inside.Count == 0 || inside.Exists(s => s.Start < start || s.End > end)) return null;
        var text = file.Text.Utf8.Span;
        // Only comments may stand in the range before and behind the statements.
        return IsCommentary(file, start, inside[0].Start) && IsCommentary(file, inside[^1].End, end) ? new Selection(inside, true) { Start = start, End = end } : null;
    }

    private static bool IsCommentary(TsFile file, int start, int end)
    {
        var text = file.Text.Utf8.Span;
        while (start < end)
        {
            if (text[start] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n' or (byte)';')
            {
                start++;
                continue;
            }

            var node = new TsNode(file, file.Tree.Covering(start, start + 1));
            if (node.Kind != K.Comment) return false;
            start = node.End;
        }

        return true;
    }
}
