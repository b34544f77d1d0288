using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Source;

namespace Heck.Code.Languages.Python.Refactoring.Inline;

/// <summary>A call of the function that is inlined.</summary>
/// <param name="Name">The function's name in it.</param>
/// <param name="Call">The call.</param>
/// <param name="Object">What stands before the dot, else null.</param>
internal sealed record CallPlace(PythonNode Name, PythonNode Call, PythonNode? Object)
{
    /// <summary>The call around a use; null when the use is no call.</summary>
    public static CallPlace? Of(NameSite site)
    {
        var callee = site.Role == NameRole.Attribute ? site.Node.Parent!.Value : site.Node;
        return callee.Parent is { } call && call.Is(Kinds.Call) && callee.Field == Fields.Function && site.Role is NameRole.Load or NameRole.Attribute
            ? new CallPlace(site.Node, call, site.Role == NameRole.Attribute ? callee.Child(Fields.Object) : null)
            : null;
    }

    /// <summary>The scope whose variables the call sees.</summary>
    public Scope Scope => Call.Definition is { } definition ? Call.File.ScopeOf(definition)! : Call.File.Module;
}
