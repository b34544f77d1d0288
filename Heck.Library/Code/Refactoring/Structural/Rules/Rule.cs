using Heck.Code.Refactoring.Structural.Matching;
using Heck.Code.Refactoring.Structural.Patterns;
using Heck.Code.Refactoring.Structural.Rewriting;
using Heck.Code.Syntax;

namespace Heck.Code.Refactoring.Structural.Rules;

/// <summary>A rule read for one language.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Pattern">What it finds.</param>
/// <param name="Where">What must hold besides.</param>
/// <param name="Rewrite">What takes its place, or null.</param>
/// <param name="IsOneForOne">Whether pattern and rewrite are one node each, and the rewrite no list that joins another one.</param>
internal sealed record Rule(string Id, Pattern Pattern, IReadOnlyList<Constraint> Where, Rewrite? Rewrite, bool IsOneForOne)
{
    public IEnumerable<PatternMatch> MatchesIn(SyntaxTree tree, CancellationToken ct)
    {
        var checker = new ConstraintChecker(tree);
        return new Matcher(Pattern, tree).All(ct).Where(match => Where.All(c => checker.Holds(c, match)));
    }
}
