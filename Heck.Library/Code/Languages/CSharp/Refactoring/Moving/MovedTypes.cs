using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Moving;

/// <summary>Writes moved types, with their comments and a blank line between them.</summary>
internal sealed class MovedTypes(CSharpSource source)
{
    public void Add(CodeText code, IReadOnlyList<MemberDeclarationSyntax> types, string indent)
    {
        foreach (var type in types)
        {
            var start = Removal.WithComments(source, type);
            var end = source.Text.AsSpan()[type.Span.End..source.NextLine(type.Span.End)].Trim() is ['/', '/', ..] ? source.NextLine(type.Span.End) : type.Span.End;
            while (end > type.Span.End && source.Text[end - 1] is '\n' or '\r') end--;
            code.Write(type == types[0] ? "" : "\n").Write(indent)
                .CopyIndented(source.Document.Source, source.Path, source.OffsetOf(start), source.OffsetOf(end), source.IndentAt(type.SpanStart), indent, offset => source.IsInString(source.PositionOf(offset))).Write("\n");
        }
    }
}
