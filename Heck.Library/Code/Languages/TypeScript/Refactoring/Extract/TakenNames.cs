using Heck.Code.Languages.TypeScript.Binding.Scopes;
using Heck.Code.Languages.TypeScript.Binding.Syntax;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>Names that a scope declares already.</summary>
internal static class TakenNames
{
    /// <exception cref="HeckException"><c>refactor.name_taken</c>.</exception>
    public static void Refuse(TsScene ts, TsNode asked, TsScope scope, string name)
    {
        var taken = scope.Names.GetValueOrDefault(name) ?? scope.Container?.Final.Exports.GetValueOrDefault(name);
        if (taken is not null) throw ts.Refuse(ErrorTable.RefactorNameTaken, asked, $"'{name}' is declared here already.", [taken.First.Name]);
    }
}
