namespace Heck.Integrations.Git;

/// <summary>A commit as a line of history shows it.</summary>
internal sealed record Commit(string Hash, string Author, DateTimeOffset Date, string Subject);
