namespace Heck.Integrations.Git;

/// <summary>Who the user is to git.</summary>
internal sealed record GitIdentity(string Name, string? Email);
