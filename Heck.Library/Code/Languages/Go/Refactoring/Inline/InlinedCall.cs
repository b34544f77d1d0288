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

namespace Heck.Code.Languages.Go.Refactoring.Inline;

/// <summary>One call and the body that takes its place.</summary>
internal sealed class InlinedCall(GoScene scene, InlineAsk ask, FunctionBody body, GoNode call, ImportPlan imports)
{
    private readonly Locals _locals = new(scene);
    private readonly Substitute _substitute = new(scene);
    private readonly TypeWriter _types = new(scene, call.File, imports);
    private readonly Dictionary<GoObject, GoNode> _given = [];
    private readonly CodeText _bindings = new();

    private GoFile File => call.File;

    private bool IsExpression => body.Statements.Count == 0 && body.Values.Count > 0;

    public IEnumerable<ProposedEdit> Edits()
    {
        RefusePlace();
        Give();
        Carry();
        var holder = GoSyntax.StatementOf(call);
        var indentation = Indentation.Of(File.Text, holder.Start);
        var isStatement = holder.Kind == K.ExpressionStatement && GoSyntax.WithoutParentheses(holder.FirstNamed) == call;
        if (isStatement) return [OfStatement(holder, indentation)];
        var value = Values();
        var before = new CodeText().Append(_bindings);
        if (body.Statements.Count > 0) before.Append(Statements(indentation)).Write("\n" + indentation);
        List<ProposedEdit> edits = [new ProposedEdit(File.Path, call.Start, call.End, value)];
        if (before.Pieces.Count > 0) edits.Insert(0, ProposedEdit.Insert(File.Path, holder.Start, before));
        return edits;
    }

    private ProposedEdit OfStatement(GoNode holder, string indentation)
    {
        var text = new CodeText().Append(_bindings);
        if (body.Statements.Count > 0) text.Append(Statements(indentation));
        foreach (var value in body.Values)
        {
            var (plain, effects) = (GoSyntax.WithoutParentheses(value), new Effects(scene, _locals));
            if (effects.Of(value) == Effect.None || (effects.Of(value) & (Effect.Acts | Effect.MayPanic)) == 0) continue;
            if (text.Pieces.Count > 0) text.Write("\n" + indentation);
            if (plain.Kind != K.CallExpression) text.Write("_ = ");
            Copy(text, plain.Start, plain.End, null);
        }

        if (text.Pieces.Count > 0) return new ProposedEdit(File.Path, holder.Start, holder.End, text);
        var lines = (GoLines.StartOf(File, GoLines.LineOf(File, holder.Start)), GoLines.After(File, GoLines.LineOf(File, holder.End)));
        return GoLines.BeginsLine(File, holder.Start) ? GoDeclarations.Delete(File, lines) : throw Refuse(ErrorTable.RefactorUnsupported, "Nothing would be left of the statement.");
    }

    /// <summary>Statements can come only before one that begins with the call; several values only where a list may stand.</summary>
    private void RefusePlace()
    {
        var holder = GoSyntax.StatementOf(call);
        if (call.Parent.Kind is K.GoStatement or K.DeferStatement) throw Refuse(ErrorTable.RefactorControlFlow, "go and defer run the call later.");
        if (holder.Kind == K.ExpressionStatement && GoSyntax.WithoutParentheses(holder.FirstNamed) == call) return;
        var isAlone = call.Parent.Kind == K.ExpressionList && call.Parent.Named.Count() == 1
            && call.Parent.Parent is { Kind: K.ShortVarDeclaration or K.AssignmentStatement or K.ReturnStatement or K.VarSpec };
        if (body.Values.Count > 1 && !isAlone) throw Refuse(ErrorTable.RefactorUnsupported, "Its several results cannot stand there.");
        if (IsExpression) return;
        var statement = call.Parent.Parent.Kind == K.VarSpec ? call.Parent.Parent.Ancestor(K.VarDeclaration) : call.Parent.Parent;
        if (!isAlone || statement != holder || !GoLines.BeginsLine(File, holder.Start) || holder.Get(K.VarSpecList).Exists) throw Refuse(ErrorTable.RefactorControlFlow, "The call is a part of a statement, in front of which the body cannot be run.");
        if (statement.Kind == K.AssignmentStatement && (statement.Get(F.Operator).Text != "=" || statement.Get(F.Left).Named.Any(n => n.Kind != K.Identifier))) throw Refuse(ErrorTable.RefactorSideEffects, "What is assigned to would be evaluated after the body.");
    }

    /// <summary>Decides for each parameter whether its argument takes the place of its uses or is bound to its name first.</summary>
    private void Give()
    {
        var arguments = call.Get(F.Arguments).Named.ToList();
        if (body.Function.Kind == K.MethodDeclaration) arguments.Insert(0, call.Get(F.Function).Get(F.Operand));
        if (arguments.Count != body.Parameters.Count || arguments.Exists(a => a.Kind == K.VariadicArgument)) throw Refuse(ErrorTable.RefactorUnsupported, "The arguments are the several results of another call.");
        var effects = new Effects(scene, _locals);
        var lastUse = -1;
        for (var i = 0; i < arguments.Count; i++)
        {
            var ((parameter, type, isReceiver), argument) = (body.Parameters[i], arguments[i]);
            var effect = effects.Of(argument);
            var uses = parameter is null ? [] : _locals.UsesOf(parameter).Where(u => !GoScene.Declares(u)).ToList();
            if (isReceiver) RefuseReceiver(argument, type, uses);
            if (uses.Count == 0)
            {
                if ((effect & (Effect.Acts | Effect.MayPanic)) == 0) continue;
                throw Refuse(ErrorTable.RefactorSideEffects, "An argument does something and is not used in the body.", (argument, "argument"));
            }

            var isSame = isReceiver && type is GoType.Pointer && argument.Kind == K.Identifier;
            var isOnce = uses.Count == 1 && GoSyntax.IsUnconditionalSince(uses[0], body.Function.Get(F.Name)) && !GoSyntax.IsInLoopSince(uses[0], body.Function.Get(F.Name)) && !InClosure(uses[0]) && IsFirst(effects, uses[0], effect) && uses[0].Start > lastUse;
            var isStable = (effect & ~Effect.ReadsLocals) == 0 && (effect == 0 || !uses.Exists(InClosure));
            var isWritten = uses.Exists(u => _locals.WriteOf(u) != WriteKind.None) && !isSame;
            if (isWritten || !(isStable || isSame || isOnce)) Bind(parameter!, type, argument);
            else _given[parameter!] = argument;
            if ((effect & ~(Effect.ReadsLocals | Effect.None)) != 0) lastUse = uses[0].Start;
        }
    }

    private bool InClosure(GoNode use) => use.Ancestor(K.FuncLiteral) is { Exists: true } literal && body.Function.Contains(literal);

    /// <summary>Whether nothing that matters is evaluated in the body before a use.</summary>
    private bool IsFirst(Effects effects, GoNode use, Effect effect)
    {
        var forbidden = (effect & Effect.Acts) != 0 ? Effect.Acts | Effect.ReadsShared | Effect.MayPanic : Effect.Acts;
        if (body.Statements.Any(s => s.End <= use.Start && ((effects.Of(s) & forbidden) != 0 || s.Kind is not K.ShortVarDeclaration))) return false;
        for (var (child, at) = (use, use.Parent); at.Exists && at.Kind is not (K.StatementList or K.Block); (child, at) = (at, at.Parent))
        {
            if (at.Named.Any(n => n.End <= child.Start && (effects.Of(n) & forbidden) != 0)) return false;
            if ((effect & Effect.ReadsShared) != 0 && at.Named.Any(n => n.Start >= child.End && (effects.Of(n) & Effect.Acts) != 0)) return false;
        }

        return true;
    }

    private void RefuseReceiver(GoNode argument, GoType type, List<GoNode> uses)
    {
        var own = scene.Checker.TypeOf(argument);
        if (TypeIdentity.Same(own, type) == true) return;
        if (scene.Checker.Underlying(own.Pointed) is GoType.Interface or GoType.Unknown || own is GoType.External) throw Refuse(ErrorTable.RefactorUnsupported, "Which method the call runs is decided when the program runs.", (argument, "receiver"));
        if (own.Pointed != type.Pointed && TypeIdentity.Same(own.Pointed, type.Pointed) != true) throw Refuse(ErrorTable.RefactorUnsupported, "The method is promoted from an embedded type.", (argument, "receiver"));
        if (uses.Exists(u => !(u.Parent.Kind == K.SelectorExpression && u.Field == F.Operand))) throw Refuse(ErrorTable.RefactorUnsupported, "The body uses its receiver whole, which is a pointer on one side only.", (argument, "receiver"));
    }

    private void Bind(GoObject parameter, GoType type, GoNode argument)
    {
        if (IsExpression && !CanBind()) throw Refuse(ErrorTable.RefactorSideEffects, $"The argument for '{parameter.Name}' would be evaluated at another time, or more than once.", (argument, "argument"));
        RefuseName(parameter.Name, parameter.NameNode);
        var own = GoChecker.Variable(scene.Checker.TypeOf(argument));
        var isPlain = TypeIdentity.Same(own, type) == true;
        if (isPlain) _bindings.Declare(parameter.Name, scene.SymbolOf(parameter)).Write(" := ");
        else _bindings.Write("var ").Declare(parameter.Name, scene.SymbolOf(parameter)).Write(" ").Append(_types.Write(type) ?? throw Refuse(ErrorTable.RefactorUnsupported, $"The type of '{parameter.Name}' cannot be written there.")).Write(" = ");
        _bindings.Copy(File.Path, argument.Start, argument.End).Write("\n" + Indentation.Of(File.Text, GoSyntax.StatementOf(call).Start));
    }

    /// <summary>Arguments can be bound in front of a statement that begins with the call.</summary>
    private bool CanBind()
    {
        var holder = GoSyntax.StatementOf(call);
        if (!GoLines.BeginsLine(File, holder.Start)) return false;
        if (holder.Kind == K.ExpressionStatement) return GoSyntax.WithoutParentheses(holder.FirstNamed) == call;
        return call.Parent.Kind == K.ExpressionList && call.Parent.Named.Count() == 1 && call.Parent.Parent == holder && holder.Kind is K.ShortVarDeclaration or K.ReturnStatement;
    }

    private void RefuseName(string name, GoNode declaredAt)
    {
        var home = Locals.FunctionOf(call);
        while (Locals.FunctionOf(home) is { Exists: true } outer) home = outer;
        if (GoScene.Names(home).FirstOrDefault(n => n.Text == name && n.Kind == K.Identifier) is { Exists: true } taken)
            throw Refuse(ErrorTable.RefactorNameTaken, $"The body needs a variable '{name}', and the caller uses that name.", (taken, "in the way"), (declaredAt, "declared"));
    }

    /// <summary>What the body takes from its own file or package must be reached from the call's.</summary>
    private void Carry()
    {
        foreach (var name in Nodes().Where(n => scene.Meaning(n) is { Kind: ObjectKind.Import }))
        {
            if (imports.Carry(scene.Meaning(name)!, name.Text) is { } taken) throw Refuse(ErrorTable.RefactorCapture, $"'{taken}' means something else in {File.Path}.", (name, "use"));
        }

        foreach (var local in Nodes().Where(n => GoScene.Declares(n) && n.File.Scopes.DeclaredAt(n) is { } d && body.Statements.Contains(GoSyntax.StatementOf(n)) && GoScene.IsLocal(d) && !InClosure(n))) RefuseName(local.Text, local);
    }

    private IEnumerable<GoNode> Nodes() => body.Statements.Concat(body.Values).SelectMany(GoScene.Names);

    private CodeText Values()
    {
        var text = new CodeText();
        for (var i = 0; i < body.Values.Count; i++)
        {
            text.Write(i == 0 ? "" : ", ");
            Value(text, body.Values[i], body.Results[i]);
        }

        return text;
    }

    private void Value(CodeText text, GoNode value, GoType type)
    {
        var isConverted = _substitute.NeedsConversion(value, call, type);
        if (isConverted is null) throw Refuse(ErrorTable.RefactorUnsupported, "The value of the body would not have the type of the result there.", (value, "value"));
        var plain = GoSyntax.WithoutParentheses(value);
        var root = plain.Kind == K.Identifier && scene.Meaning(plain) is { } parameter && _given.TryGetValue(parameter, out var argument) ? GoSyntax.WithoutParentheses(argument) : plain;
        if (isConverted == true)
        {
            var written = _types.Write(type) ?? throw Refuse(ErrorTable.RefactorUnsupported, "The type of the result cannot be written there.");
            text.Append(type is GoType.Pointer or GoType.Function or GoType.Channel ? CodeText.Of("(").Append(written).Write(")") : written);
        }

        var parenthesize = isConverted == true || (call.Parent.Kind != K.ParenthesizedExpression && GoSyntax.NeedsParentheses(root, call));
        if (parenthesize) text.Write("(");
        Copy(text, plain.Start, plain.End, null);
        if (parenthesize) text.Write(")");
    }

    private CodeText Statements(string indentation)
    {
        var (first, last) = (body.Statements[0], body.Statements[^1]);
        var block = body.Function.Get(F.Body);
        var start = GoSyntax.Trim(body.File, block.Start + 1, first.End).Start;
        var end = GoLines.EndsLine(body.File, last.End) && GoLines.LineOf(body.File, block.End) > GoLines.LineOf(body.File, last.End)
            ? GoSyntax.Trim(body.File, last.End, body.File.Text.Lines.LineEnd(GoLines.LineOf(body.File, last.End))).End : last.End;
        var text = new CodeText();
        Copy(text, start, Math.Max(end, last.End), indentation);
        return text;
    }

    /// <summary>Copies code of the body with the arguments put in; at another depth when an indentation is given.</summary>
    private void Copy(CodeText text, int start, int end, string? indentation)
    {
        var at = start;
        foreach (var use in GoScene.Names(body.Function.Get(F.Body)).Where(n => n.Start >= start && n.End <= end && n.Kind == K.Identifier))
        {
            if (scene.Meaning(use) is not { } meaning) continue;
            if (_given.TryGetValue(meaning, out var argument))
            {
                Part(text, at, use.Start, indentation);
                var type = body.Parameters.First(p => p.Object == meaning);
                Argument(text, argument, use, type.Type, type.IsReceiver);
                at = use.End;
            }
            else if (GoScene.IsPackageLevel(meaning) && meaning.File.Package == body.File.Package && body.File.Package != File.Package)
            {
                Part(text, at, use.Start, indentation);
                Qualify(text, meaning, use);
                at = use.End;
            }
        }

        Part(text, at, end, indentation);
    }

    private void Part(CodeText text, int start, int end, string? indentation)
    {
        if (end <= start) return;
        if (indentation is null) text.Copy(body.File.Path, start, end);
        else text.CopyIndented(body.File.Text, body.File.Path, start, end, Indentation.Of(body.File.Text, body.Statements[0].Start), indentation, GoSyntax.IsInString(body.File));
    }

    private void Argument(CodeText text, GoNode argument, GoNode use, GoType type, bool isReceiver)
    {
        var plain = GoSyntax.WithoutParentheses(argument);
        if (isReceiver)
        {
            text.Append(GoSyntax.Copy(plain, use));
            return;
        }

        text.Append(_substitute.Write(plain, use, type, _types) ?? throw Refuse(ErrorTable.RefactorUnsupported, $"The argument would not have the type of '{use.Text}' in the body.", (argument, "argument")));
    }

    private void Qualify(CodeText text, GoObject global, GoNode use)
    {
        if (!global.IsExported) throw Refuse(ErrorTable.RefactorUnsupported, $"The body uses '{global.Name}', which package {File.Package.Name} cannot see.", (use, "use"));
        var import = File.Scopes.Imports.Find(i => scene.Program.Imported(i) == global.File.Package && i.Name is not ("_" or "."))
            ?? throw Refuse(ErrorTable.RefactorUnsupported, $"The body uses '{global.Name}', which {File.Path} does not import.", (use, "use"));
        text.Append(imports.Qualifier(GoProgram.PathOf(import), global.File.Package.Name)!).Use(global.Name, scene.SymbolOf(global));
    }

    private HeckException Refuse(ErrorCode code, string message, params (GoNode, string)[] others) =>
        scene.Refuse(code, $"At {scene.PlaceOf(call)}: {message}", ask.Path, ask.Offset, [(call, "call"), .. others]);
}
