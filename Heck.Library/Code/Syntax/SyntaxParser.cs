using System.Buffers;
using Heck.Code.Syntax.Native;

namespace Heck.Code.Syntax;

/// <summary>Parses UTF-8 of one grammar. Not thread-safe: one for each worker, used for many files.</summary>
internal sealed unsafe class SyntaxParser : ISourceParser
{
    // Readers look at all that a node holds, which takes the square of the depth. The deepest code met is a sum of 7,800 lines (tzdata of Go).
    private const int Deepest = 16_000;

    private readonly Grammar _grammar;
    private readonly ParserHandle _handle;

    public SyntaxParser(Grammar grammar) => (_grammar, _handle) = (grammar, ParserHandle.Create(grammar));

    /// <inheritdoc/>
    public SyntaxTree Parse(ReadOnlyMemory<byte> utf8, CancellationToken cancellationToken = default) => ParseAs(utf8, utf8, cancellationToken);

    /// <summary>
    /// Parses <paramref name="standIn"/>, in which what the grammar cannot read is written otherwise with the same length, and tells the tree of
    /// <paramref name="utf8"/>.
    /// </summary>
    public SyntaxTree ParseAs(ReadOnlyMemory<byte> utf8, ReadOnlyMemory<byte> standIn, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var cancelled = 0;
        using var registration = cancellationToken.UnsafeRegister(static flag => *(int*)(nint)flag! = 1, (nint)(&cancelled));
        fixed (byte* bytes = standIn.Span)
        {
            var count = NativeSyntax.hk_parse(_handle, bytes, (uint)standIn.Length, cancellationToken.CanBeCanceled ? &cancelled : null);
            if (count == 0) throw new OperationCanceledException(cancellationToken);
            if (count == NativeSyntax.TooMuch) throw new InsufficientExecutionStackException("The source takes more memory or time to parse than code does.");
            return Flatten((int)count, utf8);
        }
    }

    public void Dispose() => _handle.Dispose();

    private SyntaxTree Flatten(int count, ReadOnlyMemory<byte> source)
    {
        var nodes = ArrayPool<SyntaxNode>.Shared.Rent(count);
        fixed (SyntaxNode* first = nodes)
        {
            var written = NativeSyntax.hk_flatten(_handle, first, (uint)nodes.Length, Deepest, out var errors);
            if (written == NativeSyntax.TooMuch)
            {
                ArrayPool<SyntaxNode>.Shared.Return(nodes);
                throw new InsufficientExecutionStackException("The source nests too deeply.");
            }

            if (written != count) throw new InvalidOperationException($"The parser library wrote {written} nodes of {count}.");
            return new SyntaxTree(_grammar, source, nodes, count, (int)errors.Count, errors.Count == 0 ? -1 : (int)errors.First);
        }
    }
}
