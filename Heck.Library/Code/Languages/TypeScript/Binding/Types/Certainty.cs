namespace Heck.Code.Languages.TypeScript.Binding.Types;

/// <summary>How much is known of a property.</summary>
internal enum Certainty
{
    Found,

    /// <summary>The type is known and has no such property.</summary>
    Absent,

    /// <summary>The property belongs to something outside the workspace.</summary>
    External,
    Unknown,
}
