using System.ComponentModel;

namespace Heck.Verbs.Explain;

/// <summary>A commit that touched it.</summary>
public sealed record HistoryEntry(
    [property: Description("The commit's hash")] string Hash,
    [property: Description("Who wrote it")] string Author,
    [property: Description("When it was written")] DateTimeOffset Date,
    [property: Description("The first line of its message")] string Subject);
