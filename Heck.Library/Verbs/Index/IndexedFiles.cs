using System.ComponentModel;

namespace Heck.Verbs.Index;

/// <summary>Files by what became of them.</summary>
public sealed record IndexedFiles(
    [property: Description("Files in the index, those included of which no symbols are kept")] int Total,
    [property: Description("Files of a known language that this run parsed")] int Parsed,
    [property: Description("Files whose facts this run left as they were")] int Unchanged,
    [property: Description("Files that are gone from the tree and now from the index")] int Removed,
    [property: Description("Things left out, whole or in part; see skipped")] int Skipped);
