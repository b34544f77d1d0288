using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>The text of an extracted method.</summary>
internal sealed class ExtractedBody(CSharpScene scene, Selection selection, ExtractedFlow flow, ExtractedSignature signature, string name, CancellationToken ct)
{
    private CSharpSource Source => scene.Source;

    public CodeText Code(string indent, bool isLocal)
    {
        var inner = indent + Indentation.UnitOf(Source.Document.Source);
        var code = CodeText.Of($"\n\n{indent}{signature.Modifiers(isLocal)}{signature.ReturnType()} {name}");
        if (signature.TypeParameters() is { } types) code.Append(CSharpScene.Copy(Source, types.Span));
        code.Append(signature.Parameters()).Append(signature.Constraints());
        if (selection.Expression is { } expression && PrefersArrow()) return code.Write(" => ").Append(Copied(expression.Span, inner)).Write(";");
        code.Write($"{Braces.Open(Source, indent)}\n");
        foreach (var fresh in flow.Fresh) code.Write($"{inner}{signature.TypeText(fresh, isInput: false)} ").Declare(ExtractedSignature.Written(fresh), scene.Bound(fresh)).Write(";\n");
        return code.Write(inner).Append(Statements(inner)).Write($"\n{indent}}}");
    }

    private CodeText Statements(string inner)
    {
        if (selection.Expression is { } expression) return CodeText.Of(signature.Result is null ? "" : "return ").Append(Copied(expression.Span, inner)).Write(";");
        if (LastValue() is { } value) return Copied(TextSpan.FromBounds(selection.Span.Start, selection.Statements[^1].SpanStart), inner).Write("return ").Append(Copied(value.Span, inner)).Append(Copied(TextSpan.FromBounds(value.Span.End, selection.Span.End), inner));
        var code = Copied(selection.Span, inner);
        if (flow.Outputs.Count == 0 || flow.Returns) return code;
        code.Write($"\n{inner}return {(flow.Outputs.Count > 1 ? "(" : "")}");
        foreach (var output in flow.Outputs) code.Write(output.Equals(flow.Outputs[0], SymbolEqualityComparer.Default) ? "" : ", ").Use(ExtractedSignature.Written(output), scene.Bound(output));
        return code.Write(flow.Outputs.Count > 1 ? ");" : ";");
    }

    /// <summary>When the code ends by declaring the one variable that comes out, its value is returned at once.</summary>
    private ExpressionSyntax? LastValue() =>
        flow.Outputs is [var only] && !flow.IsOutside(only) && selection.Statements[^1] is LocalDeclarationStatementSyntax { UsingKeyword.RawKind: 0, Declaration.Variables: [{ Initializer.Value: { } value } variable] }
            && value is not (InitializerExpressionSyntax or RefExpressionSyntax) && SymbolEqualityComparer.Default.Equals(Source.Model.GetDeclaredSymbol(variable, ct), only) ? value : null;

    private CodeText Copied(TextSpan span, string indent) => new CodeText().CopyIndented(
        Source.Document.Source, Source.Path, Source.OffsetOf(span.Start), Source.OffsetOf(span.End), Source.IndentAt(selection.Span.Start), indent, offset => Source.IsInString(Source.PositionOf(offset)));

    /// <summary>As the file writes its other methods that only give a value.</summary>
    private bool PrefersArrow()
    {
        var methods = Source.Root.DescendantNodes().OfType<MethodDeclarationSyntax>().ToList();
        var arrows = methods.Count(m => m.ExpressionBody is not null);
        return arrows > 0 && arrows > methods.Count(m => m.Body?.Statements is [ReturnStatementSyntax]) && signature.Result is not null;
    }
}
