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

/// <summary>A function that can be put in the place of its calls: statements, then at most one return.</summary>
/// <param name="Function">Its declaration.</param>
/// <param name="Parameters">Receiver and parameters with their types; null for one without a name.</param>
/// <param name="Statements">What it does before it returns.</param>
/// <param name="Values">What it returns.</param>
/// <param name="Results">The types of its results.</param>
internal sealed record FunctionBody(GoNode Function, IReadOnlyList<(GoObject? Object, GoType Type, bool IsReceiver)> Parameters, IReadOnlyList<GoNode> Statements, IReadOnlyList<GoNode> Values, IReadOnlyList<GoType> Results)
{
    public GoFile File => Function.File;

    public static FunctionBody Read(GoScene scene, InlineAsk ask, BoundSymbol symbol, GoObject declared)
    {
        var function = declared.Declaration;
        HeckException Refuse(ErrorCode code, string message, GoNode at = default) => scene.Refuse(code, message, ask.Path, ask.Offset, (at, "in the way"));
        if (declared.Parts.Count > 0) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is declared for several systems.");
        if (function.Get(F.Body).IsNone) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' has no body in Go.");
        var body = function.Get(F.Body);
        if (GoScene.Names(body).FirstOrDefault(n => scene.Meaning(n) == declared) is { Exists: true } self) throw Refuse(ErrorTable.RefactorRecursive, $"'{symbol.Name}' uses itself at {scene.PlaceOf(self)}.", self);
        if (GoScene.Names(body).FirstOrDefault(n => scene.Meaning(n) is { Kind: ObjectKind.TypeParameter }) is { Exists: true } generic) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' uses its type parameter {generic.Text}.", generic);
        if (function.Get(F.Parameters).Get(K.VariadicParameterDeclaration) is { Exists: true } rest) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' takes any number of arguments.", rest);
        if (GoScene.Below(function.Get(F.Result)).FirstOrDefault(n => n.Field == F.Name && n.Kind == K.Identifier) is { Exists: true } named) throw Refuse(ErrorTable.RefactorControlFlow, $"'{symbol.Name}' has named results.", named);
        var own = GoScene.Below(body).Where(n => n.Ancestor(K.FuncLiteral) is not { Exists: true } literal || !function.Contains(literal)).ToList();
        if (own.Find(n => n.Kind is K.DeferStatement or K.LabeledStatement or K.GotoStatement || (n.Kind == K.CallExpression && n.Get(F.Function).Text == "recover")) is { Exists: true } jump)
            throw Refuse(ErrorTable.RefactorControlFlow, $"'{symbol.Name}' has a {(jump.Kind == K.DeferStatement ? "deferred call" : "jump")} that belongs to it.", jump);
        var statements = body.Get(K.StatementList).Named.Where(s => s.Kind != K.EmptyStatement).ToList();
        var last = statements.LastOrDefault() is { Kind: K.ReturnStatement } end ? end : default;
        if (own.Find(n => n.Kind == K.ReturnStatement && n != last) is { Exists: true } early) throw Refuse(ErrorTable.RefactorControlFlow, $"'{symbol.Name}' returns at {scene.PlaceOf(early)} as well as at its end.", early);
        if (last.Exists) statements.RemoveAt(statements.Count - 1);
        var type = (GoType.Function)scene.Checker.TypeOf(declared);
        if (last.IsNone && type.Results.Count > 0) throw Refuse(ErrorTable.RefactorControlFlow, $"'{symbol.Name}' does not end with its return.");
        var values = last.Exists ? last.FirstNamed.Named.ToList() : [];
        if (values.Count != type.Results.Count) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' returns the several results of a call.");
        return new FunctionBody(function, [.. ParametersOf(scene, function)], statements, values, type.Results);
    }

    private static IEnumerable<(GoObject?, GoType, bool)> ParametersOf(GoScene scene, GoNode function)
    {
        foreach (var list in (GoNode[])[function.Get(F.Receiver), function.Get(F.Parameters)])
        {
            foreach (var parameter in list.Named.Where(p => p.Kind == K.ParameterDeclaration))
            {
                var names = Binding.Scopes.Parameters.NamesOf(parameter).ToList();
                var written = Binding.Scopes.Parameters.Unread(parameter) is { Exists: true } next ? next.Get(F.Type) : parameter.Get(F.Type);
                if (names.Count == 0) yield return (null, scene.Checker.Read(written), list.Field == F.Receiver);
                foreach (var name in names) yield return (name.Text == "_" ? null : function.File.Scopes.DeclaredAt(name), scene.Checker.Read(written), list.Field == F.Receiver);
            }
        }
    }
}
