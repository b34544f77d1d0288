using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Moves;

/// <summary>Moves a file in its folder or to another package, or a folder with its packages.</summary>
internal sealed class GoMoveFile : IRefactoring<MoveFileAsk>
{
    public Proposal Propose(MoveFileAsk ask, RefactorScene frame, CancellationToken ct)
    {
        var scene = new GoScene(frame);
        if (ask.From.Extension != ".go") return new PackageMove(scene, ask).Propose();
        var file = scene.File(ask.From);
        if (ask.To.Extension != ".go") throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{ask.To}' is no Go file.", ask.From, 0);
        return ask.To.Parent == ask.From.Parent ? Rename(scene, ask, file) : ToPackage(scene, ask, file, ct);
    }

    /// <summary>A new name in the same folder: the package is the same, unless the name decides for which builds it is compiled or when its variables are made.</summary>
    private static Proposal Rename(GoScene scene, MoveFileAsk ask, GoFile file)
    {
        if (BuildConstraint.IsTest(ask.From) != BuildConstraint.IsTest(ask.To) || BuildConstraint.Of(ask.From, null) != BuildConstraint.Of(ask.To, null) || ask.To.Name[0] is '_' or '.')
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"By its name {ask.To} is compiled for other builds than {ask.From}.", ask.From, 0);
        var effects = new Effects(scene, new Locals(scene));
        var ordered = file.Package.Files.Where(f => f.Root.Named.Any(n => (n.Kind == K.FunctionDeclaration && n.Get(F.Name).Text == "init") || (n.Kind == K.VarDeclaration && GoScene.Below(n).Any(v => v.Field == F.Value && v.Kind == K.ExpressionList && effects.Acts(v))))).ToList();
        var before = ordered.OrderBy(f => f.Path.Name, StringComparer.Ordinal).ToList();
        var after = ordered.OrderBy(f => f == file ? ask.To.Name : f.Path.Name, StringComparer.Ordinal).ToList();
        if (!before.SequenceEqual(after)) throw scene.Refuse(ErrorTable.RefactorSideEffects, "What the files of the package do when the program begins would be done in another order.", ask.From, 0, (after[0].PackageClause, "runs at the beginning"));
        return new Proposal($"Move {ask.From} to {ask.To}", [], scene.Frame.LedgerOf([(ask.From, 0)])) { Created = new Dictionary<RepoPath, CodeText> { [ask.To] = CodeText.From(ask.From, 0, file.Text.Utf8.Length) }, Deleted = [ask.From] };
    }

    private static Proposal ToPackage(GoScene scene, MoveFileAsk ask, GoFile file, CancellationToken ct)
    {
        if (scene.Frame.Workspace.Files.Exists(ask.To)) throw scene.Refuse(ErrorTable.RefactorNameTaken, $"'{ask.To}' exists already.", ask.From, 0);
        var objects = file.Scopes.TopLevel.Concat(file.Scopes.Methods.Select(m => m.Method)).ToList();
        var rest = file.Root.Named.FirstOrDefault(n => n.Kind is not (K.PackageClause or K.ImportDeclaration) && !objects.Exists(o => n.Contains(o.NameNode)));
        if (rest.Exists) throw scene.Refuse(ErrorTable.RefactorUnsupported, "The file declares something without a name that others could use, such as init.", ask.From, 0, (rest, "stays"));
        var move = new MoveAsk(ask.From, [.. objects.Select(o => o.NameNode.Start)], ask.To) { AcceptUnknown = ask.AcceptUnknown };
        var proposal = new MoveAcross(scene, move, file, ct).Propose($"Move {ask.From} to {ask.To}", [.. objects.Select(o => o.Canonical)]);
        return proposal.Deleted.Contains(ask.From) ? proposal : throw scene.Refuse(ErrorTable.RefactorUnsupported, "The file has comments or imports that belong to no declaration and would be left.", ask.From, 0);
    }
}
