using Heck.Code.Languages.CSharp.Refactoring.Sources;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Contracts;
using Heck.Contracts.Errors;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace Heck.Code.Languages.CSharp.Refactoring.Moving;

/// <summary>Moves types to other files of their project: comments and the usings that are needed go along, namespaces stay, nested types become a part of their type there.</summary>
internal sealed class MoveTypes : IRefactoring<MoveAsk>, IRefactoring<SplitAsk>
{
    public Proposal Propose(MoveAsk ask, RefactorScene shared, CancellationToken ct)
    {
        var scene = new CSharpScene(shared, ask.Path, ask.Offsets[0]);
        return Move(scene, [new MovedPart(ask.To, [.. ask.Offsets.Select(o => TypeAt(scene, o)).Distinct().OrderBy(t => t.SpanStart)])], ct);
    }

    public Proposal Propose(SplitAsk ask, RefactorScene shared, CancellationToken ct)
    {
        var scene = new CSharpScene(shared, ask.Path, 0);
        var parts = ask.Parts.Select(p => new MovedPart(p.To, [.. p.Names.SelectMany(n => TypesNamed(scene, n)).Distinct().OrderBy(t => t.SpanStart)])).ToList();
        var twice = parts.SelectMany(p => p.Types).GroupBy(t => t).FirstOrDefault(g => g.Count() > 1);
        if (twice is not null) throw scene.Refuse(ErrorTable.RefactorNameTaken, "A type cannot go to two files.", twice.Key, "twice");
        return Move(scene, parts, ct);
    }

    private static MemberDeclarationSyntax TypeAt(CSharpScene scene, int offset) => scene.Source.TokenAt(offset).Parent is MemberDeclarationSyntax and (BaseTypeDeclarationSyntax or DelegateDeclarationSyntax) and var type
        ? type : throw scene.Refuse(ErrorTable.RefactorUnsupported, "Only types are moved, named where they are declared.", [(scene.Source, scene.Source.PositionOf(offset), "asked")]);

    private static List<MemberDeclarationSyntax> TypesNamed(CSharpScene scene, string name)
    {
        var found = scene.Source.Root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(m => NameOf(m) == name || $"{NameOf(m.Parent)}.{NameOf(m)}" == name).ToList();
        return found.Count > 0 ? found : throw scene.Refuse(ErrorTable.TargetNotFound, $"{scene.Source.Path} declares no type '{name}'.");
    }

    private static string? NameOf(SyntaxNode? node) => node switch { BaseTypeDeclarationSyntax type => type.Identifier.ValueText, DelegateDeclarationSyntax type => type.Identifier.ValueText, _ => null };

    private static Proposal Move(CSharpScene scene, IReadOnlyList<MovedPart> parts, CancellationToken ct)
    {
        foreach (var part in parts) RefusePart(scene, part);
        var draft = Draft(scene, parts, new UsingChoice([], []));
        var choice = NeededUsings.Of(scene, new ProposedTree(scene.Shared.Workspace, draft), parts, ct);
        return Draft(scene, parts, choice);
    }

    /// <summary>The proposal, without the usings that are said to be needless.</summary>
    private static Proposal Draft(CSharpScene scene, IReadOnlyList<MovedPart> parts, UsingChoice choice)
    {
        var source = scene.Source;
        var gone = parts.SelectMany(p => p.Types).ToList<SyntaxNode>();
        var edits = new List<ProposedEdit>();
        var created = new Dictionary<RepoPath, CodeText>();
        foreach (var part in parts)
        {
            if (scene.Shared.Workspace.Files.Exists(part.To)) edits.AddRange(new PresentFile(scene, part, choice).Edits());
            else created[part.To] = new NewFile(scene, part, choice).Code();
            edits.AddRange(ProjectItems.Added(scene, source.Path, part.To));
        }

        var isEmpty = FileRemains.AreNone(source, gone) && !ProjectItems.Names(scene, source.Path);
        if (!isEmpty) edits.AddRange(Left(source, gone, choice));
        var names = string.Join(", ", gone.Select(NameOf));
        return new Proposal($"Move {names} to {string.Join(", ", parts.Select(p => p.To.Value))}", edits, scene.Shared.LedgerOf(gone.Select(g => (source.Path, source.OffsetOf(g.SpanStart))))) { Created = created, Deleted = isEmpty ? [source.Path] : [] };
    }

    private static IEnumerable<ProposedEdit> Left(CSharpSource source, List<SyntaxNode> gone, UsingChoice choice)
    {
        var outer = gone.Select(g => g.Parent).OfType<TypeDeclarationSyntax>().SelectMany(t => t.AncestorsAndSelf().OfType<TypeDeclarationSyntax>()).Distinct().Where(t => !t.Modifiers.Any(SyntaxKind.PartialKeyword));
        return DeclarationRemoval.Edits(source, gone).Concat(choice.Left.Select(u => CSharpScene.Delete(source, Removal.Of(source, u)))).Concat(outer.Select(t => CSharpScene.Insert(source, t.Keyword.SpanStart, CodeText.Of("partial "))));
    }

    private static void RefusePart(CSharpScene scene, MovedPart part)
    {
        var source = scene.Source;
        if (part.To == source.Path || part.To.Extension != ".cs") throw scene.Refuse(ErrorTable.RefactorInvalidName, $"'{part.To}' is no other C# file.");
        foreach (var type in part.Types)
        {
            if (type.Modifiers.Any(SyntaxKind.FileKeyword)) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A type of its file cannot leave it.", type, "in the way");
            if (type.Ancestors().OfType<TypeDeclarationSyntax>().Any(t => t is InterfaceDeclarationSyntax) && type.Parent is not BaseNamespaceDeclarationSyntax) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A type of an interface stays in it.", type, "in the way");
            var span = TextSpan.FromBounds(Removal.WithComments(source, type), type.Span.End);
            if ((Directives.FirstCutBy(source, span) ?? Directives.OpenAt(source, span)) is { } directive) throw scene.Refuse(ErrorTable.RefactorUnsupported, "A directive goes through or around the type.", directive, "in the way");
        }

        if (source.Root.Externs.Count > 0) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The file has extern aliases.", source.Root.Externs[0], "in the way");
    }
}
