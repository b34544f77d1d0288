namespace Heck.Code.Languages.Python.Binding.Scopes;

/// <summary>The blocks of CPython's symbol table.</summary>
internal enum ScopeKind
{
    Module,
    Class,
    Function,
    Lambda,
    Comprehension,

    /// <summary>The scope of <c>[T]</c> around a generic function, class or type alias.</summary>
    TypeParameters,
}
