namespace Heck.Code.Syntax;

/// <summary>Parses files of one language into flat trees. Not thread-safe: one for each worker.</summary>
internal interface ISourceParser : IDisposable
{
    /// <summary>Never fails on what the source holds: an error is a node of the tree.</summary>
    /// <exception cref="InsufficientExecutionStackException">The source nests deeper than a parser can follow.</exception>
    SyntaxTree Parse(ReadOnlyMemory<byte> utf8, CancellationToken ct);
}
