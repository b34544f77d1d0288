namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>What evaluating an expression does, or depends on.</summary>
[Flags]
internal enum Effect
{
    /// <summary>The same value at any time: literals, constants, functions.</summary>
    None = 0,

    /// <summary>Local variables that only their own function's statements change.</summary>
    ReadsLocals = 1,

    /// <summary>What other code may change: package variables, fields, elements, variables of closures.</summary>
    ReadsShared = 2,

    /// <summary>A new object each time.</summary>
    Fresh = 4,

    /// <summary>May panic: an index, a nil pointer, a division, an assertion.</summary>
    MayPanic = 8,

    /// <summary>Calls something, sends, receives.</summary>
    Acts = 16,
}
