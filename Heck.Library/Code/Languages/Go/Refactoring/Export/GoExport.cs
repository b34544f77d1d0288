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

/// <summary>Lets other packages use a name.</summary>
internal sealed class GoExport : IRefactoring<ExportAsk>
{
    public Proposal Propose(ExportAsk ask, RefactorScene frame, CancellationToken ct)
    {
        var scene = new GoScene(frame);
        var (symbol, declared) = scene.Asked(ask, ct);
        if (ask.Style is not null || ask.To is not null) throw scene.Refuse(ErrorTable.RefactorUnsupported, "Go exports by the name's case: there is neither a style nor an accessibility to choose.", ask.Path, ask.Offset);
        if (!GoScene.IsPackageLevel(declared) && !declared.IsMember) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is local: no other package can use it.", ask.Path, ask.Offset);
        if (declared.IsExported) throw scene.Refuse(ErrorTable.RefactorUnsupported, $"'{symbol.Name}' is exported already.", ask.Path, ask.Offset);
        var first = System.Text.Rune.GetRuneAt(symbol.Name, 0);
        var upper = System.Text.Rune.ToUpperInvariant(first);
        if (upper == first) throw ErrorTable.RefactorInvalidName.With($"'{symbol.Name}' does not begin with a letter that has an upper case.", details: frame.Places(ask.Path, ask.Offset, []));
        var name = upper + symbol.Name[first.Utf16SequenceLength..];
        return CaseRename.Propose(ask, name, $"Export {symbol.Name} as {name}", frame, ct);
    }
}
