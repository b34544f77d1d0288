using Heck.Code.Languages.Python.Binding;
using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Python.Refactoring.Export;

/// <summary>A name at the top of a module, which other modules may see.</summary>
internal static class VisibleName
{
    public static Variable Of(PythonScene python, BoundSymbol symbol, SymbolAsk ask)
    {
        var variable = python.VariableOf(symbol);
        if (variable is not { Scope.Kind: ScopeKind.Module } || PythonNameRule.IsSpecial(symbol.Name) || symbol.Kind == "import")
            throw python.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is no function, class or variable at the top of a module.", ask);
        return variable;
    }

    /// <summary>Gives the symbol another name everywhere.</summary>
    public static IEnumerable<ProposedEdit> Rename(PythonScene python, SymbolAsk ask, BoundSymbol symbol, Variable variable, Verdicts uses, string name)
    {
        if (variable.Scope.Variables.TryGetValue(name, out var taken)) throw python.Refuse(ErrorTable.RefactorNameTaken, $"'{name}' is declared there already.", ask, (taken.First.Name, "in the way"));
        foreach (var use in uses.Changed)
        {
            var parts = use.Form.Split(NameUse.Hole);
            var code = new CodeText().Write(parts[0]);
            // In a string, as in __all__, the name is text to the writer and a name to the binder.
            if (use.Path == symbol.Path && use.Start == symbol.Offset) code.Declare(name, symbol);
            else code.Use(name, symbol);
            yield return new ProposedEdit(use.Path, use.Start, use.Start + use.Length, code.Write(parts[^1]));
        }
    }
}
