namespace Heck.Code.Languages.Python.Binding.Scopes;

/// <summary>How the symbol table finds a name.</summary>
internal enum ResolutionKind
{
    /// <summary>In the scope itself.</summary>
    Local,

    /// <summary>In an enclosing function.</summary>
    Free,

    /// <summary>Among the module's names, and the builtins after them.</summary>
    Global,
}
