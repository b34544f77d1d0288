using Heck.Code.Languages.Python.Binding;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Move;

/// <summary>Finds what is to be moved and refuses what would not be the same elsewhere.</summary>
internal sealed class MovedSymbolReader(PythonScene python, RefactorAsk ask)
{
    private static readonly HashSet<string> OfModule = ["__name__", "__file__", "__package__", "__spec__", "globals"];

    public MovedSymbol Read(BoundSymbol symbol, RepoPath to)
    {
        var variable = python.VariableOf(symbol);
        if (variable is null || variable.Scope.Kind != ScopeKind.Module || symbol.Path != ask.Path)
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is not declared at the top of {ask.Path}.", ask);
        if (PythonNameRule.IsSpecial(symbol.Name)) throw python.Refuse(ErrorTable.RefactorExternal, $"'{symbol.Name}' is a name that Python itself looks up in this module.", ask);
        var statements = variable.Declarations.Select(d => StatementOf(d, variable)).Distinct().ToList();
        RefuseEffects(variable);
        foreach (var statement in statements) RefuseModuleNames(statement);
        return new MovedSymbol(symbol, variable, statements, to);
    }

    private PythonNode StatementOf(Declaration declaration, Variable variable)
    {
        var statement = declaration.Origin.WithDecorators.Statement;
        var isOwn = declaration.Kind is DeclarationKind.Function or DeclarationKind.Class or DeclarationKind.TypeAlias
            || declaration.Kind == DeclarationKind.Assignment && declaration.Origin.Child(Fields.Left) == declaration.Name && !(declaration.Origin.Child(Fields.Right) is { } right && right.Is(Kinds.Assignment));
        if (!isOwn || !statement.Parent!.Value.Is(Kinds.Module) || statement.SharesLine || declaration.Name.Definition is not null)
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{variable.Name}' is bound by more than a statement of its own at the top of the file.", ask, (declaration.Name, "bound here"));
        if (variable.Declarations.Count > 1 && declaration.Kind is not DeclarationKind.Function)
            throw python.Refuse(ErrorTable.RefactorReassigned, $"'{variable.Name}' is bound more than once, and importers would keep the first value.", ask, variable.Declarations.Select(d => (d.Name, "assigned")));
        return statement;
    }

    private void RefuseEffects(Variable variable)
    {
        var effects = new EffectReader(python);
        foreach (var origin in variable.Declarations.Select(d => d.Origin))
        {
            if (origin.Child(Fields.Right) is { } value && !origin.Is(Kinds.TypeAliasStatement) && (effects.Of(value) & (Effects.Writes | Effects.Prints)) != 0)
                throw python.Refuse(ErrorTable.RefactorSideEffects, $"Computing '{variable.Name}' may do more than that, and would be done when another module is loaded.", ask, (value, "effect"));
            var unknown = FunctionModel.DecoratorsOf(origin).Where(d => !DecoratorNames.KeepsResult(d.Text)).Select(d => (d, "decorator")).ToList();
            if (unknown.Count > 0) throw python.Refuse(ErrorTable.RefactorSideEffects, $"A decorator gets '{variable.Name}' and would get it when another module is loaded.", ask, unknown);
        }
    }

    private void RefuseModuleNames(PythonNode statement)
    {
        var own = statement.Identifiers.FirstOrDefault(i => OfModule.Contains(i.Text) && i.File.SiteOf(i) is { Role: NameRole.Load });
        if (own.Unit is not null) throw python.Refuse(ErrorTable.RefactorCapture, $"'{own.Text}' would mean another module.", ask, (own, "hurt"));
        foreach (var directive in statement.Descendants(Kinds.GlobalStatement).SelectMany(g => g.Children))
            throw python.Refuse(ErrorTable.RefactorReassigned, $"The code assigns '{directive.Text}' of its module.", ask, (directive, "global"));
    }
}
