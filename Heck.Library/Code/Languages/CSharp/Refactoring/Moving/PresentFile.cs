using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Heck.Code.Languages.CSharp.Refactoring.Moving;

/// <summary>Puts moved types at the end of their namespace in a file that is there.</summary>
internal sealed class PresentFile(CSharpScene scene, MovedPart part, UsingChoice choice)
{
    private readonly CSharpSource _target = scene.SourceOf(part.To);

    public IEnumerable<ProposedEdit> Edits()
    {
        if (part.Types.Select(t => t.Parent).Distinct().ToList() is not [{ } container] || container is TypeDeclarationSyntax) throw scene.Refuse(ErrorTable.RefactorUnsupported, "Types of several surroundings, or nested ones, go to a new file only.");
        if (container.Ancestors().OfType<BaseNamespaceDeclarationSyntax>().Any()) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The namespace stands in another.", container, "in the way");
        return Usings(container).Append(Insertion(NamespaceLike(container), container));
    }

    private static string NameOf(SyntaxNode container) => container is BaseNamespaceDeclarationSyntax space ? space.Name.ToString() : "";

    private SyntaxNode? NamespaceLike(SyntaxNode container) => NameOf(container) == "" ? _target.Root : _target.Root.Members.OfType<BaseNamespaceDeclarationSyntax>().LastOrDefault(n => n.Name.ToString() == NameOf(container));

    private ProposedEdit Insertion(SyntaxNode? place, SyntaxNode container)
    {
        if (place is null || (place == _target.Root && _target.Root.Members.Any(m => m is FileScopedNamespaceDeclarationSyntax or GlobalStatementSyntax)))
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{part.To}' has no place for the namespace '{NameOf(container)}'.");
        var members = place is CompilationUnitSyntax unit ? unit.Members : ((BaseNamespaceDeclarationSyntax)place).Members;
        if (members.Count == 0) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{part.To}' has no type behind which the moved ones could stand.");
        var code = CodeText.Of("\n");
        new MovedTypes(scene.Source).Add(code, part.Types, _target.IndentAt(members.Last().SpanStart));
        var at = _target.NextLine(members.Last().Span.End);
        return CSharpScene.Insert(_target, at, at > 0 && _target.Text[at - 1] != '\n' ? CodeText.Of("\n").Append(code) : code);
    }

    /// <summary>Usings that the types need and the file lacks, in their place among those that are there.</summary>
    private IEnumerable<ProposedEdit> Usings(SyntaxNode container)
    {
        var present = _target.Root.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(u => u.ToString()).ToHashSet();
        var wanted = scene.Source.Root.Usings.Concat(container is BaseNamespaceDeclarationSyntax space ? space.Usings : []).Where(u => u.GlobalKeyword.RawKind == 0 && !present.Contains(u.ToString()) && choice.IsNeeded(part.To, u));
        foreach (var directive in wanted)
        {
            var code = CSharpScene.Copy(scene.Source, directive.Span).Write("\n");
            if (_target.Root.Usings.FirstOrDefault(u => string.CompareOrdinal(u.ToString(), directive.ToString()) > 0) is { } next) yield return CSharpScene.Insert(_target, next.SpanStart, code);
            else if (_target.Root.Usings.LastOrDefault() is { } last) yield return CSharpScene.Insert(_target, _target.NextLine(last.Span.End), code);
            else yield return CSharpScene.Insert(_target, _target.LineStart(Removal.WithComments(_target, _target.Root.Members[0])), code.Write(directive == wanted.Last() ? "\n" : ""));
        }
    }
}
