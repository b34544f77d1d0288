namespace Heck.Code.Languages.CSharp.Refactoring.Effects;

/// <summary>What evaluating an expression does, in rising order: each is bound by the rules of those before it.</summary>
internal enum Effect
{
    /// <summary>The same value always.</summary>
    None,

    /// <summary>Depends on variables, parameters and what never changes.</summary>
    ReadsVariables,

    /// <summary>Depends on what other code may change, or may fail.</summary>
    ReadsState,

    /// <summary>Makes a new object each time, which does nothing else.</summary>
    Creates,

    /// <summary>May do anything.</summary>
    Acts,
}
