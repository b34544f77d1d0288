using System.ComponentModel;

namespace Heck.Verbs.Status;

/// <summary>Who is changing the repository.</summary>
public sealed record StatusLock
{
    [Description("Its process id")]
    public required int Pid { get; init; }

    [Description("Its machine")]
    public required string Host { get; init; }

    [Description("Since when")]
    public required DateTimeOffset Since { get; init; }

    [Description("Its verb")]
    public required string Verb { get; init; }

    internal string Describe() => $"held by pid {Pid} on {Host} (`{Verb}`, since {Since:yyyy-MM-dd HH:mm:ss} UTC)";
}
