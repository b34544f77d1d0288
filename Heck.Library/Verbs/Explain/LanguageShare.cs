using System.ComponentModel;

namespace Heck.Verbs.Explain;

/// <summary>How much there is of one language.</summary>
public sealed record LanguageShare(
    [property: Description("Its name")] string Language,
    [property: Description("Files")] int Files,
    [property: Description("Bytes of source")] long Bytes,
    [property: Description("Declared symbols")] long Symbols);
