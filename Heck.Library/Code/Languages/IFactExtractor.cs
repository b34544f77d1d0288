namespace Heck.Code.Languages;

/// <summary>Reads files of one language. Not thread-safe: one per worker. Throws for nothing that a file contains but
/// <see cref="InsufficientExecutionStackException"/> for one that no reader can follow.</summary>
internal interface IFactExtractor : IDisposable
{
    /// <summary>Fills <paramref name="facts"/> (cleared first) from a file's UTF-8.</summary>
    void Extract(ReadOnlyMemory<byte> utf8, FileFacts facts, CancellationToken ct);
}
