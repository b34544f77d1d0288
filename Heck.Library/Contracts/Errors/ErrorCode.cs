using System.Text.Json.Nodes;

namespace Heck.Contracts.Errors;

/// <summary>One row of the error table: a stable code, the exit code that goes with it, what it means, and what to do by default.</summary>
public sealed record ErrorCode(string Code, ExitCode Exit, string Meaning, string Advice)
{
    /// <summary>Makes the exception that carries this code. The message must be safe to show and to log: never a secret, never file content.</summary>
    /// <param name="message">What happened, naming the bad value and where it stood.</param>
    /// <param name="hint">What to do; the row's advice when null.</param>
    /// <param name="details">Machine-readable particulars, such as <c>places</c>.</param>
    /// <param name="inner">The cause, kept for logs and never shown.</param>
    public HeckException With(string message, string? hint = null, JsonObject? details = null, Exception? inner = null) =>
        new(new HeckError(Code, message, hint ?? Advice, details), Exit, inner);
}
