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

namespace Heck.Code.Languages.Go.Refactoring.Extract;

/// <summary>Names a struct, interface or function type that is written in place.</summary>
internal sealed class ExtractType(GoScene scene, ExtractAsk ask, GoFile file)
{
    public Proposal Propose()
    {
        var (start, end) = GoSyntax.Trim(file, ask.Start, ask.End);
        var type = file.At(file.Tree.Covering(start, end));
        if (type.Start != start || type.End != end || type.Kind is not (K.StructType or K.InterfaceType or K.FunctionType))
            throw Refuse(ErrorTable.RefactorInvalidRange, "The range is no struct, interface or function type.");
        var name = scene.NewGlobal(ask.Name, "type", file, ask.Start);
        if (file.Scopes.FindLocal(type, name) is { } local) throw scene.Refuse(ErrorTable.RefactorNameTaken, $"'{name}' is declared there already.", ask.Path, ask.Start, (local.NameNode, "in the way"));
        RefuseTwins(type);
        var home = type;
        while (home.Parent.Kind != K.SourceFile) home = home.Parent;
        if (home.Kind == K.TypeDeclaration && type.Parent.Kind is K.TypeSpec or K.TypeAlias) throw Refuse(ErrorTable.RefactorInvalidRange, "The type has a name already.");
        foreach (var used in GoScene.Names(type).Select(scene.Meaning).OfType<GoObject>().Where(o => !type.Contains(o.NameNode) && (o.Kind == ObjectKind.TypeParameter || (GoScene.IsLocal(o) && o.File == file))))
            throw scene.Refuse(ErrorTable.RefactorUnsupported, $"The type uses '{used.Name}', which only its function knows.", ask.Path, ask.Start, (used.NameNode, "local"));
        var text = CodeText.Of($"type {name} ").CopyIndented(file.Text, file.Path, type.Start, type.End, Indentation.Of(file.Text, type.Start), "", GoSyntax.IsInString(file)).Write("\n\n");
        var at = GoLines.WithComments(home).Start;
        return new Proposal($"Extract type {name}", [ProposedEdit.Insert(file.Path, at, text), new ProposedEdit(file.Path, type.Start, type.End, CodeText.Of(name))], scene.Frame.LedgerOf([(file.Path, type.Start)])) { NewNames = [name] };
    }

    /// <summary>Types that are written equal are the same type until one gets a name.</summary>
    private void RefuseTwins(GoNode type)
    {
        static string Plain(GoNode node) => string.Join(' ', node.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var text = Plain(type);
        var twin = file.Package.Files.SelectMany(f => GoScene.Below(f.Root)).FirstOrDefault(n => n.Kind == type.Kind && n != type && Plain(n) == text);
        if (twin.Exists) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"The same type is written at {scene.PlaceOf(twin)}; with a name they would differ.", ask.Path, ask.Start, (twin, "equal"));
    }

    private HeckException Refuse(ErrorCode code, string message) => scene.Refuse(code, message, ask.Path, ask.Start);
}
