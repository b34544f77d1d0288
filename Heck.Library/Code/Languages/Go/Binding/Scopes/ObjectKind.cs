namespace Heck.Code.Languages.Go.Binding.Scopes;

/// <summary>What a declared name is.</summary>
internal enum ObjectKind
{
    Package,
    Import,
    Function,
    Variable,
    Constant,
    Type,
    TypeParameter,
    Parameter,
    Result,
    Receiver,
    Field,
    Method,
    InterfaceMethod,
    Label,
    Predeclared,
}
