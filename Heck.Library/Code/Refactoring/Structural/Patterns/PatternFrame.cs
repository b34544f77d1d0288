namespace Heck.Code.Refactoring.Structural.Patterns;

/// <summary>The code around a pattern that makes a file of it.</summary>
internal readonly record struct PatternFrame(string Before, string After)
{
    /// <summary>The pattern is a file by itself.</summary>
    public static PatternFrame None { get; } = new("", "");
}
