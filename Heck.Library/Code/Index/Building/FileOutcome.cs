namespace Heck.Code.Index.Building;

/// <summary>What reading a file came to.</summary>
internal enum FileOutcome
{
    /// <summary>Its facts go into the index, be they few.</summary>
    Indexed,

    /// <summary>Its stamp differs and its content does not.</summary>
    SameContent,

    /// <summary>It could not be read; tried again by the next run.</summary>
    Unreadable,
}
