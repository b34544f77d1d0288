namespace Heck.Code.Languages;

/// <summary>How a name is used where it stands; the words of SCIP where it has one.</summary>
internal enum ReferenceRole : byte
{
    Read,
    Write,
    Call,
    Type,
    Import,
    Export,
    Inherit,

    /// <summary>A member after a dot whose owner syntax alone cannot tell.</summary>
    Member,
}
