namespace Heck.Code.Languages.Extraction;

/// <summary>What a scope makes of the variables declared in it: only those of modules and types are symbols.</summary>
internal enum ScopeKind : byte
{
    /// <summary>A file or a namespace.</summary>
    Module,

    /// <summary>A class, an interface or another type.</summary>
    Type,

    /// <summary>A function or method.</summary>
    Function,

    /// <summary>A block in any of them.</summary>
    Block,

    /// <summary>The value of a variable: it holds no variables but is where its references stand.</summary>
    Value,
}
