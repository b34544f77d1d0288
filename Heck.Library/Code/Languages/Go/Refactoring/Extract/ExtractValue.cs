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

/// <summary>Names an expression: a variable in front of its statement, or a constant of the package.</summary>
internal sealed class ExtractValue(GoScene scene, ExtractAsk ask, GoFile file)
{
    private readonly Effects _effects = new(scene, new Locals(scene));
    private readonly Substitute _substitute = new(scene);

    public Proposal Propose()
    {
        var node = GoSyntax.ExpressionAt(file, ask.Start, ask.End);
        ExpressionRules.Refuse(scene, ask, node);
        // Parentheses that only group go with the expression.
        var place = node;
        while (place.Parent.Kind == K.ParenthesizedExpression) place = place.Parent;
        var value = GoSyntax.WithoutParentheses(node);
        return ask.Kind == ExtractKind.Constant ? Constant(value, place) : Variable(value, place);
    }

    private Proposal Constant(GoNode value, GoNode place)
    {
        if (!IsConstant(value)) throw Refuse(ErrorTable.RefactorUnsupported, "The expression is no constant.");
        if (GoDeclarations.UsesIota(value)) throw Refuse(ErrorTable.RefactorUnsupported, "iota counts only in its group of constants.");
        var name = scene.NewGlobal(ask.Name, "constant", file, ask.Start);
        RefuseLocal(name, place);
        var home = place;
        while (home.Parent.Kind != K.SourceFile) home = home.Parent;
        if (GoScene.Names(value).Select(scene.Meaning).FirstOrDefault(o => o is not null && GoScene.IsLocal(o)) is { } local)
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"The expression uses '{local.Name}', which only its function knows.", ask.Path, ask.Start, (local.NameNode, "local"));
        var at = GoLines.WithComments(home).Start;
        var text = CodeText.Of($"const {name} = ").Copy(file.Path, value.Start, value.End).Write("\n\n");
        return Named($"Extract constant {name}", name, [ProposedEdit.Insert(file.Path, at, text), new ProposedEdit(file.Path, place.Start, place.End, CodeText.Of(name))], place);
    }

    private Proposal Variable(GoNode value, GoNode place)
    {
        var name = scene.Frame.NewName(ask.Name, "variable");
        var statement = GoSyntax.StatementOf(place);
        if (statement.IsNone) throw Refuse(ErrorTable.RefactorUnsupported, "Outside of functions there is no statement to put a variable in front of.");
        if (place.Ancestor(K.ConstDeclaration) is { Exists: true } || GoScene.Below(statement).Any(n => n.Kind is K.ArrayType && n.Get(F.Length).Contains(place))) throw Refuse(ErrorTable.RefactorUnsupported, "A constant is needed there.");
        if (GoScene.Below(Locals.FunctionOf(statement)).FirstOrDefault(n => n.Kind == K.GotoStatement) is { Exists: true } jump) throw scene.Refuse(ErrorTable.RefactorControlFlow, "goto may not jump over the declaration of a variable.", ask.Path, ask.Start, (jump, "jump"));
        RefuseLocal(name, place);
        if (file.Scopes.Opened(BlockOf(statement))?.Find(name, int.MaxValue) is { } taken) throw scene.Refuse(ErrorTable.RefactorNameTaken, $"'{name}' is declared in the block already.", ask.Path, ask.Start, (taken.NameNode, "in the way"));
        RefuseMoved(value, place, statement);
        var text = Declaration(name, value, place, statement);
        var isOwnLine = GoLines.BeginsLine(file, statement.Start);
        text.Write(isOwnLine ? "\n" + Indentation.Of(file.Text, statement.Start) : "; ");
        return Named($"Extract variable {name}", name, [ProposedEdit.Insert(file.Path, statement.Start, text), new ProposedEdit(file.Path, place.Start, place.End, CodeText.Of(name))], place);
    }

    private static GoNode BlockOf(GoNode statement)
    {
        var block = statement.Parent.Parent;
        return block.Kind == K.Block && block.Parent.Kind is K.FunctionDeclaration or K.MethodDeclaration or K.FuncLiteral ? block.Parent : block;
    }

    /// <summary>A variable gets the default type of an untyped constant, which must be what the place asks for; else its type is written.</summary>
    private CodeText Declaration(string name, GoNode value, GoNode place, GoNode statement)
    {
        var type = scene.Checker.TypeOf(value);
        var copy = new CodeText().CopyIndented(file.Text, file.Path, value.Start, value.End, Indentation.Of(file.Text, value.Start), Indentation.Of(file.Text, statement.Start), GoSyntax.IsInString(file));
        var plain = CodeText.Of(name + " := ").Append(copy);
        if (type is not GoType.Basic { IsUntyped: true } untyped) return plain;
        if (untyped.Name == "untyped nil") throw Refuse(ErrorTable.RefactorUnsupported, "nil has no type of its own.");
        var wanted = WantedBy(place);
        var standard = GoChecker.Variable(untyped);
        if (untyped.Name == "untyped bool" && wanted is null && place.Parent.Kind is K.IfStatement or K.ForStatement or K.BinaryExpression or K.UnaryExpression or K.ExpressionSwitchStatement) return plain;
        if (wanted is null) throw Refuse(ErrorTable.RefactorUnsupported, "Which type the constant has there is not known; extract a constant instead.");
        if (TypeIdentity.Same(wanted, standard) == true || scene.Checker.Underlying(wanted) is GoType.Interface || wanted is GoType.Basic { Name: "any" } || (wanted is GoType.External e && StandardApi.IsInterface(e.Full))) return plain;
        var writer = new TypeWriter(scene, file, new ImportPlan(scene, file));
        return writer.Write(wanted) is { } written ? CodeText.Of($"var {name} ").Append(written).Write(" = ").Append(copy) : throw Refuse(ErrorTable.RefactorUnsupported, "The type that the constant has there cannot be written.");
    }

    private GoType? WantedBy(GoNode place)
    {
        if (place.Parent.Kind == K.BinaryExpression)
        {
            var other = place.Parent.Get(place.Field == F.Left ? F.Right : F.Left);
            var op = place.Parent.Get(F.Operator).Text;
            if (op is "<<" or ">>") return place.Field == F.Right ? GoType.Int : null;
            return scene.Checker.TypeOf(other) is { } type and not (GoType.Unknown or GoType.Basic { IsUntyped: true }) ? type : null;
        }

        if (place.Parent.Kind == K.IndexExpression && place.Field == F.Index && scene.Checker.Underlying(scene.Checker.TypeOf(place.Parent.Get(F.Operand))) is GoType.Slice or GoType.Array or GoType.Basic) return GoType.Int;
        if (place.Parent.Kind == K.SliceExpression && place.Field != F.Operand) return GoType.Int;
        if (place.Parent.Kind == K.ExpressionList && place.Parent.Parent.Kind == K.ShortVarDeclaration) return GoChecker.Variable(scene.Checker.TypeOf(place));
        if (place.Parent.Kind == K.ExpressionList && place.Parent.Parent is { Kind: K.VarSpec } spec && spec.Get(F.Type).IsNone) return GoChecker.Variable(scene.Checker.TypeOf(place));
        return _substitute.Wanted(place);
    }

    private bool IsConstant(GoNode node) => node.Kind switch
    {
        K.IntLiteral or K.FloatLiteral or K.ImaginaryLiteral or K.RuneLiteral or K.InterpretedStringLiteral or K.RawStringLiteral or K.True or K.False or K.Iota => true,
        K.ParenthesizedExpression => IsConstant(node.FirstNamed),
        K.BinaryExpression => IsConstant(node.Get(F.Left)) && IsConstant(node.Get(F.Right)),
        K.UnaryExpression => node.Get(F.Operator).Text is "-" or "+" or "!" or "^" && IsConstant(node.Get(F.Operand)),
        K.Identifier => scene.Meaning(node) is { Kind: ObjectKind.Constant } || (scene.Meaning(node) is { Kind: ObjectKind.Predeclared } && node.Text is "true" or "false" or "iota"),
        K.SelectorExpression => IsConstantMember(node),
        K.CallExpression when scene.Checker.Of(node.Get(F.Function)) is { Kind: MeaningKind.Type, Type: var type } => scene.Checker.Underlying(type) is GoType.Basic && node.Get(F.Arguments).Named.All(IsConstant),
        K.CallExpression when node.Get(F.Function).Text == "len" => node.Get(F.Arguments).FirstNamed is { Kind: K.InterpretedStringLiteral or K.RawStringLiteral },
        _ => false,
    };

    private bool IsConstantMember(GoNode node)
    {
        if (scene.Meaning(node.Get(F.Operand)) is not { Kind: ObjectKind.Import } import) return false;
        if (scene.Program.Imported(import) is { } package) return package.Find(node.Get(F.Field).Text) is { Kind: ObjectKind.Constant };
        var full = $"{GoProgram.PathOf(import)}.{node.Get(F.Field).Text}";
        return GoProgram.PathOf(import) is "time" or "math" or "net/http" or "unicode/utf8" && StandardApi.Variable(full) is GoType.Basic or GoType.External { Name: "Duration" or "Month" or "Weekday" };
    }

    /// <summary>The expression is evaluated before its statement: nothing that it depends on may come in between, and it must have been evaluated anyway.</summary>
    private void RefuseMoved(GoNode value, GoNode place, GoNode statement)
    {
        var effect = _effects.Of(value);
        if (effect != Effect.None && IsInHead(place, statement)) throw Moved("is evaluated in every round of the loop");
        if ((effect & (Effect.Acts | Effect.MayPanic)) != 0 && !IsUnconditional(place, statement)) throw Moved("is evaluated only under a condition");
        for (var (child, at) = (place, place.Parent); at.Exists && child != statement; (child, at) = (at, at.Parent))
        {
            foreach (var before in at.Named.Where(n => n.End <= child.Start))
            {
                var other = _effects.Of(before);
                if ((effect & ~Effect.ReadsLocals & ~Effect.Fresh) != 0 && (other & Effect.Acts) != 0) throw Moved($"would be evaluated before {scene.PlaceOf(before)}");
                if ((effect & Effect.Acts) != 0 && (other & (Effect.ReadsShared | Effect.MayPanic)) != 0) throw Moved($"would be evaluated before {scene.PlaceOf(before)}");
                if (before.Field == F.Initializer && WritesAny(before, value)) throw Moved($"uses what {scene.PlaceOf(before)} sets");
            }
        }
    }

    private bool WritesAny(GoNode statement, GoNode value)
    {
        var read = GoScene.Names(value).Select(scene.Meaning).OfType<GoObject>().Where(GoScene.IsVariable).ToHashSet();
        return GoScene.Names(statement).Any(n => scene.Meaning(n) is { } o && read.Contains(o) && (GoScene.Declares(n) || new Locals(scene).WriteOf(n) != WriteKind.None));
    }

    /// <summary>Whether a place stands in the head of a loop where it is evaluated again and again.</summary>
    private static bool IsInHead(GoNode place, GoNode statement)
    {
        for (var (child, at) = (place, place.Parent); child != statement; (child, at) = (at, at.Parent))
        {
            if (at.Kind == K.ForStatement) return !(child.Kind == K.RangeClause && child.Get(F.Right).Contains(place)) && !(child.Kind == K.ForClause && child.Get(F.Initializer).Contains(place));
        }

        return false;
    }

    private static bool IsUnconditional(GoNode place, GoNode statement)
    {
        for (var (child, at) = (place, place.Parent); child != statement; (child, at) = (at, at.Parent))
        {
            if (at.Kind is K.ExpressionCase or K.CommunicationCase or K.TypeCase) return false;
            if (at.Kind == K.IfStatement && child.Field == F.Alternative) return false;
            if (at.Kind == K.BinaryExpression && child.Field == F.Right && at.Get(F.Operator).Text is "&&" or "||") return false;
        }

        return true;
    }

    private void RefuseLocal(string name, GoNode place)
    {
        if (file.Scopes.FindLocal(place, name) is { } local && ask.Kind == ExtractKind.Constant) throw scene.Refuse(ErrorTable.RefactorNameTaken, $"'{name}' is declared there already.", ask.Path, ask.Start, (local.NameNode, "in the way"));
    }

    private Proposal Named(string title, string name, IReadOnlyList<ProposedEdit> edits, GoNode place) => new(title, edits, scene.Frame.LedgerOf([(file.Path, place.Start)])) { NewNames = [name] };

    private HeckException Moved(string why) => Refuse(ErrorTable.RefactorSideEffects, $"The expression {why}.");

    private HeckException Refuse(ErrorCode code, string message) => scene.Refuse(code, message, ask.Path, ask.Start);
}
