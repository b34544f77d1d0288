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

namespace Heck.Code.Languages.Go.Refactoring.Common;

/// <summary>Edits of a proposal.</summary>
internal static class GoEdits
{
    /// <summary>Deletions that overlap become one.</summary>
    public static List<ProposedEdit> Merge(IEnumerable<ProposedEdit> edits)
    {
        var merged = new List<ProposedEdit>();
        foreach (var edit in edits.OrderBy(e => e.Path).ThenBy(e => e.Start))
        {
            var isDeletion = edit.Text.Pieces.Count == 0;
            if (isDeletion && merged.FindLastIndex(m => m.Path == edit.Path && m.Text.Pieces.Count == 0 && edit.Start < m.End) is var at and >= 0) merged[at] = merged[at] with { End = Math.Max(merged[at].End, edit.End) };
            else merged.Add(edit);
        }

        return merged;
    }
}
