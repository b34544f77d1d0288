namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>What a use does to its variable.</summary>
internal enum WriteKind
{
    None,

    /// <summary>A new value.</summary>
    Whole,

    /// <summary>A field or element of its value.</summary>
    Part,

    /// <summary>Its address is taken, so that anything may change it.</summary>
    Address,
}
