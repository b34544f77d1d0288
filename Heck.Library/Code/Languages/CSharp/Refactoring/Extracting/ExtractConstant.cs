using Heck.Code.Languages.CSharp.Binding;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>Gives a constant value a name: a constant of the type, in a program without a type a local one.</summary>
internal sealed class ExtractConstant(CSharpScene scene, Selection selection, string name, CancellationToken ct)
{
    private CSharpSource Source => scene.Source;

    public Proposal Propose()
    {
        var expression = selection.Expression ?? throw scene.Refuse(ErrorTable.RefactorInvalidRange, "The range is no expression.");
        if (!Source.Model.GetConstantValue(expression, ct).HasValue) throw scene.Refuse(ErrorTable.RefactorSideEffects, "The expression has no constant value.", expression, "not constant");
        ExtractedPlace.RefuseWritten(scene, expression, ct);
        var type = expression.FirstAncestorOrSelf<TypeDeclarationSyntax>(t => t.OpenBraceToken.RawKind != 0 && t.OpenBraceToken.SpanStart < expression.SpanStart);
        var declaration = type is null ? InProgram(expression) : InType(expression, type);
        return new Proposal($"Extract constant {name}", [declaration, CSharpScene.Edit(Source, expression.Span, CodeText.Of(name))], scene.Shared.LedgerOf([(Source.Path, Source.OffsetOf(expression.SpanStart))])) { NewNames = [name] };
    }

    private string TypeName(ExpressionSyntax expression) => (Source.Model.GetTypeInfo(expression, ct).Type ?? Source.Model.GetTypeInfo(expression, ct).ConvertedType ?? throw scene.Refuse(ErrorTable.RefactorInvalidRange, "The constant has no type."))
        .WithNullableAnnotation(expression.IsKind(SyntaxKind.NullLiteralExpression) ? NullableAnnotation.Annotated : NullableAnnotation.None).ToMinimalDisplayString(Source.Model, expression.SpanStart);

    private CodeText Code(ExpressionSyntax expression, string modifiers) =>
        CodeText.Of($"{modifiers}const {TypeName(expression)} {name} = ").Append(CSharpScene.Copy(Source, (expression is ParenthesizedExpressionSyntax { Expression: var inner } ? inner : expression).Span)).Write(";");

    private ProposedEdit InType(ExpressionSyntax expression, TypeDeclarationSyntax type)
    {
        if (Source.Model.GetDeclaredSymbol(type, ct) is { } symbol && symbol.GetMembers(CSharpNameRule.Plain(name)).FirstOrDefault() is { } taken)
            throw scene.Refuse(ErrorTable.RefactorNameTaken, $"'{taken.Name}' is a member of the type already.", taken.Locations.Where(l => l.IsInSource).Take(1).Select(l => (Source, l.SourceSpan.Start, "in the way")));
        if (type is InterfaceDeclarationSyntax) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A constant of an interface would be public.", type, "in the way");
        if (type.Members.FirstOrDefault(m => m.Span.Contains(expression.Span)) is not { } member) throw scene.Refuse(ErrorTable.RefactorInvalidRange, "The constant is not in the body of the type.");
        var others = type.Members.OfType<FieldDeclarationSyntax>().ToList();
        var modifiers = others.Count > 0 && others.TrueForAll(f => !f.Modifiers.Any(m => m.Kind() is SyntaxKind.PrivateKeyword or SyntaxKind.PublicKeyword or SyntaxKind.InternalKeyword or SyntaxKind.ProtectedKeyword)) ? "" : "private ";
        if (others.LastOrDefault(f => f.Modifiers.Any(SyntaxKind.ConstKeyword) && f.SpanStart < member.SpanStart) is { } last)
            return CSharpScene.Insert(Source, Source.NextLine(last.Span.End), CodeText.Of(Source.IndentAt(last.SpanStart)).Append(Code(expression, modifiers)).Write("\n"));
        var first = type.Members[0];
        if (Source.LineStart(first.SpanStart) <= type.OpenBraceToken.SpanStart) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The type is written in one line.", type, "in the way");
        var at = Source.LineStart(Removal.WithComments(Source, first));
        return CSharpScene.Insert(Source, at, CodeText.Of(Source.IndentAt(first.SpanStart)).Append(Code(expression, modifiers)).Write(first is FieldDeclarationSyntax && Removal.WithComments(Source, first) == first.SpanStart ? "\n" : "\n\n"));
    }

    private ProposedEdit InProgram(ExpressionSyntax expression)
    {
        if (expression.FirstAncestorOrSelf<GlobalStatementSyntax>() is null) throw scene.Refuse(ErrorTable.RefactorInvalidRange, "No type holds the constant.");
        var first = Source.Root.Members.OfType<GlobalStatementSyntax>().First();
        return CSharpScene.Insert(Source, first.SpanStart, Code(expression, "").Write("\n" + Source.IndentAt(first.SpanStart)));
    }
}
