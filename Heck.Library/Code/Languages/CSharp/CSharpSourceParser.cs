using Heck.Code.Syntax;
using Microsoft.CodeAnalysis;
using FlatTree = Heck.Code.Syntax.SyntaxTree;

namespace Heck.Code.Languages.CSharp;

/// <summary>Gives Roslyn's trees the form of all others. Code that is excluded by <c>#if</c> without symbols is not in them.</summary>
internal sealed class CSharpSourceParser : ISourceParser
{
    public FlatTree Parse(ReadOnlyMemory<byte> utf8, CancellationToken ct)
    {
        var offsets = Utf8Offsets.Decode(utf8.Span);
        var root = ConditionalCode.Parse(offsets.Text, [], ct);
        var errors = root.ContainsDiagnostics
            ? root.SyntaxTree.GetDiagnostics(ct).Where(d => d.Severity == DiagnosticSeverity.Error).Select(d => offsets[d.Location.SourceSpan.Start]).ToList()
            : [];
        return new TreeFlattener(offsets).Flatten(root, utf8, errors.Count, errors.Count == 0 ? -1 : errors.Min());
    }

    public void Dispose()
    {
    }
}
