using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>Judges what expressions and statements do.</summary>
internal sealed class Effects(GoScene scene, Locals locals)
{
    private static readonly HashSet<string> PurePackages = ["math", "math/bits", "path", "strconv", "strings", "unicode", "unicode/utf16", "unicode/utf8"];

    /// <summary>Of an expression, everything in it included.</summary>
    public Effect Of(GoNode node) => node.Kind switch
    {
        K.FuncLiteral => Effect.Fresh,
        K.Identifier => OfName(node),
        K.SelectorExpression => OfSelector(node),
        K.CallExpression => OfCall(node),
        K.TypeConversionExpression => scene.Checker.Of(node.Get(F.Type)) is { Kind: MeaningKind.Value } ? Effect.Acts : Of(node.Get(F.Operand)),
        K.CompositeLiteral => Below(node.Get(F.Body)) | (scene.Checker.Underlying(scene.Checker.TypeOf(node)) is GoType.Struct ? Effect.None : Effect.Fresh),
        K.KeyedElement => (node.Get(F.Key).FirstNamed is { Kind: K.Identifier } ? Effect.None : Of(node.Get(F.Key))) | Of(node.Get(F.Value)),
        K.UnaryExpression => OfUnary(node),
        K.BinaryExpression => Below(node) | (node.Get(F.Operator).Text is "/" or "%" && node.Get(F.Right).Kind is not (K.IntLiteral or K.FloatLiteral) ? Effect.MayPanic : Effect.None),
        K.IndexExpression => Below(node) | (scene.Checker.Of(node.Get(F.Operand)) is { Kind: MeaningKind.Type } or { Type: GoType.Function } ? Effect.None
            : Effect.ReadsShared | (scene.Checker.Underlying(scene.Checker.TypeOf(node.Get(F.Operand))) is GoType.Map ? Effect.None : Effect.MayPanic)),
        K.SliceExpression => Below(node) | Effect.MayPanic,
        K.TypeAssertionExpression => Of(node.Get(F.Operand)) | Effect.MayPanic,
        K.SendStatement or K.GoStatement or K.DeferStatement or K.SelectStatement => Effect.Acts | Below(node),
        K.ReceiveStatement => Effect.Acts | Below(node),
        _ => Below(node),
    };

    public bool Acts(GoNode node) => (Of(node) & Effect.Acts) != 0;

    private Effect Below(GoNode node) => node.Named.Aggregate(Effect.None, (all, child) => all | Of(child));

    private Effect OfName(GoNode name) => scene.Meaning(name) switch
    {
        { } declared when GoScene.IsVariable(declared) => GoScene.IsLocal(declared) ? locals.IsShared(declared) ? Effect.ReadsShared : Effect.ReadsLocals : Effect.ReadsShared,
        _ => Effect.None,
    };

    private Effect OfSelector(GoNode node)
    {
        var operand = node.Get(F.Operand);
        if (scene.Meaning(operand) is { Kind: ObjectKind.Import } import)
        {
            if (scene.Program.Imported(import) is { } package) return package.Find(node.Get(F.Field).Text) is { Kind: ObjectKind.Variable } ? Effect.ReadsShared : Effect.None;
            var full = $"{GoProgram.PathOf(import)}.{node.Get(F.Field).Text}";
            // Of the standard library's variables only errors are known to stay as they are.
            return StandardApi.Function(full) is not null || StandardApi.IsType(full) || StandardApi.Variable(full) is GoType.Basic or GoType.External { Name: "Duration" or "FileMode" or "Month" or "Weekday" } ? Effect.None : Effect.ReadsShared;
        }

        if (scene.Checker.Of(operand).Kind == MeaningKind.Type) return Effect.None;
        var type = scene.Checker.TypeOf(operand);
        var isPlain = scene.Checker.Underlying(type) is GoType.Struct;
        return Of(operand) | (isPlain ? Effect.None : Effect.ReadsShared | Effect.MayPanic);
    }

    private Effect OfCall(GoNode call)
    {
        var (function, arguments) = (call.Get(F.Function), call.Get(F.Arguments));
        var callee = scene.Checker.Of(function);
        if (callee.Kind == MeaningKind.Type) return Below(arguments);
        if (callee.Kind == MeaningKind.Builtin)
        {
            return callee.Object!.Name switch
            {
                "len" or "cap" => Below(arguments) | (scene.Checker.Underlying(scene.Checker.TypeOf(arguments.FirstNamed)) is GoType.Basic or GoType.Array ? Effect.None : Effect.ReadsShared),
                "min" or "max" or "real" or "imag" or "complex" => Below(arguments),
                "new" => Effect.Fresh,
                "make" => Effect.Fresh | Effect.MayPanic | arguments.Named.Skip(1).Aggregate(Effect.None, (all, a) => all | Of(a)),
                _ => Effect.Acts | Below(arguments),
            };
        }

        var isPure = function.Kind == K.SelectorExpression && scene.Meaning(function.Get(F.Operand)) is { Kind: ObjectKind.Import } import && PurePackages.Contains(GoProgram.PathOf(import))
            && scene.Program.Imported(import) is null && callee.Type is GoType.External { Name: not ("NewReplacer" or "NewReader" or "Repeat") } && arguments.Named.All(a => scene.Checker.Underlying(scene.Checker.TypeOf(a)) is GoType.Basic or GoType.Slice);
        return isPure ? Below(arguments) | Effect.Fresh : Of(function) | Below(arguments) | Effect.Acts;
    }

    private Effect OfUnary(GoNode node)
    {
        var operand = node.Get(F.Operand);
        return node.Get(F.Operator).Text switch
        {
            "<-" => Of(operand) | Effect.Acts,
            "*" => Of(operand) | Effect.ReadsShared | Effect.MayPanic,
            "&" => operand.Kind == K.CompositeLiteral ? Of(operand) | Effect.Fresh : operand.Kind == K.Identifier ? Effect.None : Of(operand),
            _ => Of(operand),
        };
    }
}
