namespace Heck.Code.Languages.TypeScript.Refactoring;

/// <summary>How much it matters when, and how often, some code is evaluated.</summary>
internal enum Effect : byte
{
    /// <summary>Its value is the same at any time.</summary>
    None,

    /// <summary>It looks at what other code may change.</summary>
    Reads,

    /// <summary>It calls, assigns, waits or leaves.</summary>
    Does,
}
