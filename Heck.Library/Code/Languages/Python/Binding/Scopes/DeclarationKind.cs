namespace Heck.Code.Languages.Python.Binding.Scopes;

/// <summary>How a name is bound.</summary>
internal enum DeclarationKind
{
    Assignment,
    AugmentedAssignment,
    Class,
    Delete,
    Except,
    For,
    FromImport,
    Function,
    Import,
    Match,
    Parameter,
    TypeAlias,
    TypeParameter,
    Walrus,
    With,
}
