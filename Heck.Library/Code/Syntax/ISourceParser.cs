namespace Heck.Code.Syntax;

/// <summary>Parses files of one language into flat trees. Not thread-safe: one for each worker.</summary>
internal interface ISourceParser : IDisposable
{
    /// <summary>Does not fail on broken code: an error is a node of the tree.</summary>
    /// <exception cref="InsufficientExecutionStackException">The source nests deeper than any code does, or takes much more memory or time to parse.</exception>
    SyntaxTree Parse(ReadOnlyMemory<byte> utf8, CancellationToken ct);
}
