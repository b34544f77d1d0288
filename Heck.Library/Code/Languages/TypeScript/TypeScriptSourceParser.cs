using Heck.Code.Syntax;

namespace Heck.Code.Languages.TypeScript;

/// <summary>Parses with <see cref="TypeScriptSyntax"/>.</summary>
internal sealed class TypeScriptSourceParser(Grammar grammar) : ISourceParser
{
    private readonly SyntaxParser _parser = new(grammar);

    public SyntaxTree Parse(ReadOnlyMemory<byte> utf8, CancellationToken ct) => TypeScriptSyntax.Parse(_parser, utf8, ct);

    public void Dispose() => _parser.Dispose();
}
