using System.ComponentModel;

namespace Heck.Verbs.Init;

/// <summary>A language of the repository.</summary>
public sealed record InitLanguage
{
    [Description("The language")]
    public required string Name { get; init; }

    [Description("Files with one of its extensions")]
    public required int Files { get; init; }
}
