namespace Heck.Code.Refactoring.Operations.Asks;

/// <summary>What extracted code becomes.</summary>
internal enum ExtractKind
{
    /// <summary>A function, or a method where the code uses the object that it is in.</summary>
    Function,

    /// <summary>A variable in front of the statement that holds the expression.</summary>
    Variable,

    /// <summary>A constant of the file or of the type.</summary>
    Constant,

    /// <summary>A named type for one that is written in place.</summary>
    Type,
}
