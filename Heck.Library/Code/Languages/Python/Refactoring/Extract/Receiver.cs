using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;
using Heck.Code.Languages.Python.Binding.Types;

namespace Heck.Code.Languages.Python.Refactoring.Extract;

/// <summary>The method around selected code, and its <c>self</c> or <c>cls</c>.</summary>
/// <param name="Method">The method.</param>
/// <param name="Variable">Its first parameter.</param>
internal sealed record Receiver(FunctionModel Method, Variable Variable)
{
    public bool IsClass => Method.IsClassMethod;

    /// <summary>The method that some code needs to be in: it uses the object, <c>super()</c>, or a name that only the class can spell.</summary>
    public static Receiver? NeededBy(SelectedCode code, DataFlow flow)
    {
        for (var scope = flow.Scope; scope is not null; scope = scope.Parent)
        {
            if (scope.Kind != ScopeKind.Function || new FunctionModel(scope) is not { Receiver: { } receiver } method) continue;
            var variable = scope.Variables[receiver.Name.Text];
            return flow.Used.Contains(variable) || code.Roots.Any(r => r.Identifiers.Any(n => n.Text is "super" or "__class__" || scope.Mangle(n.Text) != n.Text)) ? new Receiver(method, variable) : null;
        }

        return null;
    }
}
