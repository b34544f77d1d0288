using System.ComponentModel;
using System.Text.Json.Serialization;

namespace Heck.Contracts.Requests;

/// <summary>What every request may say, whatever its verb. Null and false mean "not said".</summary>
public abstract record VerbRequest
{
    /// <summary>The repository root; the nearest enclosing <c>.heck</c> or <c>.git</c> when null, else the current folder.</summary>
    [Description("Repository root to work on; default: the nearest enclosing .heck or .git")]
    public string? Repo { get; init; }

    /// <summary>Everything up to the effect; the payload says what would happen.</summary>
    [Description("Do everything up to the effect and say what would happen")]
    public bool DryRun { get; init; }

    /// <summary>The run changes nothing, whatever the verb could, and so has no record.</summary>
    internal virtual bool OnlyLooks => DryRun;

    /// <summary>The answer to every confirmation that the policy lets a flag answer.</summary>
    [Description("Answer yes to every confirmation; it never lifts a refusal")]
    public bool Yes { get; init; }

    /// <summary>Safe mode, whatever the configuration says.</summary>
    [Description("Safe mode: no network, no model")]
    public bool Offline { get; init; }

    /// <summary>The most that this call may cost, in the currency of the budget; null for no limit of its own.</summary>
    [Description("Limit of this call's cost, such as 0.25")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public decimal? Cost { get; init; }

    /// <summary>The longest that this call may take, such as <c>30s</c>; null for no limit of its own.</summary>
    [Description("Limit of this call's time, such as 30s")]
    [TimeLimit]
    public string? Latency { get; init; }

    /// <summary>How long to wait while another process changes the repository, such as <c>30s</c>; <c>0</c> fails at once; a minute when null.</summary>
    [Description("How long to wait while another process changes the repository; 0 fails at once; default 1m")]
    [TimeLimit]
    public string? Wait { get; init; }
}
