using Heck.Code.Languages.Python.Binding;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Refactoring.Imports;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.SafeDelete;

/// <summary>Deletes a function, class, variable or import that nothing uses.</summary>
internal sealed class PythonSafeDelete : IRefactoring<SafeDeleteAsk>
{
    public Proposal Propose(SafeDeleteAsk ask, RefactorScene scene, CancellationToken ct)
    {
        var python = new PythonScene(scene);
        var symbol = scene.Symbol(ask, ct);
        var uses = scene.UsesOf(symbol, ask, ct);
        var variable = Deletable(python, symbol, ask);
        RefuseFamily(python, symbol, ask, ct);
        var statements = variable.Declarations.Select(d => StatementOf(d, variable, python, ask)).Distinct().ToList();
        RefuseUsed(python, symbol, uses, variable, statements, ask);
        RefuseEffects(python, variable, ask);
        var edits = new List<ProposedEdit>();
        var imports = variable.Declarations.Where(IsImport).ToList();
        edits.AddRange(imports.GroupBy(d => d.Origin).SelectMany(g => ImportEdits.Remove(g.Key, [.. g.Select(d => d.Name)])));
        edits.AddRange(Removal.Of([.. statements.Where(s => !imports.Exists(i => i.Origin == s))]));
        return new Proposal($"Delete {symbol.Kind} {symbol.Name} from {symbol.Path}", edits, scene.LedgerOf(symbol.Name, uses, ct));
    }

    private static bool IsImport(Declaration declaration) => declaration.Kind is DeclarationKind.Import or DeclarationKind.FromImport;

    private static Variable Deletable(PythonScene python, BoundSymbol symbol, SafeDeleteAsk ask)
    {
        if (python.VariableOf(symbol) is not { } variable)
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is a {symbol.Kind} that no statement of its own declares.", ask);
        python.File(symbol.Path);
        return variable.IsParameter
            ? throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is a parameter; change-signature removes it together with its arguments.", ask)
            : variable;
    }

    /// <summary>What overrides or is overridden is called through the other, and what a base demands must be there.</summary>
    private static void RefuseFamily(PythonScene python, BoundSymbol symbol, SafeDeleteAsk ask, CancellationToken ct)
    {
        var others = python.Scene.Binder.SetOf(symbol, ct).Symbols.Where(s => s != symbol).ToList();
        if (others.Count == 0) return;
        throw ErrorTable.RefactorBreaksInterface.With($"'{symbol.Name}' is declared {others.Count + 1} times in one hierarchy or module.",
            details: python.Scene.Places(ask.Path, ask.Offset, others.Select(o => (o.Path, o.Offset, "declared too"))));
    }

    private static PythonNode StatementOf(Declaration declaration, Variable variable, PythonScene python, SafeDeleteAsk ask)
    {
        var origin = declaration.Origin;
        var holder = origin.WithDecorators;
        var isWhole = declaration.Kind switch
        {
            DeclarationKind.Function or DeclarationKind.Class => true,
            DeclarationKind.Import or DeclarationKind.FromImport or DeclarationKind.TypeAlias => true,
            DeclarationKind.Assignment => IsPlain(origin, declaration),
            _ => false,
        };
        if (!isWhole || !variable.Declarations.All(d => d.Origin.WithDecorators.Statement.Parent == variable.First.Origin.WithDecorators.Statement.Parent))
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{variable.Name}' is bound by more than a statement of its own.", ask, (declaration.Name, "bound here"));
        return holder.Statement;
    }

    private static bool IsPlain(PythonNode assignment, Declaration declaration) =>
        assignment.Child(Fields.Left) == declaration.Name && assignment.Parent is { } parent && parent.Is(Kinds.ExpressionStatement) && !(assignment.Child(Fields.Right) is { } right && right.Is(Kinds.Assignment));

    private static void RefuseUsed(PythonScene python, BoundSymbol symbol, Code.Refactoring.Rename.Verdicts uses, Variable variable, List<PythonNode> statements, SafeDeleteAsk ask)
    {
        var names = variable.Declarations.Select(d => (d.Name.File.Path, d.Name.Start)).ToHashSet();
        var file = variable.Scope.Node.File;
        bool GoesToo(NameUse use) => names.Contains((use.Path, use.Start))
            || use.Path == file.Path && variable.Declarations.Any(d => d.Kind is DeclarationKind.Function or DeclarationKind.Class && d.Origin.WithDecorators is var origin && origin.Start <= use.Start && use.Start < origin.End);
        var left = uses.Changed.Where(u => !GoesToo(u)).ToList();
        if (left.Count == 0) return;
        throw ErrorTable.RefactorUsedElsewhere.With($"'{symbol.Name}' is used in {left.Count} place(s), the first at {python.Scene.PlaceOf(left[0].Path, left[0].Start)}.",
            details: python.Scene.Places(ask.Path, ask.Offset, left.Select(u => (u.Path, u.Start, "use"))));
    }

    private static void RefuseEffects(PythonScene python, Variable variable, SafeDeleteAsk ask)
    {
        var effects = new EffectReader(python);
        foreach (var declaration in variable.Declarations)
        {
            if (declaration.Origin.Child(Fields.Right) is { } value && (effects.Of(value) & (Effects.Writes | Effects.Prints)) != 0)
                throw python.Refuse(ErrorTable.RefactorSideEffects, $"Computing the value of '{variable.Name}' may do more than that.", ask, (value, "effect"));
            var unknown = FunctionModel.DecoratorsOf(declaration.Origin).Where(d => !DecoratorNames.KeepsResult(d.Text)).Select(d => (d, "decorator")).ToList();
            if (unknown.Count > 0)
                throw python.Refuse(ErrorTable.RefactorSideEffects, $"A decorator gets '{variable.Name}' and may keep it.", ask, unknown);
            if (declaration.Kind == DeclarationKind.Class && declaration.Origin.Child(Fields.Superclasses)?.Children.FirstOrDefault(c => c.Is(Kinds.KeywordArgument) || IsRegistering(python, c)) is { Unit: not null } registers)
                throw python.Refuse(ErrorTable.RefactorSideEffects, $"A base of '{variable.Name}' or its metaclass sees each class that derives from it and may keep it.", ask, (registers, "base"));
        }
    }

    /// <summary>A base that has a hook for new classes.</summary>
    private static bool IsRegistering(PythonScene python, PythonNode @base) =>
        python.Evaluator.Of(@base) is PythonType.Class(var of) && of.Order.Any(c => c.Members.ContainsKey("__init_subclass__") || c.Node.Child(Fields.Superclasses)?.Children.Any(a => a.Is(Kinds.KeywordArgument)) == true);
}
