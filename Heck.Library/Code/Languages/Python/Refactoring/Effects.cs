namespace Heck.Code.Languages.Python.Refactoring;

/// <summary>What evaluating code may do, and what its value depends on.</summary>
[Flags]
internal enum Effects
{
    /// <summary>Always the same value: constants and names.</summary>
    None = 0,

    /// <summary>Computes from the values of names, as operators do: it may fail, and differs if one of the objects was changed in place.</summary>
    Computes = 1,

    /// <summary>Reads what others may write: attributes, items, the length of a list.</summary>
    Reads = 2,

    /// <summary>Makes an object that may be changed later or told apart by identity.</summary>
    Creates = 4,

    /// <summary>Writes to the terminal and changes nothing else.</summary>
    Prints = 8,

    /// <summary>May do anything.</summary>
    Writes = 16,
}
