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

/// <summary>Which expressions stand for a value of their own.</summary>
internal static class ExpressionRules
{
    /// <exception cref="HeckException"><c>refactor.invalid_range</c>.</exception>
    public static void Refuse(GoScene scene, ExtractAsk ask, GoNode node)
    {
        if (WhyNot(scene, node) is { } why) throw scene.Refuse(ErrorTable.RefactorInvalidRange, $"The range {why}.", ask.Path, ask.Start);
    }

    private static string? WhyNot(GoScene scene, GoNode node)
    {
        if (node.IsNone) return "is no whole expression";
        var meaning = scene.Checker.Of(node);
        if (meaning.Kind != MeaningKind.Value) return "is a type, a package or a function of the language, not a value";
        if (meaning.Type is GoType.Tuple) return "is a call that does not give exactly one value";
        var outer = node;
        while (outer.Parent.Kind == K.ParenthesizedExpression) outer = outer.Parent;
        var parent = outer.Parent;
        if (parent.Kind == K.ExpressionStatement) return "is a whole statement";
        if (parent.Kind is K.GoStatement or K.DeferStatement) return "is the call that go or defer makes later";
        if (parent.Kind is K.IncStatement or K.DecStatement || (parent.Kind == K.ExpressionList && parent.Field == F.Left)) return "is assigned to";
        if (parent.Kind == K.UnaryExpression && parent.Get(F.Operator).Text == "&") return "is what an address is taken of";
        if (parent.Kind == K.ReceiveStatement || parent.Parent.Kind == K.CommunicationCase) return "is what a select waits for";
        if (parent.Kind == K.TypeSwitchStatement) return "is what a type switch looks at";
        if (parent.Kind == K.LiteralElement && parent.Field == F.Key && scene.Checker.Underlying(scene.Checker.TypeOf(parent.Parent.Parent)) is GoType.Struct or GoType.Unknown or GoType.External) return "is the name of a field";
        if (outer.Field == F.Function && parent.Kind == K.CallExpression && node.Kind != K.FuncLiteral && scene.Checker.Of(node).Type is GoType.Function && node.Kind == K.SelectorExpression && scene.Meaning(node.Get(F.Field)) is { Kind: ObjectKind.Method or ObjectKind.InterfaceMethod }) return "is the method of a call";
        if (parent.Kind == K.ExpressionList && parent.Field is F.Right or F.Value && parent.Named.Count() == 1 && Targets(parent) > 1) return "gives its value and whether there is one";
        for (var part = outer; part.Parent.Exists; part = part.Parent)
        {
            // The root of what is changed or taken the address of cannot be a copy.
            if (part.Parent.Kind is K.SelectorExpression or K.IndexExpression or K.SliceExpression && part.Field == F.Operand) continue;
            if (part == outer || part.Kind == K.ParenthesizedExpression) break;
            var isTarget = (part.Parent.Kind == K.ExpressionList && part.Parent.Field == F.Left) || part.Parent.Kind is K.IncStatement or K.DecStatement || (part.Parent.Kind == K.UnaryExpression && part.Parent.Get(F.Operator).Text == "&");
            if (isTarget && scene.Checker.Underlying(scene.Checker.TypeOf(node)) is not (GoType.Pointer or GoType.Slice or GoType.Map)) return "is part of what is assigned to";
            break;
        }

        return outer.Parent.Kind == K.SelectorExpression && outer.Field == F.Operand && new Locals(scene).CallsThroughAddress(outer) ? "is changed by the method that is called on it" : null;
    }

    private static int Targets(GoNode values) => values.Parent.Kind == K.VarSpec ? values.Parent.All(F.Name).Count() : values.Parent.Get(F.Left).Named.Count();
}
