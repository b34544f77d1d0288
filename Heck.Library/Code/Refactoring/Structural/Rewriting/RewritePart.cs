using Heck.Code.Refactoring.Structural.Patterns;

namespace Heck.Code.Refactoring.Structural.Rewriting;

/// <summary>A text, or a metavariable.</summary>
internal readonly record struct RewritePart(string Text, MetaVariable? Hole);
