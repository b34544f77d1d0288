namespace Heck.Code.Languages.TypeScript.Refactoring.Extract;

/// <summary>What a declaration in front of an expression takes.</summary>
internal enum InsertionKind
{
    /// <summary>A line of its own.</summary>
    Statement,

    /// <summary>Braces and a <c>return</c> for the body of an arrow function.</summary>
    ArrowBody,

    /// <summary>Braces around a statement that stands alone below an <c>if</c> or a loop.</summary>
    Embedded,
}
