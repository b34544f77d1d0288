using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Languages.TypeScript.Binding.Types;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>
/// Tests such as <c>if (x === undefined) return</c> give variables and properties another type afterwards. Code that is parted from its tests loses
/// that, and no longer type-checks.
/// </summary>
internal sealed class NarrowedReferences(TsScene ts, Selection code)
{
    /// <summary>What a test before the code, which ends the way on the other side, takes from a variable's type: null when the test is none that is followed.</summary>
    public (bool IsTested, bool TakesNull) ExitTestsOf(TsSymbol symbol)
    {
        var (isTested, takesNull) = (false, true);
        foreach (var use in Before(symbol))
        {
            if (TsNames.IsWrite(use)) return (true, false);
            var test = use.Ancestor(a => a.Kind is K.IfStatement && a.Get(F.Condition).Contains(use) || a.Kind.IsFunctionLike());
            if (test.Kind != K.IfStatement || test.Contains(code.First) || !ControlFlow.Ends(test.Get(F.Consequence))) continue;
            isTested = true;
            takesNull &= IsNullTest(test.Get(F.Condition).Unwrapped(), use);
        }

        return (isTested, isTested && takesNull);
    }

    /// <summary>Whether a condition around the code looks at a variable.</summary>
    public bool IsTestedAround(TsSymbol symbol) => Before(symbol).Any(u => IsInCondition(u) && Governs(u));

    /// <summary>The type that <c>typeof x === "…"</c> around the code tells; null where the test is another one.</summary>
    public string? TypeofAround(TsSymbol symbol)
    {
        var tests = Before(symbol).Where(u => IsInCondition(u) && Governs(u)).ToList();
        if (tests is not [var use] || use.Parent is not { Kind: K.UnaryExpression } of || of.Get(F.Operator).Text != T.Typeof || of.Parent is not { Kind: K.BinaryExpression } compared) return null;
        var test = compared.Ancestor(K.IfStatement);
        var holds = test.Get(F.Condition).Unwrapped() == compared && test.Get(F.Consequence).Contains(code.First) && compared.Get(F.Operator).Text is "===" or "==";
        return holds && compared.Get(F.Right) is { Kind: K.String } text && text.StringValue() is "string" or "number" or "boolean" or "bigint" or "symbol" ? compared.Get(F.Right).StringValue() : null;
    }

    /// <summary>Properties and variables of the file that are tested outside of the code and used in it.</summary>
    /// <exception cref="HeckException"><c>refactor.unsupported</c>.</exception>
    public void RefuseLost(IReadOnlyList<TsSymbol> inputs)
    {
        if (code.File.IsJavaScript) return;
        var function = Containers.FunctionOf(code.First);
        var around = function.Exists ? function : code.File.Root;
        var used = code.Subtree.Where(n => n.Kind == K.MemberExpression || (n.Kind == K.Identifier && ts.Names.Of(n) is { } symbol && !inputs.Contains(symbol) && symbol.First.Node.Kind == K.VariableDeclarator && !code.Contains(symbol.First.Name))).ToList();
        foreach (var node in used)
        {
            var text = node.Text;
            var test = around.Subtree.FirstOrDefault(n => n.Start < code.Start && n.Kind == node.Kind && !code.Contains(n) && n.Text == text && IsInCondition(n) && Governs(n));
            if (test.Exists && IsOpen(node))
                throw ts.Refuse(ErrorTable.RefactorUnsupported, code.First, $"'{text}' is tested outside of this code, and its type depends on that.", [test], "hurt", "Select the test too.");
        }
    }

    /// <summary>Whether the code is a test itself, and what it decides uses what it tests.</summary>
    /// <param name="isAlias">A constant for a whole comparison still tells TypeScript what it told.</param>
    public void RefuseTest(bool isAlias)
    {
        if (code.File.IsJavaScript || code.IsStatements) return;
        var expression = code.First;
        var decision = expression.Ancestor(a => a.Kind is K.IfStatement or K.SwitchStatement or K.TernaryExpression or K.WhileStatement || a.Kind == K.BinaryExpression && a.Get(F.Operator).Text is "&&" or "||" || a.Kind.IsFunctionLike() || a.Kind == K.ExpressionStatement);
        if (decision.Kind is not (K.IfStatement or K.SwitchStatement or K.TernaryExpression or K.WhileStatement or K.BinaryExpression)) return;
        var condition = decision.Kind switch { K.BinaryExpression => decision.Get(F.Left), K.SwitchStatement => decision.Get(F.Value), _ => decision.Get(F.Condition) };
        if (!condition.Contains(expression)) return;
        var core = expression.Unwrapped();
        RefuseHead(expression, decision);
        if (isAlias && core.Kind is not (K.MemberExpression or K.SubscriptExpression)) return;
        var roots = core.Subtree.Where(n => n.Kind is K.Identifier or K.This && n.Field != F.Function).Select(n => n.Text).ToHashSet();
        var lost = code.File.Root.Subtree.FirstOrDefault(n => n.Start >= expression.End && Reaches(decision, n) && n.Kind is K.Identifier or K.This && roots.Contains(n.Text) && (IsOpen(n) || IsOpen(core)));
        if (lost.Exists && lost.Start >= expression.End)
            throw ts.Refuse(ErrorTable.RefactorUnsupported, expression, "This test tells the type of what is used behind it, and would no longer.", [lost], "hurt");
    }

    /// <summary>The beginning of a path that is tested as a whole.</summary>
    private void RefuseHead(TsNode expression, TsNode decision)
    {
        var path = expression;
        while (path.Parent.Kind is K.MemberExpression or K.NonNullExpression && path.Field is F.Object or F.None && path.Parent.FirstNamed == path) path = path.Parent;
        if (path == expression || expression.Kind is not (K.MemberExpression or K.SubscriptExpression or K.CallExpression)) return;
        var text = path.Text;
        var lost = code.File.Root.Subtree.FirstOrDefault(n => n.Start >= path.End && n.Kind == path.Kind && n.Text == text && Reaches(decision, n) && IsOpen(n));
        if (lost.Exists) throw ts.Refuse(ErrorTable.RefactorUnsupported, expression, "A test of what begins here tells the type of what is used behind it, and would no longer.", [lost], "hurt");
    }

    private static bool Reaches(TsNode decision, TsNode node) => decision.Contains(node) || (decision.Kind == K.IfStatement && ControlFlow.Ends(decision.Get(F.Consequence)) && decision.Parent.Contains(node));

    private IEnumerable<TsNode> Before(TsSymbol symbol) => ts.Names.UsesIn(symbol.First.Name.File.Root, symbol).Where(u => u.Start < code.Start && u != symbol.First.Name);

    /// <summary>A test decides about the code when it stands around it, or ends the way before it.</summary>
    private bool Governs(TsNode test)
    {
        var decision = test.Ancestor(a => a.Kind is K.IfStatement or K.TernaryExpression or K.WhileStatement or K.SwitchStatement or K.BinaryExpression && (a.Contains(code.First) || a.Kind == K.IfStatement));
        return decision.Contains(code.First) || (decision.Kind == K.IfStatement && ControlFlow.Ends(decision.Get(F.Consequence)));
    }

    /// <summary>Whether a type may have parts that a test takes away.</summary>
    private bool IsOpen(TsNode node) => IsDeclaredOpen(node) || ts.Program.Types.Nodes.Expanded(ts.Program.Types.Expressions.TypeOf(node)) is not (PrimitiveType { Name: not "unknown" } or InstanceType or EnumType or FunctionType or NamedValueType or TupleType);

    private bool IsDeclaredOpen(TsNode node)
    {
        if (node.Kind != K.MemberExpression) return node.Kind == K.Identifier && ts.Names.Of(node) is { } symbol && TypeNodes.AnnotationOf(symbol.First.Node).Subtree.Any(n => n.Kind == K.UnionType);
        var property = ts.Program.Types.Properties.Find(ts.Program.Types.Expressions.TypeOf(node.Get(F.Object)), node.Get(F.Property).Text);
        return property.Symbols.Any(s => s.Declarations.Exists(d => d.Node.Has("?") || TypeNodes.AnnotationOf(d.Node).Subtree.Any(n => n.Kind == K.UnionType)));
    }

    private static bool IsInCondition(TsNode node)
    {
        for (var (at, parent) = (node, node.Parent); parent.Exists && !parent.Kind.IsFunctionLike() && parent.Kind != K.StatementBlock; (at, parent) = (parent, parent.Parent))
        {
            if (at.Field == F.Condition || (parent.Kind == K.BinaryExpression && at.Field == F.Left && parent.Get(F.Operator).Text is "&&" or "||") || (parent.Kind == K.SwitchStatement && at.Field == F.Value)) return true;
        }

        return false;
    }

    private static bool IsNullTest(TsNode condition, TsNode use) => condition.Kind switch
    {
        K.UnaryExpression => condition.Get(F.Operator).Text == T.Not && condition.FirstNamed.Unwrapped() == use,
        K.BinaryExpression when condition.Get(F.Operator).Text == "||" => new[] { condition.Get(F.Left), condition.Get(F.Right) }.Where(c => c.Contains(use)).All(c => IsNullTest(c.Unwrapped(), use)),
        K.BinaryExpression when condition.Get(F.Operator).Text is "===" or "==" => condition.Get(F.Left) == use && condition.Get(F.Right) is { Kind: K.Null or K.Undefined } or { Text: "undefined" },
        _ => false,
    };
}
