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

/// <summary>A change of the first letter's case, which is what exports a name in Go: a rename.</summary>
internal static class CaseRename
{
    public static Proposal Propose(SymbolAsk ask, string newName, string title, RefactorScene frame, CancellationToken ct)
    {
        var outcome = new RenameDriver(frame.Workspace, frame.Language).Rename(ask.Path, ask.Offset, new RenameOptions(newName), ct);
        var edits = outcome.Edits.Files.SelectMany(f => outcome.Edits.Of(f).Select(e => new ProposedEdit(f, e.Start, e.End, CodeText.Of(e.Text))));
        return new Proposal(title, [.. edits], outcome.Ledger);
    }
}
