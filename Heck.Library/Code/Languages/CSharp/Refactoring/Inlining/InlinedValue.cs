using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Inlining;

/// <summary>A value as it must be written in the place of a name: with a cast where its own type is another, in parentheses where the code would be grouped otherwise.</summary>
internal sealed class InlinedValue(CSharpScene scene, CSharpSource home, ExpressionSyntax value, ITypeSymbol type, CancellationToken ct)
{
    /// <summary>Whether the name stands for itself: <c>nameof</c>.</summary>
    public static bool IsNamed(ExpressionSyntax use) =>
        use.Ancestors().OfType<InvocationExpressionSyntax>().Any(i => i.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" } && i.ArgumentList.Span.Contains(use.Span)) || use.FirstAncestorOrSelf<XmlNameAttributeSyntax>() is not null;

    public IEnumerable<ProposedEdit> Edits(CSharpSource source, IReadOnlyList<ExpressionSyntax> uses)
    {
        var bare = uses.Select(u => (Use: u, Cast: Cast(source, u))).ToList();
        var needParentheses = NeedParentheses(source, bare);
        return bare.Select(b => CSharpScene.Edit(source, b.Use.Span, Code(source, b.Use, b.Cast, needParentheses.Contains(b.Use))));
    }

    private CodeText Code(CSharpSource source, ExpressionSyntax use, string cast, bool inParentheses)
    {
        var code = new CodeText();
        if (NameKept(use) is { Length: > 0 } name) Declare(code, name, source, use);
        code.Write(inParentheses ? "(" : "").Write(cast);
        var inner = cast.Length > 0 && !cast.StartsWith("new ", StringComparison.Ordinal) && !IsPrimary(value);
        code.Write(inner ? "(" : "");
        var span = cast.StartsWith("new ", StringComparison.Ordinal) ? TextSpan.FromBounds(((ImplicitObjectCreationExpressionSyntax)value).ArgumentList.SpanStart, value.Span.End) : value.Span;
        code.CopyIndented(home.Document.Source, home.Path, home.OffsetOf(span.Start), home.OffsetOf(span.End), home.IndentAt(value.SpanStart), source.IndentAt(use.SpanStart), offset => home.IsInString(home.PositionOf(offset)));
        return code.Write(inner ? ")" : "").Write(inParentheses ? ")" : "");
    }

    private void Declare(CodeText code, string written, CSharpSource source, ExpressionSyntax use)
    {
        var member = use.Parent is AnonymousObjectMemberDeclaratorSyntax anonymous ? source.Model.GetDeclaredSymbol(anonymous, ct) : source.Model.GetDeclaredSymbol((ArgumentSyntax)use.Parent!, ct);
        var name = written[..written.IndexOfAny([' ', ':'])];
        if (member is null) code.Write(name);
        else code.Declare(name, scene.Bound(member));
        code.Write(written[name.Length..]);
    }

    /// <summary>A member of an anonymous type, or an element of a tuple, that has its name from the variable keeps it.</summary>
    private static string NameKept(ExpressionSyntax use)
    {
        var name = use is IdentifierNameSyntax identifier ? identifier.Identifier.Text : ((MemberAccessExpressionSyntax)use).Name.Identifier.Text;
        return use.Parent switch
        {
            AnonymousObjectMemberDeclaratorSyntax { NameEquals: null } => name + " = ",
            ArgumentSyntax { NameColon: null, Parent: TupleExpressionSyntax tuple } when tuple.Parent is not AssignmentExpressionSyntax { Left: TupleExpressionSyntax or DeclarationExpressionSyntax } => name + ": ",
            _ => "",
        };
    }

    /// <summary>What gives the value the variable's type where it would have another; empty where the place itself does.</summary>
    private string Cast(CSharpSource source, ExpressionSyntax use)
    {
        var own = home.Model.GetTypeInfo(value, ct).Type;
        if (value is ImplicitObjectCreationExpressionSyntax) return IsTargetTyped(source, use) && source.Unit.Parsing.LanguageVersion >= LanguageVersion.CSharp9 ? "" : $"new {Display(source, use)}";
        var isWhatItIs = own is not null && SymbolEqualityComparer.Default.Equals(own, type) && value is not (AnonymousFunctionExpressionSyntax or CollectionExpressionSyntax or LiteralExpressionSyntax { RawKind: (int)SyntaxKind.DefaultLiteralExpression });
        return isWhatItIs || IsTargetTyped(source, use) ? "" : $"({Display(source, use)})";
    }

    private string Display(CSharpSource source, ExpressionSyntax use) => type.WithNullableAnnotation(value is ImplicitObjectCreationExpressionSyntax ? NullableAnnotation.NotAnnotated : type.NullableAnnotation).ToMinimalDisplayString(source.Model, use.SpanStart);

    /// <summary>Whether the place converts to the variable's type whatever stands there.</summary>
    private bool IsTargetTyped(CSharpSource source, ExpressionSyntax use)
    {
        if (!SymbolEqualityComparer.Default.Equals(source.Model.GetTypeInfo(use, ct).ConvertedType, type)) return false;
        return use.Parent switch
        {
            EqualsValueClauseSyntax { Parent: VariableDeclaratorSyntax { Parent: VariableDeclarationSyntax declaration } } => !declaration.Type.IsVar,
            EqualsValueClauseSyntax or ReturnStatementSyntax => use.Ancestors().FirstOrDefault(a => a is AnonymousFunctionExpressionSyntax or MemberDeclarationSyntax or LocalFunctionStatementSyntax) is not AnonymousFunctionExpressionSyntax,
            ArrowExpressionClauseSyntax => true,
            AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.SimpleAssignmentExpression } assignment => assignment.Right == use && assignment.Left is not (TupleExpressionSyntax or DeclarationExpressionSyntax),
            ArgumentSyntax { Parent.Parent: InvocationExpressionSyntax call } => source.Model.GetMemberGroup(call.Expression, ct) is [IMethodSymbol { IsGenericMethod: false }],
            _ => false,
        };
    }

    /// <summary>Writes the bare values in and parses: where one does not come out as it was, it needs parentheses.</summary>
    private HashSet<ExpressionSyntax> NeedParentheses(CSharpSource source, List<(ExpressionSyntax Use, string Cast)> bare)
    {
        var text = new System.Text.StringBuilder();
        var spans = new List<(ExpressionSyntax Use, TextSpan Span)>();
        var from = 0;
        foreach (var (use, cast) in bare.OrderBy(b => b.Use.SpanStart))
        {
            text.Append(source.Text, from, use.SpanStart - from).Append(NameKept(use));
            var start = text.Length;
            text.Append(Written(cast));
            spans.Add((use, TextSpan.FromBounds(start, text.Length)));
            from = use.Span.End;
        }

        text.Append(source.Text, from, source.Text.Length - from);
        var root = CSharpSyntaxTree.ParseText(text.ToString(), source.Unit.Parsing).GetRoot(ct);
        return [.. spans.Where(s => !IsWhole(root, s.Use, s.Span)).Select(s => s.Use)];
    }

    private string Written(string cast)
    {
        if (cast.StartsWith("new ", StringComparison.Ordinal)) return cast + home.Text[((ImplicitObjectCreationExpressionSyntax)value).ArgumentList.SpanStart..value.Span.End];
        return cast.Length > 0 && !IsPrimary(value) ? $"{cast}({value})" : cast + value;
    }

    private static bool IsWhole(SyntaxNode root, ExpressionSyntax use, TextSpan span)
    {
        var found = root.FindToken(span.Start).Parent!.AncestorsAndSelf().OfType<ExpressionSyntax>().LastOrDefault(e => e.Span == span);
        var outer = found;
        while (outer?.Parent is ExpressionSyntax up && up.Span == span) outer = up;
        return outer?.Parent is { } parent && parent.RawKind == use.Parent!.RawKind && (NameKept(use).Length > 0 || SameSide(parent, outer, use));
    }

    private static bool SameSide(SyntaxNode parent, SyntaxNode found, ExpressionSyntax use) => parent.ChildNodes().ToList().IndexOf(found) == use.Parent!.ChildNodes().ToList().IndexOf(use)
        && parent.ChildNodes().Count() == use.Parent!.ChildNodes().Count() && parent.AncestorsAndSelf().Select(a => a.RawKind).SequenceEqual(use.Parent.AncestorsAndSelf().Select(a => a.RawKind));

    private static bool IsPrimary(ExpressionSyntax expression) => expression is SimpleNameSyntax or LiteralExpressionSyntax or MemberAccessExpressionSyntax or InvocationExpressionSyntax or ElementAccessExpressionSyntax
        or ParenthesizedExpressionSyntax or ObjectCreationExpressionSyntax or ThisExpressionSyntax or TypeOfExpressionSyntax or InterpolatedStringExpressionSyntax or CollectionExpressionSyntax or TupleExpressionSyntax or CastExpressionSyntax or DefaultExpressionSyntax;
}
