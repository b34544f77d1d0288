using Heck.Code.Languages.CSharp.Binding;
using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Extracting;

/// <summary>Puts code into a method behind the member that holds it; in a program without a type into a local function at its end.</summary>
internal sealed class ExtractMethod(CSharpScene scene, Selection selection, string name, CancellationToken ct)
{
    private CSharpSource Source => scene.Source;

    public Proposal Propose()
    {
        var member = selection.First.AncestorsAndSelf().OfType<MemberDeclarationSyntax>().First();
        RefusePlace(member);
        SyntaxNode function = member is GlobalStatementSyntax ? Source.Root : member;
        var flow = new ExtractedFlow(scene, selection, function, ct);
        RefuseCallerNames(flow);
        var signature = new ExtractedSignature(scene, selection, flow, member, ct);
        var call = new ExtractedCall(scene, selection, flow, signature, name, ct);
        var body = new ExtractedBody(scene, selection, flow, signature, name, ct);
        var (at, indent) = PlaceBehind(member);
        return new Proposal($"Extract method {name}", [CSharpScene.Edit(Source, selection.Span, call.Code()), CSharpScene.Insert(Source, at, body.Code(indent, member is GlobalStatementSyntax))], scene.Shared.LedgerOf([(Source.Path, Source.OffsetOf(selection.Span.Start))])) { NewNames = [name] };
    }

    private (int Position, string Indent) PlaceBehind(MemberDeclarationSyntax member)
    {
        var last = member is GlobalStatementSyntax ? Source.Root.Members.OfType<GlobalStatementSyntax>().Last() : member;
        var end = last.Span.End;
        var line = Source.Text.IndexOf('\n', end) is var next and >= 0 ? next : Source.Text.Length;
        if (line > end && Source.Text[line - 1] == '\r') line--;
        var rest = Source.Text.AsSpan(end, line - end).Trim();
        if (rest.Length > 0 && !rest.StartsWith("//")) throw scene.Refuse(ErrorTable.RefactorUnsupported, "Behind the member the line goes on.", last, "in the way");
        return (line, Source.IndentAt(last.SpanStart));
    }

    private void RefusePlace(MemberDeclarationSyntax member)
    {
        if (member is BaseTypeDeclarationSyntax or EnumMemberDeclarationSyntax or BaseNamespaceDeclarationSyntax or DelegateDeclarationSyntax || selection.First.Ancestors().Any(a => a is AttributeSyntax or ParameterSyntax { Default: not null }))
            throw scene.Refuse(ErrorTable.RefactorInvalidRange, "The range is not in the body of a member.");
        if (selection.Expression is { } expression)
        {
            ExtractedPlace.RefuseWritten(scene, expression, ct);
            if (member is FieldDeclarationSyntax field && field.Modifiers.Any(SyntaxKind.ConstKeyword)) throw scene.Refuse(ErrorTable.RefactorInvalidRange, "A constant cannot be given by a method.");
        }

        if (selection.Statements.Count > 0 && Expressions.IsInExpressionTree(selection.First, Source.Model, ct)) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The range is part of an expression tree.");
        var taken = Source.Model.LookupSymbols(selection.Span.Start, name: CSharpNameRule.Plain(name)).FirstOrDefault(s => s is not (INamespaceOrTypeSymbol or ILabelSymbol));
        if (taken is null && member.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type) taken = Source.Model.GetDeclaredSymbol(type, ct)?.GetMembers(CSharpNameRule.Plain(name)).FirstOrDefault();
        if (taken is not null) throw scene.Refuse(ErrorTable.RefactorNameTaken, $"'{name}' means something here already.", taken.Locations.Where(l => l.IsInSource && scene.Program.DocumentOf(l.SourceTree!) is not null).Take(1).Select(l => (scene.SourceOf(scene.Program.DocumentOf(l.SourceTree!)!.Path), l.SourceSpan.Start, "in the way")));
    }

    /// <summary>A callee that is told the name of its caller would be told another.</summary>
    private void RefuseCallerNames(ExtractedFlow flow)
    {
        if (CallerNames.FirstIn(flow.Nodes(), Source.Model, ct) is { } told) throw scene.Refuse(ErrorTable.RefactorSideEffects, "The call is told the name of the member that it stands in.", told, "effect");
    }
}
