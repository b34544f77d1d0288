namespace Heck.Contracts.Reports;

/// <summary>How a text is meant; a front turns it into colour where colours are wanted.</summary>
public enum Tone
{
    /// <summary>As it comes.</summary>
    Plain,

    /// <summary>Something went well.</summary>
    Good,

    /// <summary>Something to look at.</summary>
    Warning,

    /// <summary>Something went wrong.</summary>
    Bad,

    /// <summary>Of lesser importance.</summary>
    Muted,
}
