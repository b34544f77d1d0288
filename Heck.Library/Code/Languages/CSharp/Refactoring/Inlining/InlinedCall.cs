using Heck.Code.Languages.CSharp.Refactoring.Effects;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Inlining;

/// <summary>A method's expression as it must be written in the place of one call: arguments for parameters, the receiver for <c>this</c>.</summary>
internal sealed class InlinedCall(CSharpScene scene, CSharpSource home, IMethodSymbol method, ExpressionSyntax body, CSharpSource source, InvocationExpressionSyntax call, CancellationToken ct)
{
    private readonly EffectReader _bodyEffects = new(home.Model, ct);
    private readonly EffectReader _callEffects = new(source.Model, ct);

    public CodeText Code()
    {
        if (!Expressions.AreCheckedAlike(call, body)) throw Refuse(ErrorTable.RefactorSideEffects, "The body would be computed with other rules for overflow.");
        var arguments = Arguments();
        var receiver = Receiver();
        foreach (var (parameter, (from, argument)) in arguments) Check(parameter, from, argument);
        RefuseOtherOrder(arguments);
        var result = new CodeText();
        var cast = ResultCast();
        var inParentheses = cast.Length == 0 && Grouping.NeedsParentheses(call, body);
        result.Write(inParentheses ? "(" : "").Write(cast).Write(cast.Length > 0 && !Grouping.IsPrimary(body) ? "(" : "");
        AddBody(result, arguments, receiver);
        result.Write(cast.Length > 0 && !Grouping.IsPrimary(body) ? ")" : "").Write(inParentheses ? ")" : "");
        return result;
    }

    private void AddBody(CodeText code, Dictionary<string, (CSharpSource From, ExpressionSyntax Value)> arguments, ExpressionSyntax? receiver)
    {
        var at = body.SpanStart;
        foreach (var node in body.DescendantNodesAndSelf().Where(n => n is IdentifierNameSyntax or GenericNameSyntax or ThisExpressionSyntax).OrderBy(n => n.SpanStart))
        {
            if (node is ThisExpressionSyntax)
            {
                if (receiver is null) continue;
                Until(node.SpanStart).Append(CSharpScene.Copy(source, receiver.Span));
                at = node.Span.End;
            }
            else if (home.Model.GetSymbolInfo(node, ct).Symbol is IParameterSymbol parameter && arguments.TryGetValue(parameter.Name, out var argument) && SymbolEqualityComparer.Default.Equals(parameter.ContainingSymbol, method))
            {
                Until(node.SpanStart);
                AddArgument(code, (ExpressionSyntax)node, parameter, argument);
                at = node.Span.End;
            }
            else if (Prefix((SimpleNameSyntax)node, receiver) is { } prefix) Until(node.SpanStart).Append(prefix);
        }

        Until(body.Span.End);

        CodeText Until(int end)
        {
            if (at < end) code.CopyIndented(home.Document.Source, home.Path, home.OffsetOf(at), home.OffsetOf(end), home.IndentAt(body.SpanStart), source.IndentAt(call.SpanStart), offset => home.IsInString(home.PositionOf(offset)));
            at = Math.Max(at, end);
            return code;
        }
    }

    private void AddArgument(CodeText code, ExpressionSyntax use, IParameterSymbol parameter, (CSharpSource From, ExpressionSyntax Value) argument)
    {
        if (use.Parent is AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } or ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax }) throw Refuse(ErrorTable.RefactorUnsupported, $"A member has its name from '{parameter.Name}'.");
        var own = argument.From.Model.GetTypeInfo(argument.Value, ct).Type;
        var isSame = own is not null && SymbolEqualityComparer.Default.Equals(own, parameter.Type) && argument.Value is not (AnonymousFunctionExpressionSyntax or CollectionExpressionSyntax or ImplicitObjectCreationExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression });
        var cast = isSame ? "" : $"({parameter.Type.ToMinimalDisplayString(source.Model, call.SpanStart)})";
        var needs = cast.Length > 0 ? use.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax or InvocationExpressionSyntax : Grouping.NeedsParentheses(use, argument.Value);
        var inner = cast.Length > 0 && !Grouping.IsPrimary(argument.Value);
        code.Write(needs ? "(" : "").Write(cast).Write(inner ? "(" : "").Append(CSharpScene.Copy(argument.From, argument.Value.Span)).Write(inner ? ")" : "").Write(needs ? ")" : "");
    }

    /// <summary>Members that the body names alone belong to its object or its type, which at the call must be said.</summary>
    private CodeText? Prefix(SimpleNameSyntax name, ExpressionSyntax? receiver)
    {
        if (name.Parent is MemberAccessExpressionSyntax access && access.Name == name || name.Parent is MemberBindingExpressionSyntax or QualifiedNameSyntax or NameColonSyntax or NameEqualsSyntax or AliasQualifiedNameSyntax) return null;
        if (name.Parent is AssignmentExpressionSyntax { Parent: InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ObjectInitializerExpression or (int)SyntaxKind.WithInitializerExpression } } member && member.Left == name) return null;
        if (home.Model.GetSymbolInfo(name, ct).Symbol is not { } symbol || symbol is not (IFieldSymbol or IPropertySymbol or IEventSymbol or IMethodSymbol { MethodKind: MethodKind.Ordinary }) || symbol.ContainingType is null) return null;
        if (!symbol.IsStatic) return receiver is null ? null : CSharpScene.Copy(source, receiver.Span).Write(".");
        return IsInSameType() ? null : CodeText.Of(symbol.ContainingType.ToMinimalDisplayString(source.Model, call.SpanStart) + ".");
    }

    private bool IsInSameType()
    {
        var enclosing = source.Model.GetEnclosingSymbol(call.SpanStart, ct);
        for (var at = enclosing as INamedTypeSymbol ?? enclosing?.ContainingType; at is not null; at = at.ContainingType)
        {
            if (SymbolEqualityComparer.Default.Equals(at.OriginalDefinition, method.ContainingType?.OriginalDefinition)) return true;
        }

        return method.MethodKind == MethodKind.LocalFunction;
    }

    /// <summary>What the method is called on, when that is another object than the caller's own.</summary>
    private ExpressionSyntax? Receiver()
    {
        if (method.IsStatic || method.IsExtensionMethod || method.MethodKind == MethodKind.LocalFunction || call.Expression is not MemberAccessExpressionSyntax { Expression: var receiver } || receiver is ThisExpressionSyntax) return null;
        if (receiver is BaseExpressionSyntax || _callEffects.Of(receiver) > Effect.ReadsVariables || !Grouping.IsPrimary(receiver)) throw Refuse(ErrorTable.RefactorSideEffects, "What the method is called on would be evaluated at another time or more often.");
        var usesThis = body.DescendantNodesAndSelf().Any(n => n is ThisExpressionSyntax || (n is SimpleNameSyntax name && Prefix(name, receiver) is not null && home.Model.GetSymbolInfo(name, ct).Symbol is { IsStatic: false }));
        if (!usesThis && source.Model.GetTypeInfo(receiver, ct) is { Type.IsValueType: false, Nullability.FlowState: not NullableFlowState.NotNull }) throw Refuse(ErrorTable.RefactorSideEffects, "A call on nothing fails, which the body alone would not.");
        return receiver;
    }

    private Dictionary<string, (CSharpSource From, ExpressionSyntax Value)> Arguments()
    {
        if (source.Model.GetOperation(call, ct) is not IInvocationOperation operation) throw Refuse(ErrorTable.RefactorUnknownOccurrences, "How this call fits the parameters cannot be decided.");
        var found = new Dictionary<string, (CSharpSource, ExpressionSyntax)>();
        foreach (var argument in operation.Arguments)
        {
            var name = argument.Parameter!.Name;
            if (argument.Syntax is ArgumentSyntax given) found[name] = (source, given.Expression);
            else if (argument.ArgumentKind == ArgumentKind.Explicit && argument.Syntax is ExpressionSyntax receiver) found[name] = (source, receiver);
            else if (method.Parameters[argument.Parameter.Ordinal].DeclaringSyntaxReferences is [var reference] && reference.GetSyntax(ct) is ParameterSyntax { Default.Value: var value } && argument.Parameter.GetAttributes().IsEmpty) found[name] = (home, value);
            else throw Refuse(ErrorTable.RefactorUnsupported, $"What the call gives for '{name}' is made by the compiler.");
        }

        return found;
    }

    private IEnumerable<IdentifierNameSyntax> UsesOf(string parameter) => body.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Where(n => n.Identifier.ValueText == parameter && home.Model.GetSymbolInfo(n, ct).Symbol is IParameterSymbol p && SymbolEqualityComparer.Default.Equals(p.ContainingSymbol, method));

    private void Check(string parameter, CSharpSource from, ExpressionSyntax argument)
    {
        var effect = new EffectReader(from.Model, ct).Of(argument);
        var uses = UsesOf(parameter).ToList();
        if (uses.Exists(u => Writes.IsWritten(u) || Writes.IsChangedInPlace(u, home.Model, ct))) throw Refuse(ErrorTable.RefactorReassigned, $"The body assigns '{parameter}'.");
        if (uses.Exists(InlinedValue.IsNamed)) throw Refuse(ErrorTable.RefactorUnsupported, $"The body uses the name '{parameter}' itself.");
        if (effect == Effect.None) return;
        if (effect == Effect.Acts && uses.Count == 0) throw Refuse(ErrorTable.RefactorSideEffects, $"What is given for '{parameter}' would not be evaluated.");
        if (effect >= Effect.Creates && uses.Count > 1) throw Refuse(ErrorTable.RefactorSideEffects, $"What is given for '{parameter}' would be evaluated several times.");
        foreach (var evaluation in uses.Select(u => new EvaluationReader(_bodyEffects).Of(u, body)))
        {
            if (evaluation.IsDeferred) throw Refuse(ErrorTable.RefactorSideEffects, $"What is given for '{parameter}' would be evaluated later.");
            if (effect >= Effect.ReadsState && evaluation.Before == Effect.Acts) throw Refuse(ErrorTable.RefactorSideEffects, $"What is given for '{parameter}' would be evaluated after something that may change it.");
            if (effect == Effect.Acts && (evaluation.IsConditional || evaluation.Before >= Effect.ReadsState)) throw Refuse(ErrorTable.RefactorSideEffects, $"What is given for '{parameter}' would not be evaluated always, or later than now.");
        }
    }

    /// <summary>Arguments of which one acts keep their order.</summary>
    private void RefuseOtherOrder(Dictionary<string, (CSharpSource From, ExpressionSyntax Value)> arguments)
    {
        var relevant = arguments.Where(a => a.Value.From == source && _callEffects.Of(a.Value.Value) >= Effect.ReadsVariables).OrderBy(a => a.Value.Value.SpanStart).ToList();
        if (relevant.Count < 2 || relevant.TrueForAll(r => _callEffects.Of(r.Value.Value) < Effect.Acts)) return;
        var order = relevant.ConvertAll(r => UsesOf(r.Key).Select(u => u.SpanStart).DefaultIfEmpty(int.MaxValue).Max());
        if (!order.SequenceEqual(order.Order())) throw Refuse(ErrorTable.RefactorSideEffects, "The arguments would be evaluated in another order.");
    }

    private string ResultCast()
    {
        if (method.ReturnsVoid || call.Parent is ExpressionStatementSyntax)
        {
            if (body is InvocationExpressionSyntax or AssignmentExpressionSyntax or BaseObjectCreationExpressionSyntax or PostfixUnaryExpressionSyntax or PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.PreIncrementExpression or (int)SyntaxKind.PreDecrementExpression }) return "";
            throw Refuse(ErrorTable.RefactorUnsupported, "What the body gives cannot stand as a statement.");
        }

        var own = home.Model.GetTypeInfo(body, ct).Type;
        var isSame = own is not null && SymbolEqualityComparer.Default.Equals(own, method.ReturnType) && body is not (AnonymousFunctionExpressionSyntax or CollectionExpressionSyntax or ImplicitObjectCreationExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression });
        return isSame ? "" : call.Parent is MemberAccessExpressionSyntax or ElementAccessExpressionSyntax or ConditionalAccessExpressionSyntax ? throw Refuse(ErrorTable.RefactorUnsupported, "The call gives another type than the body.") : $"({method.ReturnType.ToMinimalDisplayString(source.Model, call.SpanStart)})";
    }

    private HeckException Refuse(ErrorCode code, string message) => scene.Refuse(code, message, [(source, call.SpanStart, "call")]);
}
