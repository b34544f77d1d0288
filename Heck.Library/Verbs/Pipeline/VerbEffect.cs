namespace Heck.Verbs.Pipeline;

/// <summary>The most that a verb may change.</summary>
internal enum VerbEffect
{
    /// <summary>Nothing.</summary>
    Query,

    /// <summary>Heck's own state under <c>.heck</c>.</summary>
    State,

    /// <summary>The user's tree.</summary>
    Tree,
}
