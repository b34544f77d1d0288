using Heck.Code.Languages.Python.Binding.Scopes;
using Heck.Code.Languages.Python.Binding.Types;

namespace Heck.Code.Languages.Python.Binding.Uses;

/// <summary>What a symbol is.</summary>
internal abstract record Entity
{
    /// <summary>A variable of a module or function.</summary>
    public sealed record Of(Variable Variable) : Entity;

    /// <summary>A member that a class declares, by its mangled name.</summary>
    public sealed record Member(ClassModel Class, string Name) : Entity;
}
