namespace Heck.Code.Languages.CSharp.Refactoring.Effects;

/// <summary>When an expression is evaluated in a larger piece of code.</summary>
/// <param name="Before">What is done before it, in the same piece.</param>
/// <param name="IsConditional">It may not be evaluated at all.</param>
/// <param name="IsRepeated">It may be evaluated several times.</param>
/// <param name="IsDeferred">It is evaluated later, in a lambda, a local function or a query.</param>
/// <param name="IsGuarded">It stands in a <c>try</c>, <c>lock</c>, <c>using</c>, <c>checked</c> or the like that the piece does not begin with.</param>
internal readonly record struct Evaluation(Effect Before, bool IsConditional, bool IsRepeated, bool IsDeferred, bool IsGuarded);
