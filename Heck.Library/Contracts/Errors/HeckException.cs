namespace Heck.Contracts.Errors;

/// <summary>
/// The one exception of expected failures. Its message may travel to users, logs and envelopes by contract; any other exception
/// becomes a neutral sentence in the verb pipeline.
/// </summary>
public sealed class HeckException : Exception
{
    // CA1032 asks for constructors without an error; such an exception would have no code, which is what this type exists to prevent.
#pragma warning disable CA1032
    internal HeckException(HeckError error, ExitCode exit, Exception? inner = null)
        : base(error.Message, inner) => (Error, Exit) = (error, exit);
#pragma warning restore CA1032

    /// <summary>What happened.</summary>
    public HeckError Error { get; }

    /// <summary>The exit code of the table's row.</summary>
    public ExitCode Exit { get; }
}
