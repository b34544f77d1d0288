namespace Heck.Code.Languages.Go.Binding.Syntax;

/// <summary>The fields that the binder asks for.</summary>
internal enum F : byte
{
    None,
    Alias,
    Arguments,
    Body,
    Communication,
    Element,
    Field,
    Function,
    Index,
    Key,
    Label,
    Left,
    Name,
    Operand,
    Operator,
    Package,
    Parameters,
    Path,
    Receiver,
    Result,
    Right,
    Tag,
    Type,
    TypeArguments,
    TypeParameters,
    Value,
    Channel,
}
