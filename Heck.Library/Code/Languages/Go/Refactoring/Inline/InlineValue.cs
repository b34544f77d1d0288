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

/// <summary>Puts the value of a variable or constant where its name is used.</summary>
internal sealed class InlineValue(GoScene scene, InlineAsk ask, BoundSymbol symbol, GoObject declared, CancellationToken ct)
{
    private readonly Locals _locals = new(scene);
    private readonly Substitute _substitute = new(scene);
    private readonly Dictionary<GoFile, ImportPlan> _imports = [];

    private bool IsConstant => declared.Kind == ObjectKind.Constant;

    public Proposal Propose()
    {
        var value = ValueToCopy();
        var all = scene.NodesOf(symbol, ask, ct);
        var uses = all.Where(n => !GoScene.Declares(n)).ToList();
        RefuseReassigned(uses);
        var one = uses.Find(u => u.File.Path == ask.Path && u.Start <= ask.Offset && ask.Offset <= u.End && !(declared.File.Path == ask.Path && declared.NameNode.Start <= ask.Offset && ask.Offset < declared.NameNode.End));
        var places = one.Exists ? [one] : uses;
        if (places.Count == 0) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is not used; delete it instead.");
        RefuseEffects(value, places);
        var goes = !one.Exists || (uses.Count == 1 && GoScene.IsLocal(declared) && !IsConstant);
        if (goes) RefuseShared();
        var edits = places.Select(p => new ProposedEdit(p.File.Path, p.Start, p.End, Write(value, p))).ToList();
        if (goes) edits.AddRange(GoDeclarations.Remove(declared, withComments: !GoScene.IsLocal(declared)));
        Plan(declared.File);
        foreach (var (file, plan) in _imports) edits.AddRange(plan.Edits(goes ? [.. edits.Where(e => e.Path == file.Path).Select(e => (e.Start, e.End))] : []).ToList());
        return new Proposal($"Inline {symbol.Kind} {symbol.Name}", GoEdits.Merge(edits), scene.Frame.LedgerOf(places.Select(p => (p.File.Path, p.Start))));
    }

    private GoNode ValueToCopy()
    {
        if (declared.Parts.Count > 0) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is declared for several systems.");
        var value = GoDeclarations.ValueOf(declared);
        if (value.IsNone) throw Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' has no value of its own to put in its place.");
        if (GoDeclarations.UsesIota(value)) throw Refuse(ErrorTable.RefactorUnsupported, $"The value of '{symbol.Name}' depends on its place in its group.");
        if (IsConstant && GoDeclarations.OthersCount(declared.Declaration)) throw Refuse(ErrorTable.RefactorUnsupported, $"Later constants of its group take their value from '{symbol.Name}'.");
        return value;
    }

    private CodeText Write(GoNode value, GoNode place)
    {
        var plan = Plan(place.File);
        foreach (var name in GoScene.Names(value))
        {
            if (scene.Meaning(name) is { Kind: ObjectKind.Import } import && plan.Carry(import, name.Text) is { } taken)
                throw Refuse(ErrorTable.RefactorCapture, $"'{taken}' means something else in {place.File.Path}.", (place, "use"));
        }

        var written = declared.Declaration.Kind is K.VarSpec or K.ConstSpec ? declared.Declaration.Get(F.Type) : default;
        if (IsConstant && written.IsNone) return GoSyntax.Copy(value, place);
        var writer = new TypeWriter(scene, place.File, plan);
        return _substitute.Write(value, place, scene.Checker.TypeOf(declared), writer)
            ?? throw Refuse(ErrorTable.RefactorUnsupported, $"At {scene.PlaceOf(place)} the value would not have the type of '{symbol.Name}'.", (place, "use"));
    }

    private ImportPlan Plan(GoFile file)
    {
        if (!_imports.TryGetValue(file, out var plan)) _imports[file] = plan = new ImportPlan(scene, file);
        return plan;
    }

    private void RefuseReassigned(List<GoNode> uses)
    {
        var writes = uses.Where(u => _locals.WriteOf(u) != WriteKind.None).ToList();
        if (writes.Count > 0) throw Refuse(ErrorTable.RefactorReassigned, $"'{symbol.Name}' is changed, or its address is taken, at {scene.PlaceOf(writes[0])}.", [.. writes.Select(w => (w, "changed"))]);
    }

    /// <summary>A short declaration must go on declaring something.</summary>
    private void RefuseShared()
    {
        if (declared.Declaration.Kind != K.ShortVarDeclaration || declared.Declaration.Get(F.Left).Named.Count() == 1) return;
        if (!declared.Declaration.Get(F.Left).Named.Any(n => n != declared.NameNode && GoScene.Declares(n))) throw Refuse(ErrorTable.RefactorUnsupported, $"The declaration of '{symbol.Name}' assigns to others that it does not declare.");
    }

    private void RefuseEffects(GoNode value, List<GoNode> places)
    {
        var effects = new Effects(scene, _locals);
        var effect = effects.Of(value);
        if (effect == Effect.None) return;
        if (!GoScene.IsLocal(declared)) throw Refuse(ErrorTable.RefactorSideEffects, $"The value of '{symbol.Name}' is made once, when the program begins.", (value, "value"));
        if ((effect & (Effect.Fresh | Effect.Acts)) != 0 && (places.Count > 1 || Uses() > 1)) throw Refuse(ErrorTable.RefactorSideEffects, $"The value of '{symbol.Name}' would be made at each of its uses.", [.. places.Select(p => (p, "use"))]);
        var statement = GoSyntax.StatementOf(declared.Declaration);
        foreach (var place in places)
        {
            var isLater = GoSyntax.IsInLoopSince(place, declared.Declaration) || Locals.IsInClosure(place, declared.Declaration);
            if (isLater && (effect & (Effect.Fresh | Effect.Acts | Effect.ReadsShared | Effect.MayPanic)) != 0 && !(effect == Effect.Fresh && value.Kind == K.FuncLiteral && !HoldsReads(value))) throw Moved(place, value, "is used in a loop or closure");
            if ((effect & (Effect.Acts | Effect.MayPanic)) != 0 && !GoSyntax.IsUnconditionalSince(place, declared.Declaration)) throw Moved(place, value, "is used only under a condition");
            RefuseChanges(effects, value, place, isLater);
            if ((effect & (Effect.ReadsShared | Effect.MayPanic | Effect.Acts)) != 0) RefuseBetween(effects, effect, value, place);
        }
    }

    private int Uses() => _locals.UsesOf(declared).Count(u => !GoScene.Declares(u));

    private bool HoldsReads(GoNode literal) => GoScene.Names(literal).Any(n => scene.Meaning(n) is { } v && GoScene.IsVariable(v) && !literal.Contains(v.NameNode));

    /// <summary>Variables that the value reads must not change before the use.</summary>
    private void RefuseChanges(Effects effects, GoNode value, GoNode place, bool isLater)
    {
        var statement = GoSyntax.StatementOf(place);
        foreach (var variable in GoScene.Names(value).Select(scene.Meaning).OfType<GoObject>().Where(v => GoScene.IsVariable(v) && GoScene.IsLocal(v) && !value.Contains(v.NameNode)).Distinct())
        {
            foreach (var write in _locals.UsesOf(variable).Where(u => _locals.WriteOf(u) != WriteKind.None))
            {
                var isAfter = write.Start > value.End && (write.Start < place.Start || isLater);
                var isOfUse = write.Start < place.Start && GoSyntax.StatementOf(write) == statement && statement.Kind == K.AssignmentStatement && !isLater;
                if ((isAfter && !isOfUse) || (isLater && Locals.IsInClosure(place, declared.Declaration))) throw Refuse(ErrorTable.RefactorSideEffects, $"'{variable.Name}', which the value reads, is changed at {scene.PlaceOf(write)} before the use.", (write, "changed"), (place, "use"));
            }
        }
    }

    /// <summary>Nothing may happen between the declaration and the use that the value depends on, or that depends on it.</summary>
    private void RefuseBetween(Effects effects, Effect effect, GoNode value, GoNode place)
    {
        var from = declared.Declaration.End;
        var list = GoSyntax.StatementOf(declared.Declaration).Parent;
        var forbidden = (effect & Effect.Acts) != 0 ? Effect.Acts | Effect.ReadsShared | Effect.MayPanic : Effect.Acts;
        var using_ = place;
        while (using_.Parent.Exists && !using_.Parent.Contains(declared.Declaration)) using_ = using_.Parent;
        foreach (var node in list.Named.Where(s => s.Start >= from && s.End <= using_.Start))
        {
            if ((effects.Of(node) & forbidden) != 0 || ChangesShared(node)) throw Moved(place, value, $"would be read after {scene.PlaceOf(node)}");
        }

        // Within the using statement: whatever is evaluated before the place.
        for (var (child, at) = (place, place.Parent); at.Exists && child != using_; (child, at) = (at, at.Parent))
        {
            foreach (var before in at.Named.Where(n => n.End <= child.Start && n.Field != F.Function))
            {
                if ((effects.Of(before) & forbidden) != 0 || ChangesShared(before)) throw Moved(place, value, $"would be evaluated after {scene.PlaceOf(before)}");
            }

            if (at.Kind == K.CallExpression && child.Field == F.Arguments && (effects.Of(at.Get(F.Function)) & forbidden & ~Effect.MayPanic & ~Effect.ReadsShared) != 0) throw Moved(place, value, "would be evaluated after the function that it is given to");
            // Operands that are only read may be read before or after a call, as the compiler likes.
            if ((effect & Effect.ReadsShared) != 0 && at.Named.Any(n => n.Start >= child.End && n.Kind != K.Block && (effects.Of(n) & Effect.Acts) != 0) && at.Kind is K.BinaryExpression or K.ArgumentList or K.ExpressionList or K.LiteralValue) throw Moved(place, value, "stands beside code that may change it");
        }
    }

    /// <summary>Whether a statement assigns to more than local variables.</summary>
    private bool ChangesShared(GoNode node) => GoScene.Below(node).Any(n =>
        (n.Kind is K.AssignmentStatement && n.Get(F.Left).Named.Any(IsShared)) || (n.Kind is K.IncStatement or K.DecStatement && IsShared(n.FirstNamed)));

    private bool IsShared(GoNode target) => !(target.Kind == K.Identifier && (target.Text == "_" || (scene.Meaning(target) is { } v && GoScene.IsLocal(v) && !_locals.IsShared(v))));

    private HeckException Moved(GoNode place, GoNode value, string why) => Refuse(ErrorTable.RefactorSideEffects, $"The value of '{symbol.Name}' {why}.", (value, "value"), (place, "use"));

    private HeckException Refuse(ErrorCode code, string message, params (GoNode, string)[] others) => scene.Refuse(code, message, ask.Path, ask.Offset, others);
}
