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

namespace Heck.Code.Languages.Go.Refactoring.Export;

/// <summary>Keeps a name to its package.</summary>
internal sealed class GoUnexport : IRefactoring<UnexportAsk>
{
    public Proposal Propose(UnexportAsk ask, RefactorScene frame, CancellationToken ct)
    {
        var scene = new GoScene(frame);
        var (symbol, declared) = scene.Asked(ask, ct);
        if (ask.To is not null) throw scene.Refuse(ErrorTable.RefactorUnsupported, "Go exports by the name's case: there is no accessibility to choose.", ask.Path, ask.Offset);
        if (!declared.IsExported) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is not exported.", ask.Path, ask.Offset);
        if (!GoScene.IsPackageLevel(declared) && !declared.IsMember) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is local: no other package can use it.", ask.Path, ask.Offset);
        var elsewhere = scene.NodesOf(symbol, ask, ct).Where(n => n.File.Package != declared.File.Package).ToList();
        if (elsewhere.Count > 0)
            throw scene.Refuse(ErrorTable.RefactorUsedElsewhere, $"'{symbol.Name}' is used by another package at {elsewhere.Count} place(s), the first at {scene.PlaceOf(elsewhere[0])}.", ask.Path, ask.Offset, elsewhere.Select(e => (e, "use")));
        var name = Lower(symbol.Name);
        return CaseRename.Propose(ask, name, $"Unexport {symbol.Name} as {name}", frame, ct);
    }

    /// <summary>An initialism at the beginning is lowered whole: <c>HTTPServer</c> becomes <c>httpServer</c>.</summary>
    private static string Lower(string name)
    {
        var upper = name.TakeWhile(char.IsUpper).Count();
        var lowered = upper > 1 && upper < name.Length && char.IsLower(name[upper]) ? upper - 1 : Math.Max(upper, 1);
        return name[..lowered].ToLowerInvariant() + name[lowered..];
    }
}
