using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Inline;

/// <summary>Puts the body of a function in the place of its calls.</summary>
internal sealed class FunctionInlining(TsScene ts, TsNode asked, TsSymbol symbol, TsNode function, IReadOnlyList<TsNode> uses)
{
    public IEnumerable<ProposedEdit> Edits()
    {
        RefuseFunction();
        return uses.Select(Replace).ToList();
    }

    private TsNode Body => function.Get(F.Body);

    /// <summary>The expression of a body that is nothing else; none for statements.</summary>
    private TsNode Value => Body.Kind != K.StatementBlock ? Body.Unwrapped()
        : Body.Named.ToList() is [{ Kind: K.ReturnStatement } only] ? only.FirstNamed.Unwrapped() : default;

    private void RefuseFunction()
    {
        if (function.Kind is K.GeneratorFunction or K.GeneratorFunctionDeclaration || function.Has(T.Async)) throw Unsupported("A generator or asynchronous function gives more than its body's value");
        if (ts.Names.WritesOf(symbol).ToList() is { Count: > 0 } writes) throw ts.Refuse(ErrorTable.RefactorReassigned, asked, $"'{symbol.Name}' is assigned again.", writes, "assigned");
        if (uses.FirstOrDefault(u => function.Contains(u)) is { Exists: true } || ts.Names.UsesIn(Body, symbol).Any())
            throw ts.Refuse(ErrorTable.RefactorRecursive, asked, $"'{symbol.Name}' calls itself.", ts.Names.UsesIn(Body, symbol), "used");
        if (function.Get(F.TypeParameters).Exists) throw Unsupported("Its type parameters have no place at the calls");
        var words = Containers.OwnWordsIn(Body).ToList();
        if (words.Count > 0 && (function.Kind != K.ArrowFunction || words.Exists(w => w.Kind == K.This && uses.Any(u => Containers.ThisOf(u) != Containers.ThisOf(function)))))
            throw ts.Refuse(ErrorTable.RefactorUnsupported, asked, "'this', 'super' or 'arguments' in it would mean something else.", words, "hurt");
        if (Parameters.Exists(p => p.Pattern.Kind != K.Identifier)) throw Unsupported("It takes its parameters apart");
        if (Value.IsNone && !Body.Named.Any()) throw Unsupported("Its body is empty");
    }

    private List<(TsNode Pattern, TsNode Node)> Parameters => function.Get(F.Parameter) is { Exists: true } single
        ? [(single, single)]
        : [.. function.Get(F.Parameters).Named.Select(p => (Pattern: p.Get(F.Pattern) is { Exists: true } pattern ? pattern : p, p))];

    private ProposedEdit Replace(TsNode use)
    {
        var call = use.Parent;
        var arguments = call.Get(F.Arguments).Named.ToList();
        if (call.Children.Any(c => c.Text == "?.") || call.Get(F.Arguments).Kind != K.Arguments || arguments.Exists(a => a.Kind == K.SpreadElement)) throw Unsupported("A call spreads its arguments, or is optional", call);
        if (arguments.Count > Parameters.Count && ts.Effects.Of(arguments.Skip(Parameters.Count)) == Effect.Does) throw Moves("an argument that no parameter takes", call);
        return Value.Exists ? InExpression(call, arguments) : AsStatements(call, arguments);
    }

    private ProposedEdit InExpression(TsNode call, List<TsNode> arguments)
    {
        var parameters = Parameters.Select((p, i) => (Symbol: ts.Names.Of(p.Pattern)!, Argument: i < arguments.Count ? arguments[i] : DefaultOf(p.Node, call))).ToList();
        RefuseArguments(parameters, call);
        var code = new CodeText();
        var isStatement = call.Parent.Kind == K.ExpressionStatement;
        var needs = Precedence.NeedsParentheses(Value, call);
        if (isStatement && Value.Kind is not (K.CallExpression or K.AssignmentExpression or K.UpdateExpression or K.AwaitExpression or K.AugmentedAssignmentExpression) && ts.Effects.Of(Value) != Effect.Does && needs) throw Unsupported("Its value alone is no statement", call);
        code.Write(needs ? "(" : "");
        var from = Value.Start;
        foreach (var name in Value.Subtree.Where(TsNames.IsName))
        {
            if (parameters.Find(p => p.Symbol == ts.Names.Of(name)) is not { Symbol: not null } parameter) continue;
            code.Copy(Value.File.Path, from, name.Start);
            WriteArgument(code, name, parameter.Argument);
            from = name.End;
        }

        code.Copy(Value.File.Path, from, Value.End).Write(needs ? ")" : "");
        return new ProposedEdit(call.File.Path, call.Start, call.End, code);
    }

    private void WriteArgument(CodeText code, TsNode name, TsNode argument)
    {
        if (name.Kind == K.ShorthandPropertyIdentifier) ShorthandKeys.Write(ts, code, name);
        if (argument.IsNone)
        {
            code.Write("undefined");
            return;
        }

        var needs = Precedence.NeedsParentheses(argument, name);
        code.Write(needs ? "(" : "").Copy(argument.File.Path, argument.Start, argument.End).Write(needs ? ")" : "");
    }

    private TsNode DefaultOf(TsNode parameter, TsNode call)
    {
        var value = parameter.Get(F.Value);
        if (value.IsNone && parameter.Kind == K.AssignmentPattern) value = parameter.Get(F.Right);
        if (value.Exists && ts.Effects.Of(value) != Effect.None) throw Moves("a default value", call);
        return value;
    }

    /// <summary>An argument is evaluated once, before the body, in the order of the call.</summary>
    private void RefuseArguments(List<(TsSymbol Symbol, TsNode Argument)> parameters, TsNode call)
    {
        var order = new List<TsNode>();
        foreach (var (parameter, argument) in parameters)
        {
            var places = ts.Names.UsesIn(Value, parameter).ToList();
            if (ts.Names.IsReassigned(parameter)) throw ts.Refuse(ErrorTable.RefactorReassigned, asked, $"'{parameter.Name}' is assigned in the body.", ts.Names.WritesOf(parameter), "assigned");
            if (argument.IsNone || places.Count == 0)
            {
                if (argument.Exists && ts.Effects.Of(argument) == Effect.Does) throw Moves($"the argument for '{parameter.Name}', which is not used", call);
                continue;
            }

            var isNested = places.Exists(p => Containers.FunctionOf(p) != Containers.FunctionOf(Value));
            var effect = ts.Effects.Of(argument);
            if (effect == Effect.None && !(Effects.IsFreshObject(argument) && (places.Count > 1 || isNested))) continue;
            if (places.Count > 1 && (effect == Effect.Does || Effects.IsFreshObject(argument)) || isNested) throw Moves($"the argument for '{parameter.Name}', which is used more than once or later", call);
            foreach (var place in places) RefusePlace(place, effect, call, parameter.Name);
            if (effect == Effect.Does) order.Add(places[0]);
        }

        if (!order.SequenceEqual(order.OrderBy(o => o.Start))) throw Moves("arguments in another order", call);
        if (order.Count > 0 && parameters.Exists(p => p.Argument.Exists && ts.Effects.Of(p.Argument) == Effect.Reads)) throw Moves("arguments in another order", call);
    }

    private void RefusePlace(TsNode place, Effect effect, TsNode call, string name)
    {
        for (var at = place; at != Value && at.Parent.Exists; at = at.Parent)
        {
            var before = ts.Effects.Of(EvaluationOrder.EvaluatedBefore(at, at.Parent).Where(n => Value.Contains(n) && !ts.Names.AllIn(n).Any(u => u.Symbol.Kind == "parameter" && n.Kind == K.Identifier)));
            if (before == Effect.Does || (before == Effect.Reads && effect == Effect.Does) || (effect == Effect.Does && EvaluationOrder.IsConditional(at, at.Parent)))
                throw Moves($"the argument for '{name}'", call);
        }
    }

    /// <summary>Statements stand where the call is a statement of its own, or the value of one that ends there.</summary>
    private ProposedEdit AsStatements(TsNode call, List<TsNode> arguments)
    {
        var statement = call.Parent;
        var list = Body.Named.ToList();
        if (statement.Kind != K.ExpressionStatement || !Containers.IsStatementList(statement.Parent)) throw Unsupported("Its statements have no place where it is called", call);
        if (Body.Subtree.Any(n => n.Kind == K.ReturnStatement && Containers.FunctionOf(n) == function)) throw ts.Refuse(ErrorTable.RefactorControlFlow, asked, "It returns before its end.", Body.Subtree.Where(n => n.Kind == K.ReturnStatement && Containers.FunctionOf(n) == function), "jump");
        foreach (var (pattern, _) in Parameters)
        {
            if (ts.Names.IsReassigned(ts.Names.Of(pattern)!)) throw ts.Refuse(ErrorTable.RefactorReassigned, asked, $"'{pattern.Text}' is assigned in the body.", ts.Names.WritesOf(ts.Names.Of(pattern)!), "assigned");
        }

        RefuseTakenNames(statement);
        var indent = Lines.IndentOf(statement);
        var parameters = Parameters.Select((p, i) => (Symbol: ts.Names.Of(p.Pattern)!, Argument: i < arguments.Count ? arguments[i] : DefaultOf(p.Node, call))).ToList();
        if (parameters.Find(p => p.Argument.IsNone ? ts.Names.UsesIn(Body, p.Symbol).Any() : ts.Effects.Of(p.Argument) != Effect.None || Effects.IsFresh(p.Argument)) is { Symbol: not null } other) throw Moves($"the argument for '{other.Symbol.Name}'", call);
        var code = new CodeText();
        var from = list[0].Start;
        var firstIndent = Lines.IndentOf(list[0]);
        foreach (var name in Body.Subtree.Where(n => n.Start >= from && TsNames.IsName(n)))
        {
            if (parameters.Find(p => p.Symbol == ts.Names.Of(name)) is not { Symbol: not null } parameter) continue;
            code.CopyIndented(Body.File.Text, Body.File.Path, from, name.Start, firstIndent, indent, Lines.InString(Body.File));
            WriteArgument(code, name, parameter.Argument);
            from = name.End;
        }

        code.CopyIndented(Body.File.Text, Body.File.Path, from, list[^1].End, firstIndent, indent, Lines.InString(Body.File));
        return new ProposedEdit(statement.File.Path, statement.Start, statement.End, code);
    }

    /// <summary>What the body declares must not meet a name of the block that it goes to.</summary>
    private void RefuseTakenNames(TsNode statement)
    {
        var scope = ts.Program.Scopes(statement.File).ScopeAt(statement);
        var declared = ts.Program.Scopes(function.File).OpenedBy(function)?.Names.Values.Where(s => s.Kind != "parameter" && s.Declarations.Exists(d => Body.Contains(d.Name))).ToList() ?? [];
        if (declared.Count > 0 && uses.Count > 1) throw Unsupported($"It declares '{declared[0].Name}', which the calls would declare again", declared[0].First.Name);
        if (declared.Find(d => scope.Names.ContainsKey(d.Name)) is { } taken)
            throw ts.Refuse(ErrorTable.RefactorNameTaken, asked, $"'{taken.Name}' is declared where the call stands.", [scope.Names[taken.Name].First.Name]);
    }

    private HeckException Unsupported(string why, TsNode place = default) => ts.Refuse(ErrorTable.RefactorUnsupported, asked, $"{why}.", [place.Exists ? place : function]);

    private HeckException Moves(string what, TsNode call) => ts.Refuse(ErrorTable.RefactorSideEffects, asked, $"At a call {what} would be evaluated at another time, more often, or not at all.", [call], "call");
}
