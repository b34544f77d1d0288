using Heck.Code.Languages.Go.Binding;
using Heck.Code.Languages.Go.Binding.Packages;
using Heck.Code.Languages.Go.Binding.Scopes;
using Heck.Code.Languages.Go.Binding.Syntax;
using Heck.Code.Languages.Go.Binding.Types;
using Heck.Code.Languages.Go.Binding.Uses;
using Heck.Code.Languages.Go.Refactoring.Common;
using Heck.Code.Refactoring;
using Heck.Code.Refactoring.Edits;
using Heck.Code.Refactoring.Operations;
using Heck.Code.Refactoring.Operations.Asks;
using Heck.Code.Refactoring.Proposals;
using Heck.Code.Refactoring.Rename;
using Heck.Code.Text;
using Heck.Contracts;
using Heck.Contracts.Errors;

namespace Heck.Code.Languages.Go.Refactoring.Formatting;

/// <summary>
/// Gives changed code the blanks that gofmt would give it: around operators, and no blank lines too many. What a file had otherwise before, it keeps.
/// Changes nothing but blanks.
/// </summary>
internal static class GoTidy
{
    public static SourceText Tidy(RepoPath path, SourceText? before, SourceText after)
    {
        var was = before is null ? null : new GoFile(path, before);
        var now = new GoFile(path, after);
        if (now.Tree.ErrorCount > 0) return after;
        var odd = was is null ? [] : new OperatorSpacing(was).Edits().Select(e => e.Whole).ToHashSet();
        var edits = new OperatorSpacing(now).Edits().Where(e => !odd.Contains(e.Whole)).Select(e => (path, e.Edit)).ToList();
        if (was is null || !BlankLines.Edits(was).Any()) edits.AddRange(BlankLines.Edits(now).Select(e => (path, e)));
        return edits.Count == 0 ? after : SourceText.TryDecode(new EditSet(edits).Apply(path, after))!;
    }
}
